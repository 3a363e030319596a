import { cellText } from "./cellText.ts";
import { type CellProblem, findCell, findMerge, type GridSheet } from "./grid.ts";
import { readGrid } from "./gridRead.ts";
import { fileProblem } from "./scoreCell.ts";

/** Rows and columns of a sheet that are shown to choose from. */
export const sampleRows = 20;
export const sampleColumns = 150;
const lastHeaderRow = 30;

export interface InspectedSheet {
  name: string;
  hidden: boolean;
  /** Numbers of the last filled row and column. */
  rows: number;
  columns: number;
  /** The first rows as a reader sees them, from row 1 and column 1. */
  sample: string[][];
  /** The row that looks like the head of the table, from 1; null where none does. */
  headerRow: number | null;
  /** The heads of that row; `headers[0]` is column 1. */
  headers: string[];
}

/** Looks into any workbook: what sheets there are and how they begin. */
export function inspectWorkbook(
  bytes: Uint8Array,
): { sheets: InspectedSheet[] } | { problems: CellProblem[] } {
  const grid = readGrid(bytes);
  if ("fault" in grid) return { problems: [fileProblem(grid.fault)] };
  return { sheets: grid.sheets.map(inspectSheet) };
}

/** The heads of a row, `[0]` is column 1; a merged head counts for every column it spans. */
export function headersOf(sheet: GridSheet, row: number): string[] {
  return Array.from({ length: Math.min(sheet.lastColumn, sampleColumns) }, (_, index) => {
    const merge = findMerge(sheet, row, index + 1);
    return cellText(findCell(sheet, merge?.top ?? row, merge?.left ?? index + 1)).trim();
  });
}

function inspectSheet(sheet: GridSheet): InspectedSheet {
  const headerRow = guessHeaderRow(sheet);
  const width = Math.min(sheet.lastColumn, sampleColumns);
  return {
    name: sheet.name,
    hidden: sheet.hidden,
    rows: sheet.lastRow,
    columns: sheet.lastColumn,
    sample: Array.from({ length: Math.min(sheet.lastRow, sampleRows) }, (_, row) =>
      Array.from({ length: width }, (_unused, column) => cellText(findCell(sheet, row + 1, column + 1))),
    ),
    headerRow,
    headers: headerRow === null ? [] : headersOf(sheet, headerRow),
  };
}

/** The row with the most different texts that has numbers somewhere below it; the first of equals. */
function guessHeaderRow(sheet: GridSheet): number | null {
  let best: { row: number; texts: number } | null = null;
  for (let row = 1; row <= Math.min(sheet.lastRow, lastHeaderRow); row += 1) {
    const cells = Object.values(sheet.rows.get(row) ?? []);
    const texts = new Set(cells.filter(({ kind }) => kind === "text").map(cellText)).size;
    const numbers = cells.filter(({ kind }) => kind === "number").length;
    if (
      texts >= 2 &&
      texts > numbers &&
      (best === null || texts > best.texts) &&
      hasNumbersBelow(sheet, row)
    ) {
      best = { row, texts };
    }
  }
  return best?.row ?? null;
}

function hasNumbersBelow(sheet: GridSheet, row: number): boolean {
  for (let below = row + 1; below <= row + 5; below += 1) {
    if (Object.values(sheet.rows.get(below) ?? []).some(({ kind }) => kind !== "text")) return true;
  }
  return false;
}
