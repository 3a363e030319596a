import type { Grid, ScoreChange } from "../../../electron/contract/sheets.ts";
import { type Indicator, sameValue } from "./scaleWords.ts";
import { readScore } from "./typedNumber.ts";

/** One cell changed from `was` to `value`, as it goes to the server. */
export type CellEdit = ScoreChange;
export type GridRow = Grid["rows"][number];

/** What is put into which cell, still as text. */
export interface CellText {
  row: number;
  column: number;
  text: string;
}

/** A cell that refuses what was put into it. */
export interface CellFault {
  entryId: number;
  indicatorId: number;
  text: string;
  sentence: string;
}

/** The grid as it is shown now: the server's values under those still being saved. */
export interface ShownGrid {
  rows: readonly GridRow[];
  indicators: readonly Indicator[];
  valueAt: (row: number, column: number) => string | null;
}

/**
 * Turns texts into edits, all or none: with any fault nothing may be done. Cells that keep their value give no
 * edit; an empty text on a recused row is passed over, anything else there is a fault.
 */
export function planEdits(
  grid: ShownGrid,
  cells: Iterable<CellText>,
): { edits: CellEdit[]; faults: CellFault[] } {
  const edits: CellEdit[] = [];
  const faults: CellFault[] = [];
  for (const { row, column, text } of cells) {
    const [entry, indicator] = [grid.rows[row], grid.indicators[column]];
    if (!entry || !indicator) continue;
    const place = { entryId: entry.entryId, indicatorId: indicator.id };
    if (entry.recused !== null) {
      if (text.trim() !== "") faults.push({ ...place, text, sentence: "Panelis tidak menilai peserta ini" });
      continue;
    }
    const reading = readScore(text, indicator.scale);
    const was = grid.valueAt(row, column);
    if (!reading.ok) faults.push({ ...place, text, sentence: reading.sentence });
    else if (!sameValue(reading.value, was)) edits.push({ ...place, value: reading.value, was });
  }
  return { edits, faults };
}
