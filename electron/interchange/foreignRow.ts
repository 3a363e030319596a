import type { Mapping } from "../contract/spreadsheets.ts";
import type { Region, Round } from "../domain/edition.ts";
import { regionLabel } from "../domain/names.ts";
import { cellText } from "./cellText.ts";
import { findCell, type GridSheet } from "./grid.ts";
import { codeInCell, type NamedRegion, regionMatcher } from "./regionMatch.ts";
import { quoted } from "./scoreCell.ts";

/** The answer that leaves a row out: a row of sums, a region that does not take part. */
export const leaveOut = "";

export interface ForeignTarget {
  round: Round;
  /** Whose scores these are; null for the desk. */
  panelist: string | null;
  /** Region codes of those this round ranks. */
  entries: string[];
  /** Every region the office may mean, not only the entries: only so are twins seen. */
  register: Region[];
  /** What the user answered: the text of an open row → region code, or `leaveOut`. */
  answers: Record<string, string>;
}

/** A row that only the user can settle; answer it by its text. */
export interface OpenRow {
  row: number;
  text: string;
  /** twin: the name fits several, or its type is not certain · unknown: nothing fits · outside: no entry of this round. */
  reason: "twin" | "unknown" | "outside";
  /** To choose from; for an unknown name only the nearest, and never taken by itself. */
  candidates: { code: string; label: string }[];
}

export interface ResolvedRow {
  kind: "region";
  code: string;
  region: Region;
  text: string;
  by: "code" | "typeAndName" | "uniqueName" | "answer";
  /** Where the region stands, for problems. */
  column: number;
}

export type RowResolution =
  | ResolvedRow
  | { kind: "open"; open: OpenRow }
  | { kind: "problem"; column: number; sentence: string }
  | { kind: "nameless" }
  | { kind: "leftOut" };

/** Says for each row which region it is about: by answer, by code, by type and name, in this order. */
export function rowResolver(
  sheet: GridSheet,
  mapping: Mapping,
  target: ForeignTarget,
): (row: number) => RowResolution {
  const match = regionMatcher(target.register);
  const regions = new Map(target.register.map((region) => [region.code, region]));
  const entries = new Set(target.entries);
  const textIn = (row: number, column: number | null) =>
    column === null
      ? ""
      : cellText(findCell(sheet, row, column))
          .replaceAll(/\s+/g, " ")
          .trim();

  return (row) => {
    const code = mapping.codeColumn === null ? null : codeInCell(findCell(sheet, row, mapping.codeColumn));
    const name = textIn(row, mapping.regionColumn);
    const type = textIn(row, mapping.typeColumn);
    const text = name === "" ? (code ?? "") : [type, name].filter((part) => part !== "").join(" ");
    if (text === "") return { kind: "nameless" };
    const column = (name === "" ? mapping.codeColumn : mapping.regionColumn) ?? 1;

    const settle = (found: string, by: ResolvedRow["by"]): RowResolution => {
      const region = regions.get(found);
      if (!region)
        return { kind: "problem", column, sentence: `kode ${quoted(found)} tidak ada dalam daftar daerah` };
      if (entries.has(found)) return { kind: "region", code: found, region, text, by, column };
      return by === "answer"
        ? {
            kind: "problem",
            column,
            sentence: `${regionLabel(region)} bukan peserta babak ini; pilih daerah lain atau lewati barisnya`,
          }
        : ask("outside", [region]);
    };
    const ask = (reason: OpenRow["reason"], candidates: NamedRegion[]): RowResolution => ({
      kind: "open",
      open: {
        row,
        text,
        reason,
        candidates: candidates.map((region) => ({ code: region.code, label: regionLabel(region) })),
      },
    });

    const answer = Object.hasOwn(target.answers, text) ? target.answers[text] : undefined;
    if (answer === leaveOut) return { kind: "leftOut" };
    if (answer !== undefined) return settle(answer, "answer");
    const named = name === "" ? null : match(name, type);
    if (code === null || mapping.codeColumn === null) {
      if (named?.kind === "match") return settle(named.code, named.by);
      return named?.kind === "ambiguous"
        ? ask("twin", named.candidates)
        : ask("unknown", named?.suggestions ?? []);
    }
    const coded = regions.get(code);
    if (!coded) {
      const near = named?.kind === "match" ? regions.get(named.code) : undefined;
      return ask("unknown", near ? [near] : named?.kind === "ambiguous" ? named.candidates : []);
    }
    // A code beside another region's name is how scores change owners: the user must say which is right.
    if (named?.kind === "match" && named.code !== code) {
      const other = regions.get(named.code);
      return {
        kind: "problem",
        column,
        sentence: `kode ${code} adalah ${regionLabel(coded)}, tetapi namanya ${other ? regionLabel(other) : quoted(name)}; betulkan salah satu`,
      };
    }
    if (
      named?.kind === "unknown" ||
      (named?.kind === "ambiguous" && !named.candidates.some((one) => one.code === code))
    ) {
      return ask("unknown", [coded]);
    }
    return settle(code, "code");
  };
}
