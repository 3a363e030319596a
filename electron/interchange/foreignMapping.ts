import { createHash } from "node:crypto";
import type { Mapping } from "../contract/spreadsheets.ts";
import type { Indicator } from "../domain/edition.ts";

/** The columns of a mapping, without the sheet and row they were found in. */
export type MappedColumns = Pick<Mapping, "codeColumn" | "regionColumn" | "typeColumn" | "indicatorColumns">;

const codeHead = /^(kode|kd)( (daerah|wilayah|kabupaten|kab|kemendagri|kab kota|kabupaten kota))?$/;
const regionHead =
  /^(nama )?(daerah|kabupaten kota|kota kabupaten|kab kota|kabupaten|pemda|pemerintah daerah|pemerintah kabupaten kota|peserta|instansi|wilayah|kabupaten kota peserta)$/;
const typeHead = /^(jenis|tipe|status)( (daerah|wilayah|pemda))?$/;
/** Share of words that a header and an indicator's name have in common before they are taken for each other. */
const leastLikeness = 0.6;

/** Which columns most likely hold what, by their heads; `headers[0]` is column 1. Only a proposal: the user confirms. */
export function guessMapping(headers: readonly string[], indicators: readonly Indicator[]): MappedColumns {
  const heads = headers.map(plainWords);
  const find = (pattern: RegExp) => {
    const index = heads.findIndex((head) => pattern.test(head));
    return index === -1 ? null : index + 1;
  };
  const codeColumn = find(codeHead);
  const regionColumn = find(regionHead);
  const typeColumn = find(typeHead);
  const taken = new Set([codeColumn, regionColumn, typeColumn]);
  const pairs = indicators.flatMap(({ id, name }) =>
    heads
      .map((head, index) => ({ id, column: index + 1, likeness: likeness(head, id, name) }))
      .filter(({ column, likeness: score }) => score >= leastLikeness && !taken.has(column)),
  );
  const indicatorColumns: Record<string, number> = {};
  const used = new Set<number>();
  for (const pair of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    // Two columns that fit an indicator equally well (last year's and this year's) are left to the user.
    const rivals = pairs.filter(({ id, likeness: score }) => id === pair.id && score === pair.likeness);
    if (rivals.length > 1 || used.has(pair.column) || indicatorColumns[pair.id] !== undefined) continue;
    indicatorColumns[pair.id] = pair.column;
    used.add(pair.column);
  }
  return { codeColumn, regionColumn, typeColumn, indicatorColumns };
}

/** The same for sheets with the same column heads, so that an office's columns are asked once. */
export function mappingFingerprint(headers: readonly string[]): string {
  const heads = headers.map(plainWords);
  while (heads.length > 0 && heads.at(-1) === "") heads.pop();
  return createHash("sha256").update(heads.join("\u001f")).digest("hex");
}

function likeness(head: string, id: string, name: string): number {
  if (head === "") return 0;
  const [plainId, plainName] = [plainWords(id), plainWords(name)];
  if (head === plainId || head === plainName) return 2;
  const words = head.split(" ");
  if (plainId !== "" && ` ${head} `.includes(` ${plainId} `)) return 1.5;
  const wanted = new Set(plainName.split(" "));
  const common = words.filter((word) => wanted.has(word)).length;
  return common / new Set([...words, ...wanted]).size;
}

function plainWords(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
