/** A cell by place: row and column count from 0. */
export interface Position {
  row: number;
  column: number;
}

/** The selected rectangle runs from the anchor to the extent; typing goes to the active cell, anywhere inside. */
export interface Selection {
  active: Position;
  anchor: Position;
  extent: Position;
}

/** The four corners of a selection, inclusive. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What movement needs to know of the grid. */
export interface Terrain {
  rows: number;
  columns: number;
  /** Rows of one page up or down. */
  pageRows: number;
  filled: (row: number, column: number) => boolean;
  /** A recused row: passed over by Enter and Tab, still reachable by arrows. */
  locked: (row: number) => boolean;
}

export type Move =
  | "up"
  | "down"
  | "left"
  | "right"
  | "blockUp"
  | "blockDown"
  | "blockLeft"
  | "blockRight"
  | "rowStart"
  | "rowEnd"
  | "gridStart"
  | "gridEnd"
  | "pageUp"
  | "pageDown";

export type EnterDirection = "right" | "down";

/** The corners of a selection. */
export function areaOf({ anchor, extent }: Selection): Area {
  return {
    top: Math.min(anchor.row, extent.row),
    left: Math.min(anchor.column, extent.column),
    bottom: Math.max(anchor.row, extent.row),
    right: Math.max(anchor.column, extent.column),
  };
}

/** Whether more than one cell is selected. */
export function isStretched({ anchor, extent }: Selection): boolean {
  return anchor.row !== extent.row || anchor.column !== extent.column;
}

/** A selection of one cell. */
export function selectCell(position: Position): Selection {
  return { active: position, anchor: position, extent: position };
}

/** The selection after a key: moved, or stretched while Shift is held. */
export function moveSelection(
  selection: Selection,
  move: Move,
  stretch: boolean,
  terrain: Terrain,
): Selection {
  const from = stretch ? selection.extent : selection.active;
  const to = clamp(targets[move](from, terrain), terrain);
  return stretch ? { ...selection, extent: to } : selectCell(to);
}

/** Keeps a position inside the grid. */
export function clamp({ row, column }: Position, { rows, columns }: Terrain): Position {
  return {
    row: Math.max(0, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  };
}

const targets: Record<Move, (from: Position, terrain: Terrain) => Position> = {
  up: ({ row, column }) => ({ row: row - 1, column }),
  down: ({ row, column }) => ({ row: row + 1, column }),
  left: ({ row, column }) => ({ row, column: column - 1 }),
  right: ({ row, column }) => ({ row, column: column + 1 }),
  blockUp: ({ row, column }, { filled }) => ({
    row: blockEdge(row, -1, 0, (at) => filled(at, column)),
    column,
  }),
  blockDown: ({ row, column }, { rows, filled }) => ({
    row: blockEdge(row, 1, rows - 1, (at) => filled(at, column)),
    column,
  }),
  blockLeft: ({ row, column }, { filled }) => ({
    row,
    column: blockEdge(column, -1, 0, (at) => filled(row, at)),
  }),
  blockRight: ({ row, column }, { columns, filled }) => ({
    row,
    column: blockEdge(column, 1, columns - 1, (at) => filled(row, at)),
  }),
  rowStart: ({ row }) => ({ row, column: 0 }),
  rowEnd: ({ row }, { columns }) => ({ row, column: columns - 1 }),
  gridStart: () => ({ row: 0, column: 0 }),
  gridEnd: (_from, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
  pageUp: ({ row, column }, { pageRows }) => ({ row: row - pageRows, column }),
  pageDown: ({ row, column }, { pageRows }) => ({ row: row + pageRows, column }),
};

/** Ctrl+arrow as in Excel: to the last filled cell of this block, or over the gap to the next one, or to the end. */
function blockEdge(from: number, step: 1 | -1, end: number, filled: (at: number) => boolean): number {
  if (from === end) return from;
  let at = from + step;
  const inBlock = filled(from) && filled(at);
  while (at !== end && (inBlock ? filled(at + step) : !filled(at))) at += step;
  return at;
}

/**
 * Enter and Tab: the next cell to type into. Inside a stretched selection it goes round that; otherwise across the
 * row and on to the next, or down the column and on to the next. At the end of the grid: null.
 */
export function advance(
  selection: Selection,
  direction: EnterDirection,
  back: boolean,
  terrain: Terrain,
): Selection | null {
  const area = areaOf(selection);
  const stretched = isStretched(selection);
  const whole = { top: 0, left: 0, bottom: terrain.rows - 1, right: terrain.columns - 1 };
  const bounds = stretched ? area : whole;
  const cells = (bounds.bottom - bounds.top + 1) * (bounds.right - bounds.left + 1);
  let position: Position | null = selection.active;
  for (let tried = 0; tried < cells && position; tried += 1) {
    position = neighbour(position, direction, back, bounds, stretched);
    if (position && !terrain.locked(position.row)) {
      return stretched ? { ...selection, active: position } : selectCell(position);
    }
  }
  return null;
}

function neighbour(
  { row, column }: Position,
  direction: EnterDirection,
  back: boolean,
  bounds: Area,
  around: boolean,
): Position | null {
  const width = bounds.right - bounds.left + 1;
  const height = bounds.bottom - bounds.top + 1;
  const across = direction === "right";
  const index = across
    ? (row - bounds.top) * width + (column - bounds.left)
    : (column - bounds.left) * height + (row - bounds.top);
  let next = index + (back ? -1 : 1);
  if (next < 0 || next >= width * height) {
    if (!around) return null;
    next = (next + width * height) % (width * height);
  }
  return across
    ? { row: bounds.top + Math.floor(next / width), column: bounds.left + (next % width) }
    : { row: bounds.top + (next % height), column: bounds.left + Math.floor(next / height) };
}
