import type { Indicator, Panelist, Region, Round } from "../domain/edition.ts";
import { withDecimalComma } from "./cellText.ts";

/** Raise it when a file written before can no longer be read. */
export const templateFormat = "lencana/score-template@1";
/** The hidden sheet by which a template knows what it belongs to. */
export const metaSheetName = "_lencana";
export const guideSheetName = "Petunjuk";
/** The one sheet of a desk round. */
export const deskSheetName = "Nilai";

/** The heads of the columns that are no indicators, in the row of indicator codes. */
export const columnHeads = {
  number: "No.",
  code: "Kode daerah",
  region: "Daerah",
  total: "Total sementara",
  blank: "Belum diisi",
} as const;

/** What a template is for: any stable ids, compared as they are. */
export interface TemplateIdentity {
  edition: string;
  category: string;
  round: string;
}

/** What the reader holds a template against. */
export interface TemplateTarget {
  identity: TemplateIdentity;
  editionTitle: string;
  categoryName: string;
  round: Round;
  /** Region codes of those this round ranks. */
  entries: string[];
  /** Holds every entry. */
  regions: Region[];
}

/** What a template is written from; the scores of `round` fill its cells. */
export interface ScoreTemplate extends TemplateTarget {
  /** Holds every member of the round's panel. */
  panelists: Panelist[];
  sample: boolean;
  now: Date;
}

/** Keys of the hidden sheet's rows, in column A. */
export const metaKeys = {
  format: "format",
  edition: "edition",
  editionTitle: "editionTitle",
  category: "category",
  categoryName: "categoryName",
  round: "round",
  roundName: "roundName",
  /** B: sheet name, C: panelist id, empty for the desk. */
  sheet: "sheet",
  /** B: indicator id. */
  indicator: "indicator",
  /** B: region code. */
  entry: "entry",
} as const;

/** Panelists whose sheet a template holds; the desk is null. */
export function scorersOf(round: Round): (string | null)[] {
  return round.kind === "panel" ? round.panel : [null];
}

/** "0,5" or "bebas". */
export function stepText(indicator: Indicator): string {
  return indicator.scale.step === null ? "bebas" : withDecimalComma(indicator.scale.step);
}

/** Which end of the scale is the good one. */
export function directionText(indicator: Indicator): string {
  return indicator.direction === "higher" ? "tinggi lebih baik" : "rendah lebih baik";
}
