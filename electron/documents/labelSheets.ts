import type { PaperSize } from "./paperCommon.ts";

/** How labels lie on a sheet, in the middle of it; millimetres. */
export interface LabelSheet {
  columns: number;
  rows: number;
  width: number;
  height: number;
  /** Between columns; rows touch. */
  gap: number;
}

/** A4 is the usual sheet of 14 labels that comes cut; for F4 there is none, so its labels fill the sheet and are cut by hand. */
export const labelSheets: Readonly<Record<PaperSize, LabelSheet>> = {
  A4: { columns: 2, rows: 7, width: 99.1, height: 38.1, gap: 2.5 },
  F4: { columns: 2, rows: 7, width: 101, height: 42, gap: 2.5 },
};
