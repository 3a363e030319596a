import { type RefObject, useLayoutEffect, useMemo, useState } from "react";
import { flushSync } from "react-dom";
import { type GridLayout, layoutOf, rowHeightPx } from "./gridLayout.ts";

/** Drawn beyond what is in view, so that a wheel that is ahead of the page meets no gap. */
const spare = { rows: 4, columns: 1 };

/**
 * What is in the document along one side: from and to inclusive. A row or column that leaves lends its place to the
 * one that comes in, since changing a text costs less than making boxes anew; `slots` says how many places there are.
 */
export interface DrawnRange {
  from: number;
  to: number;
  slots: number;
}

/**
 * What is drawn, in the order of the places and not of the grid: so nothing moves within the document when it scrolls,
 * only what the places hold. Where it matters who comes after whom, the grid says so by itself.
 */
export function inSlotOrder({ from, to, slots }: DrawnRange): number[] {
  const firstPlace = Math.ceil(from / slots) * slots;
  const indices = Array.from({ length: to - from + 1 }, (_, offset) => from + offset);
  return [
    ...indices.filter((index) => index >= firstPlace),
    ...indices.filter((index) => index < firstPlace),
  ];
}

/** The part of the grid that is in view, for every cell has the same size. Both sides follow a scroll in one render. */
export function useGridWindow(
  scroller: RefObject<HTMLElement | null>,
  rows: number,
  columns: number,
): { layout: GridLayout; viewHeightPx: number; drawnRows: DrawnRange; drawnColumns: DrawnRange } {
  const [view, setView] = useState({ widthPx: 0, heightPx: 0 });
  const [first, setFirst] = useState({ row: 0, column: 0 });
  const layout = useMemo(() => layoutOf(view.widthPx, rows, columns), [view.widthPx, rows, columns]);
  const { columnWidthPx } = layout;

  useLayoutEffect(() => {
    const element = scroller.current;
    const measure = () => {
      const [widthPx, heightPx] = [element?.clientWidth ?? 0, element?.clientHeight ?? 0];
      setView((now) => (now.widthPx === widthPx && now.heightPx === heightPx ? now : { widthPx, heightPx }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (element) observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    const follow = () => {
      const row = Math.floor((element?.scrollTop ?? 0) / rowHeightPx);
      const column = Math.floor((element?.scrollLeft ?? 0) / columnWidthPx);
      setFirst((now) => (now.row === row && now.column === column ? now : { row, column }));
    };
    // At once, not in the next task: what scrolls into view must be there when this frame is painted.
    const followNow = () => flushSync(follow);
    follow();
    element?.addEventListener("scroll", followNow, { passive: true });
    return () => element?.removeEventListener("scroll", followNow);
  }, [scroller, columnWidthPx]);

  const drawnRows = useRange(first.row, Math.ceil(view.heightPx / rowHeightPx), spare.rows, rows);
  const drawnColumns = useRange(
    first.column,
    Math.ceil(view.widthPx / columnWidthPx),
    spare.columns,
    columns,
  );
  return { layout, viewHeightPx: view.heightPx, drawnRows, drawnColumns };
}

/** The same object as long as nothing in it changes, so that rows need not look again. */
function useRange(first: number, inView: number, more: number, count: number): DrawnRange {
  const from = Math.max(0, Math.min(first, count) - more);
  const to = Math.min(count - 1, first + inView + more);
  const slots = inView + 2 * more + 1;
  return useMemo(() => ({ from, to, slots }), [from, to, slots]);
}
