import { AppError } from "../contract/errors.ts";
import type { PaperRow } from "../contract/documents.ts";
import { listDocuments, saveDocument } from "../database/queries/documents.ts";
import { listPatterns, savePattern } from "../database/queries/paperNumbers.ts";
import { listNumbersElsewhere, listPrints } from "../database/queries/register.ts";
import { isNumbered, numberBy, numberCodes, orderOf, patternProblem } from "../domain/paperNumbers.ts";
import { paperKindOf, paperKinds } from "../domain/paperKinds.ts";
import { announce, type Context } from "./context.ts";
import { listPapers } from "./documentList.ts";
import { hidingRecipients } from "./embargo.ts";
import { command } from "./ledgerWriting.ts";
import { getEdition } from "./lookup.ts";

type Kind = PaperRow["kind"];

export function listNumberPatterns(
  context: Context,
  editionId: number,
): { kind: Kind; pattern: string; next: number }[] {
  const { db } = context;
  const numbers = [...listGoneNumbers(context, editionId), ...listDocuments(db, editionId)].flatMap(
    ({ number }) => number ?? [],
  );
  return listPatterns(db, editionId).flatMap(({ kind, pattern }) => {
    const orders = numbers.map((number) => orderOf(pattern, number) ?? 0);
    return isKind(kind) ? [{ kind, pattern, next: Math.max(0, ...orders) + 1 }] : [];
  });
}

export function saveNumberPattern(
  context: Context,
  { editionId, kind, pattern }: { editionId: number; kind: Kind; pattern: string },
): void {
  getEdition(context.db, editionId);
  const problem = pattern === "" ? null : patternProblem(pattern);
  if (problem) throw new AppError("INVALID", problem, { problems: [{ path: "pattern", message: problem }] });
  command(context, editionId, { act: "register.savePattern" }, () =>
    savePattern(context.db, editionId, kind, pattern === "" ? null : pattern),
  );
  announce(context, editionId, "register");
}

/** Numbers papers in the order of the list, as the decree names them; refuses all where one cannot be numbered. */
export async function giveNumbers(
  context: Context,
  { editionId, keys, start }: { editionId: number; keys: string[]; start: number },
): Promise<{ key: string; number: string }[]> {
  const { db } = context;
  const { year } = getEdition(db, editionId);
  const all = await listPapers(context, editionId);
  const chosen = all.filter(({ key }) => keys.includes(key));
  if (chosen.length < new Set(keys).size) {
    throw new AppError("NOT_FOUND", "Ada dokumen terpilih yang sudah tidak ada. Muat ulang daftar dokumen.");
  }
  const numbered = chosen.find(({ number }) => number !== null);
  if (numbered) {
    throw new AppError(
      "CONFLICT",
      `"${numbered.title}" sudah bernomor ${numbered.number}. Nomor yang ada diganti satu per satu di Dokumen.`,
    );
  }
  const patterns = new Map(listPatterns(db, editionId).map(({ kind, pattern }) => [kind, pattern]));
  const numbersFrom = (first: number) =>
    chosen.map((paper, index) => ({
      key: paper.key,
      number: numberOf(paper, patterns, first + index, year),
    }));
  const taken = takenNumbers(context, { editionId, keys, papers: all });
  const numbers = numbersFrom(start);
  const twice = numbers.find(({ number, key }) =>
    numbers.some((other) => other.key !== key && alike(other.number) === alike(number)),
  );
  if (twice) {
    throw new AppError(
      "CONFLICT",
      `Menurut pola yang ada, ${twice.number} menjadi nomor dua dokumen sekaligus. Bedakan pola nomornya.`,
    );
  }
  const clash = numbers.find(({ number }) => taken.has(alike(number)));
  if (clash) {
    const isFree = (first: number) => numbersFrom(first).every(({ number }) => !taken.has(alike(number)));
    let free = start + 1;
    while (free <= largestStart && !isFree(free)) free++;
    const way =
      free > largestStart
        ? "Ganti pola nomornya."
        : `Isi "Mulai dari" dengan ${free}: sejak itu semuanya bebas.`;
    throw new AppError(
      "CONFLICT",
      `Nomor ${clash.number} sudah dipakai "${taken.get(alike(clash.number))}". ${way}`,
    );
  }
  command(context, editionId, { act: "register.giveNumbers" }, () => {
    for (const { key, number } of numbers) saveDocument(db, editionId, key, { number });
  });
  announce(context, editionId, "documents");
  return numbers;
}

const largestStart = 999_999;

