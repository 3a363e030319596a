import type { DecimalText, Direction, IsoDate, TieBreakKey } from "../domain/edition.ts";
import type { PaperCommon } from "./paperCommon.ts";

export interface DossierValue {
  /** As it stands on the sheet; null while missing, and of a recused panelist. */
  value: DecimalText | null;
  /** On 0–100, rounded as it should be printed. */
  normalised: DecimalText | null;
  recused: boolean;
  /** Whether the aggregate uses it. */
  counted: boolean;
}

export interface DossierIndicator {
  code: string;
  name: string;
  weight: DecimalText;
  scale: { min: DecimalText; max: DecimalText; step: DecimalText | null };
  direction: Direction;
  /** One per panelist, in the order of `panelists`. */
  values: DossierValue[];
  aggregate: DecimalText | null;
  /** What it gives to the total, before anything is carried. */
  points: DecimalText | null;
}

/** How the entry compares with one other of the same total. */
export interface DossierTie {
  other: string;
  /** What was compared, in turn; the last one separated the two, unless `above` is null. */
  comparisons: { key: TieBreakKey; own: DecimalText | null; other: DecimalText | null }[];
  /** Null: they share the rank. */
  above: boolean | null;
  /** Why, where a decision of the panel separated them. */
  reason: string | null;
}

export interface DossierNeighbour {
  rank: number | null;
  entry: string;
  total: DecimalText | null;
}

export interface DossierLedgerLine {
  /** Its number in the ledger of the edition. */
  seq: number;
  /** Ready to print, `5 Oktober 2026 pukul 09.41 WIB`. */
  time: string;
  who: string;
  what: string;
  old: string | null;
  new: string | null;
}

/** Berkas keberatan: why one entry stands where it stands in a round, with a letter of reply to fill in. */
export interface DossierPaper extends PaperCommon {
  kind: "dossier";
  category: string;
  round: string;
  /** With its type: `Kabupaten Kediri`. */
  entry: string;
  /** Title and name, `Bupati Magetan Suprawoto`. */
  head: string | null;
  rank: number | null;
  /** How many entries the round ranks. */
  entries: number;
  total: DecimalText | null;
  /** Null: not sealed. `sealedAt` is ready to print; `signatures` are names with role. */
  seal: { sealedAt: string; signatures: string[] } | null;
  /** What each signed correction of the round did to this entry, a sentence each. */
  corrections: string[];
  /** One a column of values: names, or `Panelis A`, …, as the rule book says; the desk under a name of its own. */
  panelists: string[];
  indicators: DossierIndicator[];
  /** The arithmetic, a line a step. */
  steps: string[];
  ties: DossierTie[];
  checks: { sentence: string; holds: boolean }[];
  /** Up to two next above, best first. */
  above: DossierNeighbour[];
  /** Up to two next below, best first. */
  below: DossierNeighbour[];
  /** Oldest first. */
  ledger: DossierLedgerLine[];
  /** How many still older lines on this entry are left out. */
  ledgerOmitted?: number;
  /** The letter of reply. What is null is left dotted. */
  reply: {
    number: string | null;
    /** The letter that is answered. */
    objection: { number: string | null; date: IsoDate | null };
    /** `Bupati Magetan`. */
    addressee: string | null;
    place: string | null;
    date: IsoDate | null;
    signatory: { name: string | null; title: string | null };
  };
}
