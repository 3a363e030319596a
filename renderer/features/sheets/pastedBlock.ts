import type { CellText } from "./cellEdits.ts";
import { type Area, areaOf, isStretched, type Selection } from "./movement.ts";

/** Where a pasted block lands, cell by cell, or why it cannot. */
export type Landing = { ok: true; cells: CellText[]; area: Area } | { ok: false; sentence: string };

/**
 * A block lands with its upper left cell on the selection's; a single value fills the whole selection, and a block
 * that goes into the selection a whole number of times is repeated, as spreadsheets do.
 */
export function landBlock(
  block: readonly (readonly string[])[],
  selection: Selection,
  size: { rows: number; columns: number },
): Landing {
  const [height, width] = [block.length, Math.max(0, ...block.map((row) => row.length))];
  if (height === 0 || width === 0) return { ok: false, sentence: "Papan klip kosong: salin dulu sel-selnya" };
  const area = areaOf(selection);
  const selected = { height: area.bottom - area.top + 1, width: area.right - area.left + 1 };
  const repeats = isStretched(selection) && selected.height % height === 0 && selected.width % width === 0;
  const [down, across] = repeats ? [selected.height, selected.width] : [height, width];
  const room = { rows: size.rows - area.top, columns: size.columns - area.left };
  if (down > room.rows || across > room.columns) {
    return {
      ok: false,
      sentence:
        `Blok yang disalin ${height} baris × ${width} kolom, sedangkan dari sel ini hanya ada ` +
        `${room.rows} baris × ${room.columns} kolom. Tidak ada yang ditempel: pilih sel awal yang benar, lalu tempel lagi.`,
    };
  }
  const cells: CellText[] = [];
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      // A line shorter than the others says nothing about the cells it lacks.
      const text = block[row % height]?.[column % width];
      if (text !== undefined) cells.push({ row: area.top + row, column: area.left + column, text });
    }
  }
  const landed = { ...area, bottom: area.top + down - 1, right: area.left + across - 1 };
  return { ok: true, cells, area: landed };
}

/** Fills an area from its first row (or column) on: what Ctrl+D, Ctrl+R and the fill handle do. */
export function fillFrom(
  source: Area,
  into: Area,
  textAt: (row: number, column: number) => string,
): CellText[] {
  const cells: CellText[] = [];
  const [height, width] = [source.bottom - source.top + 1, source.right - source.left + 1];
  for (let row = into.top; row <= into.bottom; row += 1) {
    for (let column = into.left; column <= into.right; column += 1) {
      const inSource =
        row >= source.top && row <= source.bottom && column >= source.left && column <= source.right;
      if (inSource) continue;
      const fromRow = source.top + modulo(row - source.top, height);
      const fromColumn = source.left + modulo(column - source.left, width);
      cells.push({ row, column, text: textAt(fromRow, fromColumn) });
    }
  }
  return cells;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
