import type { IsoDate } from "./edition.ts";
import { romanMonth } from "./indonesian.ts";

/** What a number is made from besides its pattern. */
export interface NumberParts {
  /** Counted up from 1. */
  order: number;
  /** The paper's; null where it has none yet. */
  date: IsoDate | null;
  /** The edition's, where the paper has no date. */
  year: number;
  /** Short for the kind of paper: "BA". */
  code: string;
}

/** What may stand in curly brackets, and what it becomes; null where the paper has no date to take it from. */
const placeholders: Record<string, (parts: NumberParts) => string | null> = {
  urut: ({ order }) => String(order),
  urut3: ({ order }) => String(order).padStart(3, "0"),
  bulan: ({ date }) => date && date.slice(5, 7),
  bulan_romawi: ({ date }) => date && romanMonth(date),
  tahun: ({ date, year }) => date?.slice(0, 4) ?? String(year),
  kode: ({ code }) => code,
};

/** The kinds that carry a number of their own. */
export const numberedKinds = [
  "charter",
  "panelistCharter",
  "minutes",
  "invitation",
  "panelInvitation",
  "memo",
  "decree",
] as const;
type NumberedKind = (typeof numberedKinds)[number];

/** How each is called inside a number, by `{kode}`. */
export const numberCodes: Readonly<Record<NumberedKind, string>> = {
  charter: "PP",
  panelistCharter: "PP",
  minutes: "BA",
  invitation: "UND",
  panelInvitation: "UND",
  memo: "ND",
  decree: "KPTS",
};

export function isNumbered(kind: string): kind is NumberedKind {
  return Object.hasOwn(numberCodes, kind);
}

/** Why a pattern cannot number papers, in one sentence; null where it can. */
export function patternProblem(pattern: string): string | null {
  const names = Array.from(pattern.matchAll(/\{([^{}]*)\}/g), ([, name = ""]) => name);
  const unknown = names.find((name) => !Object.hasOwn(placeholders, name));
  const known = Object.keys(placeholders).map((name) => `{${name}}`);
  if (unknown !== undefined)
    return `{${unknown}} tidak dikenal dalam pola nomor; yang ada: ${known.join(", ")}.`;
  if (/[{}]/.test(pattern.replaceAll(/\{[^{}]*\}/g, "")))
    return "Kurung kurawal dalam pola nomor tidak berpasangan.";
  if (!names.includes("urut") && !names.includes("urut3"))
    return "Pola nomor perlu memuat {urut} atau {urut3}; tanpa itu semua dokumen bernomor sama.";
  return null;
}

/** Which order a number was made from by a pattern; null where the pattern would not give it. */
export function orderOf(pattern: string, number: string): number | null {
  let orders = 0;
  const source = pattern.replaceAll(/\{([^{}]*)\}|[^{}]/g, (sign, name?: string) => {
    if (name === undefined) return sign.replace(/[.*+?^$()|[\]\\/]/, "\\$&");
    if (!name.startsWith("urut")) return ".+?";
    return orders++ === 0 ? "(\\d+)" : "\\d+";
  });
  const [, order] = new RegExp(`^${source}$`).exec(number) ?? [];
  return order === undefined ? null : Number(order);
}

/** A paper's number by a pattern; null where the pattern asks for the month and the paper has no date. */
export function numberBy(pattern: string, parts: NumberParts): string | null {
  let whole = true;
  const number = pattern.replaceAll(/\{([^{}]*)\}/g, (_, name: string) => {
    const part = placeholders[name]?.(parts) ?? null;
    if (part === null) whole = false;
    return part ?? "";
  });
  return whole ? number : null;
}
