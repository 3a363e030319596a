import { canonical, type Json } from "./canonical.ts";

/** All that proves the sealed results of one edition. */
export interface Bundle {
  format: "lencana/bundle@1";
  editionId: number;
  title: string;
  /** The whole chain, from its first entry. `body` is the very text that was hashed. */
  ledger: Entry[];
  /** The newest rule book that was signed. */
  ruleBook: { version: number; content: Json; hash: string };
  /** Every sealed version of every round. */
  seals: Seal[];
  /** The hash of the last entry. */
  head: string;
}

export type Entry = { seq: number; body: string; hash: string };

export interface Seal {
  category: string;
  round: string;
  version: number;
  /** What was signed: its canonical JSON gives `hash`. */
  result: SealResult;
  hash: string;
  sealedAt: string;
}

export type SealResult = {
  format: "lencana/seal@2";
  category: string;
  round: string;
  /** The hash of the rule book in force. */
  ruleBook: string | null;
  /** The hash of what it was reckoned from: `inputsFrom`. */
  inputs: string;
  rows: SealRow[];
};

export type SealRow = {
  entry: string;
  rank: number | null;
  total: string | null;
  exact: string | null;
  advances: boolean;
};

/** A bundle as it stands in its page, and nothing more than it; "<" is written so that no markup can hide in it. */
export function textOf({ format, editionId, title, ledger, ruleBook, seals, head }: Bundle): string {
  const entries = ledger.map(({ seq, body, hash }) => ({ seq, body, hash }));
  const { version: edition, content, hash: signed } = ruleBook;
  return canonical({
    format,
    editionId,
    title,
    ledger: entries,
    ruleBook: { version: edition, content, hash: signed },
    seals: seals.map(({ category, round, version, result, hash, sealedAt }) => ({
      category,
      round,
      version,
      result,
      hash,
      sealedAt,
    })),
    head,
  }).replace(/</g, "\\u003c");
}

/** The content of a frozen rule book, as the database keeps it. */
export function readRuleBook(text: string): Json {
  const content: Json = JSON.parse(text);
  return content;
}

/** A sealed result, as the database keeps it. */
export function readSealResult(text: string): SealResult {
  const result: SealResult = JSON.parse(text);
  return result;
}
