import type { FractionText } from "./result.ts";

/** What both ways of reckoning a standing, whole numbers and rationals, arrive at. */
export interface Figures {
  /** One per indicator. */
  aggregates: (FractionText | null)[];
  weighted: FractionText | null;
  /** One per scoring panelist, null where the sheet lacks a value. */
  sheetTotals: (FractionText | null)[];
}
