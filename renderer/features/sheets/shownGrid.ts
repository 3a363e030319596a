import type { Grid } from "../../../electron/contract/sheets.ts";
import type { ShownGrid } from "./cellEdits.ts";
import { findCell } from "./cellMap.ts";
import type { Area, Terrain } from "./movement.ts";
import type { SheetState } from "./sheetStore.ts";

/** The grid as it is shown: what is on its way to the server stands over what is there. */
export function shownGrid(grid: Grid, pending: SheetState["pending"]): ShownGrid {
  return {
    rows: grid.rows,
    indicators: grid.indicators,
    valueAt: (row, column) => {
      const entry = grid.rows[row];
      const typed = entry && findCell(pending, entry.entryId, grid.indicators[column]?.id ?? 0);
      return typed ? typed.value : (entry?.values[column] ?? null);
    },
  };
}

/** The same, as movement sees it; a page is one row until it is known how many fit. */
export function terrainOf(shown: ShownGrid): Terrain {
  return {
    rows: shown.rows.length,
    columns: shown.indicators.length,
    pageRows: 1,
    filled: (row, column) => shown.valueAt(row, column) !== null,
    locked: (row) => shown.rows[row]?.recused !== null,
  };
}

/** The values of an area, row by row. */
export function valuesIn(shown: ShownGrid, area: Area): (string | null)[][] {
  const rows: (string | null)[][] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const values: (string | null)[] = [];
    for (let column = area.left; column <= area.right; column += 1) values.push(shown.valueAt(row, column));
    rows.push(values);
  }
  return rows;
}

/** How many sheets of this grid still lack a value; a recused one lacks none. */
export function incompleteRows(shown: ShownGrid): number {
  return shown.rows.filter(
    (row, index) =>
      row.recused === null && shown.indicators.some((_, column) => shown.valueAt(index, column) === null),
  ).length;
}

/** The next empty cell in reading order after a place, going round once; null when nothing is missing. */
export function findNextGap(shown: ShownGrid, after: { row: number; column: number }) {
  const columns = shown.indicators.length;
  const cells = shown.rows.length * columns;
  const start = after.row * columns + after.column;
  for (let step = 1; step <= cells; step += 1) {
    const at = (start + step) % cells;
    const place = { row: Math.floor(at / columns), column: at % columns };
    if (shown.rows[place.row]?.recused === null && shown.valueAt(place.row, place.column) === null) {
      return place;
    }
  }
  return null;
}