function numberOf(
  { kind, title, date }: PaperRow,
  patterns: ReadonlyMap<string, string>,
  order: number,
  year: number,
): string {
  const pattern = patterns.get(kind);
  if (pattern === undefined) {
    throw new AppError(
      "NOT_READY",
      `Pola nomor ${paperKinds[kind].toLowerCase()} belum ditetapkan. Isi pola nomornya dahulu.`,
    );
  }
  const number = numberBy(pattern, { order, date, year, code: isNumbered(kind) ? numberCodes[kind] : "" });
  if (number !== null) return number;
  throw new AppError(
    "NOT_READY",
    `Tanggal "${title}" belum diisi, padahal pola nomornya memuat bulan. Isi tanggalnya dahulu.`,
  );
}

interface Asking {
  editionId: number;
  /** Their own numbers are not in their way. */
  keys: readonly string[];
  papers: readonly PaperRow[];
}

/** One number names one paper: two with the same could not be told apart in the register of letters. */
export function refuseUsedNumber(context: Context, { number, ...asking }: Asking & { number: string }): void {
  const title = takenNumbers(context, asking).get(alike(number));
  if (title !== undefined)
    throw new AppError("CONFLICT", `Nomor ${number} sudah dipakai "${title}". Ketik nomor lain.`);
}

/** Of papers about to go out, why each whose number stands on another one does not, by key. */
export function findUsedNumbers(
  context: Context,
  editionId: number,
  papers: readonly { key: string; title: string; number: string | null }[],
): Map<string, string> {
  const numbered = papers.flatMap((paper) =>
    paper.number === null ? [] : [{ ...paper, number: paper.number }],
  );
  if (numbered.length === 0) return new Map();
  const gone = Map.groupBy(listGoneNumbers(context, editionId), ({ number }) => alike(number));
  const together = Map.groupBy(numbered, ({ number }) => alike(number));
  return new Map(
    numbered.flatMap(({ key, title, number }): [string, string][] => {
      const other = [...(gone.get(alike(number)) ?? []), ...(together.get(alike(number)) ?? [])].find(
        (one) => one.key !== key,
      );
      if (!other) return [];
      return [
        [
          key,
          `"${title}" tidak dikeluarkan: nomor ${number} juga nomor "${other.title}". Ganti salah satunya.`,
        ],
      ];
    }),
  );
}

/** Numbers on papers that went out, here or in another edition of the same year; those have no key here. */
function listGoneNumbers(
  context: Context,
  editionId: number,
): { number: string; key: string | null; title: string }[] {
  const { db } = context;
  const hides = hidingRecipients(context);
  const titleOf = (key: string, title: string | null) =>
    hides(key) ? "dokumen yang belum diumumkan" : (title ?? paperKindOf(key) ?? "dokumen");
  return [
    ...listNumbersElsewhere(db, editionId).map(({ number, key, title, edition }) => ({
      number,
      key: null,
      title: `${titleOf(key, title)}, edisi ${edition}`,
    })),
    ...listPrints(db, editionId).flatMap(({ number, key, title, wentOut }) =>
      number === null || !wentOut ? [] : [{ number, key, title: titleOf(key, title) }],
    ),
  ];
}

/**
 * Every number that other papers have, with whose it is. A paper that went out keeps the number it carried, also where it
 * was given another since, where the edition no longer calls for it, and in another edition of the same year.
 */
function takenNumbers(context: Context, { editionId, keys, papers }: Asking): Map<string, string> {
  const called = new Map(papers.map(({ key, title }) => [key, title]));
  const gone = listGoneNumbers(context, editionId);
  const out = new Set(gone.map(({ key }) => key));
  const hides = hidingRecipients(context);
  const isTaken = (key: string) => called.has(key) || out.has(key) || hides(key);
  const titleOf = (key: string) =>
    called.get(key) ??
    (hides(key)
      ? "dokumen yang belum diumumkan"
      : `${paperKindOf(key) ?? "dokumen"} yang tidak berlaku lagi`);
  const taken = new Map<string, string>();
  for (const { number, key, title } of gone) {
    if (key === null) taken.set(alike(number), title);
    else if (!keys.includes(key)) taken.set(alike(number), titleOf(key));
  }
  for (const { number, key } of listDocuments(context.db, editionId)) {
    if (number !== null && !keys.includes(key) && isTaken(key)) taken.set(alike(number), titleOf(key));
  }
  return taken;
}

/** What the eye takes for the same number is the same: 914/1 and 914/001 too. */
function alike(number: string): string {
  return number
    .normalize("NFKC")
    .replaceAll(/[\s\p{Cf}]/gu, "")
    .replaceAll(/(?<!\d)0+(?=\d)/g, "")
    .toLocaleUpperCase("id");
}

function isKind(kind: string): kind is Kind {
  return Object.hasOwn(paperKinds, kind);
}
