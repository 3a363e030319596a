import { AppError } from "../contract/errors.ts";

/** What a paper's key names. A panelist of 0 is the desk, an entry of 0 a recipient not known yet. */
export type DocumentKey =
  | { kind: "minutes"; roundId: number }
  | { kind: "recap"; roundId: number }
  | { kind: "scoreSheet" | "blankSheet" | "statement"; roundId: number; panelistId: number }
  | { kind: "ruleBook"; version: number }
  | { kind: "charter"; awardId: number; entryId: number };

export function parseDocumentKey(key: string): DocumentKey {
  const [kind, ...numbers] = key.split("/");
  const [first, second] = numbers.map((text) => (/^\d{1,15}$/.test(text) ? Number(text) : Number.NaN));
  if (first !== undefined && !Number.isNaN(first)) {
    if (kind === "minutes" && numbers.length === 1) return { kind, roundId: first };
    if (kind === "recap" && numbers.length === 1) return { kind, roundId: first };
    if (kind === "ruleBook" && numbers.length === 1) return { kind, version: first };
    if (second !== undefined && !Number.isNaN(second) && numbers.length === 2) {
      if (kind === "scoreSheet" || kind === "blankSheet" || kind === "statement") {
        return { kind, roundId: first, panelistId: second };
      }
      if (kind === "charter") return { kind, awardId: first, entryId: second };
    }
  }
  throw new AppError("NOT_FOUND", `Dokumen "${key.slice(0, 60)}" tidak dikenal. Muat ulang daftar dokumen.`);
}
