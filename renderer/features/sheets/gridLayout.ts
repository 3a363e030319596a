import type { Area, Position } from "./movement.ts";

/** Sizes of the typing grid in CSS pixels; the style sheet takes them from here. */
export const rowHeightPx = 34;
export const headerHeightPx = 86;
export const rowHeaderWidthPx = 264;
export const totalWidthPx = 132;
const narrowestColumnPx = 92;
const widestColumnPx = 208;

/** Where things lie inside the scrolled content. */
export interface GridLayout {
  columnWidthPx: number;
  widthPx: number;
  heightPx: number;
}

/** Few indicators share the width of the window; many keep a width that a figure and a short name need. */
export function layoutOf(viewportWidthPx: number, rows: number, columns: number): GridLayout {
  const room = Math.floor((viewportWidthPx - rowHeaderWidthPx - totalWidthPx) / Math.max(1, columns));
  const columnWidthPx = Math.max(narrowestColumnPx, Math.min(widestColumnPx, room));
  return {
    columnWidthPx,
    widthPx: rowHeaderWidthPx + columns * columnWidthPx + totalWidthPx,
    heightPx: headerHeightPx + rows * rowHeightPx,
  };
}

/** The rectangle of an area inside the content. */
export function boxOf(area: Area, { columnWidthPx }: GridLayout) {
  return {
    left: rowHeaderWidthPx + area.left * columnWidthPx,
    top: headerHeightPx + area.top * rowHeightPx,
    width: (area.right - area.left + 1) * columnWidthPx,
    height: (area.bottom - area.top + 1) * rowHeightPx,
  };
}

/** What of the scrolled window the mouse is on; positions may lie outside the grid and want clamping. */
export type Spot =
  | { part: "cell"; position: Position }
  | { part: "rowHeader"; row: number }
  | { part: "columnHeader"; column: number }
  | { part: "corner" }
  | { part: "total"; row: number };

/** Finds the spot under a point given from the upper left of the scrolling window. */
export function spotAt(x: number, y: number, scroller: ScrollState, layout: GridLayout): Spot {
  const row = Math.floor((y - headerHeightPx + scroller.scrollTop) / rowHeightPx);
  const column = Math.floor((x - rowHeaderWidthPx + scroller.scrollLeft) / layout.columnWidthPx);
  const totalFrom = Math.min(scroller.clientWidth, layout.widthPx - scroller.scrollLeft) - totalWidthPx;
  if (y < headerHeightPx) {
    return x < rowHeaderWidthPx ? { part: "corner" } : { part: "columnHeader", column };
  }
  if (x < rowHeaderWidthPx) return { part: "rowHeader", row };
  return x >= totalFrom ? { part: "total", row } : { part: "cell", position: { row, column } };
}

export interface ScrollState {
  scrollTop: number;
  scrollLeft: number;
  clientWidth: number;
  clientHeight: number;
}

/** Where to scroll so that a cell is whole in view, as little as possible. */
export function scrollToShow(
  { row, column }: Position,
  scroller: ScrollState,
  { columnWidthPx }: GridLayout,
): { top: number; left: number } {
  const top = row * rowHeightPx;
  const left = column * columnWidthPx;
  return {
    top: nearest(scroller.scrollTop, top, rowHeightPx, scroller.clientHeight - headerHeightPx),
    left: nearest(
      scroller.scrollLeft,
      left,
      columnWidthPx,
      scroller.clientWidth - rowHeaderWidthPx - totalWidthPx,
    ),
  };
}

function nearest(scroll: number, from: number, size: number, room: number): number {
  if (from < scroll) return from;
  return Math.max(scroll, from + size - room);
}
