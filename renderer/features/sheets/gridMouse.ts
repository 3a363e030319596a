import type { GridLayout, Spot } from "./gridLayout.ts";
import { spotAt } from "./gridLayout.ts";
import { type Area, areaOf, clamp, type Position, selectCell, type Terrain } from "./movement.ts";
import type { Typing } from "./useTyping.ts";

const scrollEveryMs = 60;

/** What the mouse needs to know of the grid on screen. */
export interface MouseOptions {
  scroller: HTMLElement;
  layout: GridLayout;
  terrain: Pick<Terrain, "rows" | "columns">;
  typing: Typing;
  show: (position: Position) => void;
}

function spotOf(event: { clientX: number; clientY: number }, { scroller, layout }: MouseOptions): Spot {
  const { left, top } = scroller.getBoundingClientRect();
  return spotAt(event.clientX - left - scroller.clientLeft, event.clientY - top, scroller, layout);
}

/** The nearest cell to a point, for dragging over and beyond the edges. */
function nearestCell(event: { clientX: number; clientY: number }, options: MouseOptions): Position {
  const { left, top } = options.scroller.getBoundingClientRect();
  const x = event.clientX - left;
  const y = event.clientY - top;
  const spot = spotAt(Math.max(x, 0), Math.max(y, 0), options.scroller, options.layout);
  const { active } = options.typing.selection;
  const bounds = { ...options.terrain, pageRows: 1, filled: () => false, locked: () => false };
  switch (spot.part) {
    case "cell":
      return clamp(spot.position, bounds);
    case "rowHeader":
    case "total":
      return clamp({ row: spot.row, column: spot.part === "total" ? bounds.columns : 0 }, bounds);
    case "columnHeader":
      return clamp({ row: 0, column: spot.column }, bounds);
    default:
      return active;
  }
}

/** Follows the mouse until its button is let go, and goes on scrolling while it rests outside. */
function follow(options: MouseOptions, onCell: (cell: Position) => void, onEnd: () => void) {
  let last: { clientX: number; clientY: number } | null = null;
  const look = () => {
    if (!last) return;
    const cell = nearestCell(last, options);
    options.show(cell);
    onCell(cell);
  };
  const move = (event: MouseEvent) => {
    last = { clientX: event.clientX, clientY: event.clientY };
    look();
  };
  const timer = setInterval(look, scrollEveryMs);
  const end = () => {
    clearInterval(timer);
    removeEventListener("mousemove", move);
    removeEventListener("mouseup", end);
    onEnd();
  };
  addEventListener("mousemove", move);
  addEventListener("mouseup", end);
}

/** A press selects a cell, a row or a column; with Shift it stretches; dragging stretches on. */
export function pressGrid(event: React.MouseEvent, options: MouseOptions): void {
  const { typing, terrain } = options;
  if (event.button !== 0) return;
  event.preventDefault();
  // What is being typed and refused keeps the focus.
  if (!typing.finish()) return;
  const spot = spotOf(event, options);
  const { rows, columns } = terrain;
  if (spot.part === "corner") {
    typing.run({ kind: "selectAll" });
  } else if (spot.part === "columnHeader" && spot.column < columns) {
    const [top, bottom] = [
      { row: 0, column: spot.column },
      { row: rows - 1, column: spot.column },
    ];
    typing.select(
      { active: top, anchor: top, extent: bottom },
      { ...typing.selection.active, column: spot.column },
    );
  } else if (spot.part === "rowHeader" && spot.row < rows) {
    const [first, last] = [
      { row: spot.row, column: 0 },
      { row: spot.row, column: columns - 1 },
    ];
    typing.select(
      { active: first, anchor: first, extent: last },
      { ...typing.selection.active, row: spot.row },
    );
  } else if (spot.part === "cell" && spot.position.row < rows && spot.position.column < columns) {
    const from = event.shiftKey ? typing.selection.anchor : spot.position;
    const stretchTo = (extent: Position) => typing.select({ active: from, anchor: from, extent }, extent);
    if (event.shiftKey) stretchTo(spot.position);
    else typing.select(selectCell(spot.position));
    follow(options, stretchTo, () => undefined);
  }
}

/** Dragging the handle at the corner of the selection fills rows or columns with it, whichever way it is drawn. */
export function dragFill(
  event: React.MouseEvent,
  options: MouseOptions,
  onPreview: (area: Area | null) => void,
): void {
  if (event.button !== 0) return;
  event.preventDefault();
  event.stopPropagation();
  const source = areaOf(options.typing.selection);
  let target = source;
  follow(
    options,
    (cell) => {
      target = drawnArea(source, cell);
      onPreview(target);
    },
    () => {
      onPreview(null);
      if (target !== source) options.typing.fill(source, target);
    },
  );
}

function drawnArea(source: Area, { row, column }: Position): Area {
  const down = Math.max(row - source.bottom, source.top - row, 0);
  const across = Math.max(column - source.right, source.left - column, 0);
  if (down === 0 && across === 0) return source;
  return down >= across
    ? { ...source, top: Math.min(source.top, row), bottom: Math.max(source.bottom, row) }
    : { ...source, left: Math.min(source.left, column), right: Math.max(source.right, column) };
}
