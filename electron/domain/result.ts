import type { DecimalText } from "./edition.ts";

/** An exact fraction in lowest terms, `numerator/denominator`, denominator positive: `365/4`, `90/1`. */
export type FractionText = string;

/**
 * What the sheets of one entry amount to in one round, before anybody is compared with anybody.
 * Depends on nothing but the round's rules and this entry's sheets, so one changed score costs one standing.
 */
export interface Standing {
  entry: string;
  /** One per indicator, in the round's order; null while no unrecused panelist has given a value. */
  aggregates: (FractionText | null)[];
  /** Σ weight/100 · aggregate, before carry; null while an aggregate is missing. */
  weighted: FractionText | null;
  /** Panelist → Σ weight/100 · normalised value; only complete sheets. Key "" is the desk. */
  sheetTotals: Record<string, FractionText>;
  /** Panelists (null: the desk) whose sheet lacks a value, and how many values. */
  missing: { panelist: string | null; values: number }[];
  /** Unrecused panelists; 1 in a desk round. */
  panelists: number;
  quorumMet: boolean;
}

export interface EntryResult {
  entry: string;
  /** Null only while the total cannot be computed yet. */
  rank: number | null;
  /** Rounded half away from zero, always with the round's number of decimals. */
  total: DecimalText | null;
  exact: FractionText | null;
  /** The key of the chain that last separated this entry from another with the same rounded total. */
  tieBreak: string | null;
  advances: boolean;
}

export interface RoundResult {
  id: string;
  /** Every sheet and quorum is there, and every earlier round is complete and decided. */
  complete: boolean;
  /** Best first. Entries without a total come last, in the order of entry. */
  results: EntryResult[];
  /** Ties over a cut-off or the last place of an award that only a decision can split. */
  undecided: string[][];
}

export interface CategoryResult {
  id: string;
  rounds: RoundResult[];
}

export interface AwardResult {
  id: string;
  recipients: { place: number; entry: string; name: string | null; title: string | null }[];
}

export interface EditionResult {
  format: "lencana/result@1";
  categories: CategoryResult[];
  awards: AwardResult[];
}
