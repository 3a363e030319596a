import type { Gelar } from "./personName.ts";

/**
 * The edition as the rules see it: plain data, keyed by the ids of the edition file
 * (`lencana/edition@1`), every number that counts an exact decimal text.
 */

/** A canonical decimal: `-?` digits, optionally `.` and digits without trailing zeros. Never a double. */
export type DecimalText = string;
/** `YYYY-MM-DD`. */
export type IsoDate = string;

export type RegionType = "kabupaten" | "kota";
export type RoundKind = "panel" | "desk";
export type Aggregate = "mean" | "median" | "trimmedMean";
export type Direction = "higher" | "lower";
export type AwardRecipient = "head" | "agency" | "region";
export type TieBreakKey =
  | `indicator:${string}`
  | "previousRound"
  | "exactTotal"
  | "median"
  | "panelistMajority"
  | "decision";

export interface Edition {
  sample: boolean;
  year: number;
  title: string;
  theme: string | null;
  organiser: string | null;
  venue: string | null;
  ceremonyDate: IsoDate | null;
  signatory: { name: string; title: string; place: string; gelar?: Gelar | null } | null;
  /** What letters and the ceremony say of the office; null or absent where nobody gave any of it. No rule looks at it. */
  office?: EditionOffice | null;
  regions: Region[];
  panelists: Panelist[];
  categories: Category[];
  awards: Award[];
}

export interface Region {
  /** Kemendagri code, `35.20`. */
  code: string;
  type: RegionType;
  name: string;
  /** Names are in full, as printed; `gelar` is which of it are titles. */
  head: { title: string; name: string; gelar?: Gelar | null } | null;
  agency: { name: string; head: string | null; headGelar?: Gelar | null } | null;
}

export interface Panelist {
  id: string;
  name: string;
  gelar?: Gelar | null;
  institution: string | null;
}

export interface Category {
  id: string;
  name: string;
  /** Region codes. */
  entries: string[];
  rounds: Round[];
}

export interface Round {
  id: string;
  name: string;
  kind: RoundKind;
  /** Panelist ids; empty in a desk round. */
  panel: string[];
  recusals: Recusal[];
  aggregate: Aggregate;
  decimals: number;
  /** Percent of the final total that the previous round's total supplies. */
  carry: DecimalText;
  /** Fewest unrecused panelists an entry needs; 0 in a desk round. */
  quorum: number;
  advance: { top: number } | { atLeast: DecimalText } | null;
  tieBreak: TieBreakKey[];
  decisions: Decision[];
  indicators: Indicator[];
  /** When and where a panel round is held; null or absent where nobody said. No rule looks at it. */
  event?: EditionEvent | null;
  scores: Sheet[];
}

export type CeremonyStep =
  | "opening"
  | "anthem"
  | "report"
  | "address"
  | "awards"
  | "governor"
  | "prayer"
  | "closing"
  /** A step that the office added. */
  | "own";

/** A step of the ceremony. */
export interface CeremonyItem {
  step: CeremonyStep;
  /** Null: not known yet, and neither are the times after it. */
  minutes: number | null;
  /** Who does it; null leaves the usual one. */
  by: string | null;
  /** What it is called; absent: as usual. A step of the office's own always has one, that of the awards never. */
  title?: string | undefined;
  /** Read aloud instead of the usual words, a paragraph a line; never of the awards, whose words come from the ranking. */
  words?: string | undefined;
}

/** Details of the office, all as printed. */
export interface EditionOffice {
  /** Signs the letters of the organiser. */
  signer: { office: string | null; name: string | null; rank: string | null };
  bases: string[];
  budget: string | null;
  copies: string[];
  ceremony: {
    /** `09.00`, WIB. */
    start: string | null;
    /** Null until somebody gave them. */
    items: CeremonyItem[] | null;
    guests: string[];
  };
}

/** A round's event with its order of presenting. */
export interface EditionEvent {
  date: IsoDate | null;
  /** `09.00`, WIB. */
  start: string | null;
  venue: string | null;
  presentationMinutes: number | null;
  interviewMinutes: number | null;
  /** Whether the head of region must come, and nobody instead. */
  inPerson: boolean;
  pauses: { after: number; minutes: number; name: string }[];
  /** Codes of regions, or null where there is no order yet. */
  turns: string[] | null;
  /** The seed the order was drawn with; null where it was given. */
  lot: string | null;
}

export interface Recusal {
  panelist: string;
  entry: string;
  reason: string;
}

export interface Decision {
  entries: string[];
  order: string[];
  reason: string;
}

export interface Indicator {
  id: string;
  name: string;
  /** Percent; the weights of a round sum to exactly 100. */
  weight: DecimalText;
  scale: { min: DecimalText; max: DecimalText; step: DecimalText | null };
  direction: Direction;
}

/** What one panelist gave one entry; panelist is null in a desk round. */
export interface Sheet {
  entry: string;
  panelist: string | null;
  /** Indicator id → value. A missing key is a value not yet given. */
  values: Record<string, DecimalText>;
}

export interface Award {
  id: string;
  category: string;
  places: number;
  name: string;
  recipient: AwardRecipient;
}
