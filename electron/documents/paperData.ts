import type { Design } from "../contract/designs.ts";
import type { DecimalText, Direction, IsoDate, RoundKind } from "../domain/edition.ts";
import type { DossierPaper } from "./dossierData.ts";
import type { Head, PaperCommon, PersonOfPanel, Picture, Proof, Signer } from "./paperCommon.ts";
import type { ProsePaper } from "./proseData.ts";
import type { RuleBookPaper } from "./ruleBookData.ts";

export type { Design, DesignElement } from "../contract/designs.ts";
export type * from "./dossierData.ts";
export type * from "./paperCommon.ts";
export type * from "./proseData.ts";
export type * from "./ruleBookData.ts";

export type CharterRecipient =
  /** `position` is title and region, `Bupati Magetan`; `region` carries its type, `Kabupaten Magetan`. */
  | { kind: "head"; name: string; position: string; region: string }
  | { kind: "agency"; name: string; region: string }
  | { kind: "region"; name: string }
  /** For having judged; place and award do not count. No category: said without one. */
  | { kind: "panelist"; name: string; institution: string | null; categories: readonly string[] };

export interface Charter {
  /** Null leaves the number dotted. */
  number: string | null;
  recipient: CharterRecipient;
  /** Null: given for taking part. */
  place: number | null;
  /** How many places the award has: a single one is `Terbaik`, more are `Terbaik I`, `Terbaik II`, … */
  places: number;
  category: string;
  award: string;
  /** A sentence of the office's own in place of ours, starting with `atas`. */
  reason: string | null;
  /** Its own, where charters of several papers stand in one PDF; else the paper's. */
  proof?: Proof | null;
}

/** A picture of a design, with its size in pixels or units of the drawing. */
export interface SizedPicture {
  picture: Picture;
  width: number;
  height: number;
}

/** A design with all that it needs. Papers that share one should share the object: it is then held once. */
export interface CharterDesign {
  design: Design;
  /** By hash. */
  pictures: Readonly<Record<string, SizedPicture>>;
  /** The expert's own template; null where the application's lays it out. */
  source: string | null;
}

/** Piagam penghargaan, one page a record, landscape. */
export interface CharterPaper extends PaperCommon {
  kind: "charter";
  /** The Garuda, as loaded by the office; null leaves a frame for it. */
  emblem: Picture | null;
  signatory: { name: string; title: string; place: string };
  date: IsoDate | null;
  theme: string | null;
  design: CharterDesign;
  /** The page to align a blank by, instead of charters. */
  test?: boolean;
  charters: Charter[];
}

export interface RecapRow {
  rank: number | null;
  /** With its type: `Kabupaten Kediri`. */
  entry: string;
  /** One per indicator, 0–100, rounded as it should be printed; null: not complete. */
  aggregates: (DecimalText | null)[];
  /** One per panelist: a total, `recused`, or null while not complete. Empty in a desk round. */
  panelistTotals: (DecimalText | null)[];
  /** The round's own total before the previous one is carried in; shown where given. */
  roundTotal?: DecimalText | null;
  /** The previous round's total where the round carries one. */
  previousTotal: DecimalText | null;
  total: DecimalText | null;
  /** Above the cut: advances, or in a last round takes a place of an award. */
  advances: boolean;
}

/** Rekapitulasi nilai of one round. */
export interface RecapPaper extends PaperCommon {
  kind: "recap";
  category: string;
  round: string;
  indicators: { name: string; weight: DecimalText }[];
  panelists: PersonOfPanel[];
  carry: { percent: DecimalText; round: string } | null;
  /** Best first. */
  rows: RecapRow[];
  /** What the advancing entries are called, `Top 5`; null in a last round without a cut. */
  cut: string | null;
  /** Sentences under the table: ties, recusals. */
  notes: string[];
  place: string | null;
  date: IsoDate | null;
  signers: Signer[];
}

export type TieSplit =
  | { kind: "indicator"; indicator: string }
  | { kind: "previousRound" | "exactTotal" | "median" | "panelistMajority" }
  | { kind: "decision"; reason: string }
  /** Nothing split them, and no place depends on it. */
  | { kind: "shared" }
  /** Nothing split them, and a decision is still needed. */
  | { kind: "undecided" };

export interface Tie {
  /** In the final order. */
  entries: string[];
  total: DecimalText;
  split: TieSplit;
}

export interface MinutesRound {
  name: string;
  kind: RoundKind;
  /** How many entries were judged. */
  entries: number;
  indicators: { name: string; weight: DecimalText }[];
  aggregate: "mean" | "median" | "trimmedMean";
  decimals: number;
  carry: { percent: DecimalText; round: string } | null;
  /** `Top 5`; null: every entry is listed as the result. */
  cut: string | null;
  /** The entries the minutes name, best first. */
  results: { rank: number; entry: string; head: Head | null; total: DecimalText }[];
  ties: Tie[];
  /** `statement` says how it was signed, in brackets after the reason; null on an open edition. */
  recusals: { panelist: string; entry: string; reason: string; statement: string | null }[];
}

/** Berita acara penilaian of one or more rounds of a category. */
export interface MinutesPaper extends PaperCommon {
  kind: "minutes";
  number: string | null;
  date: IsoDate | null;
  /** `09.00`, WIB; null leaves the time out. */
  time: string | null;
  venue: string | null;
  place: string | null;
  organiser: string | null;
  category: string;
  panelists: PersonOfPanel[];
  rounds: MinutesRound[];
  signers: Signer[];
}

export interface ScoreSheet {
  /** Null in a desk round. */
  panelist: PersonOfPanel | null;
  entry: string;
  /** Title and name, `Bupati Magetan Suprawoto`. */
  head: string | null;
  /** One per indicator; null values are left blank. */
  values: (DecimalText | null)[];
  /** The sheet's weighted total, rounded as it should be printed; null leaves it blank. */
  total: DecimalText | null;
  /** Its own, where sheets of several papers stand in one PDF; else the paper's. */
  proof?: Proof | null;
}

/** Lembar penilaian, blank where values are null; every sheet starts a page. */
export interface ScoreSheetPaper extends PaperCommon {
  kind: "scoreSheet";
  category: string;
  round: string;
  indicators: {
    name: string;
    weight: DecimalText;
    scale: { min: DecimalText; max: DecimalText; step: DecimalText | null };
    direction: Direction;
  }[];
  place: string | null;
  date: IsoDate | null;
  sheets: ScoreSheet[];
}

/** Any paper, as plain JSON that can cross to a worker. */
export type Paper =
  | CharterPaper
  | RecapPaper
  | MinutesPaper
  | ScoreSheetPaper
  | RuleBookPaper
  | DossierPaper
  | ProsePaper;
