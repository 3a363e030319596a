import { describe, expect, it } from "vitest";
import {
  boxOf,
  headerHeightPx,
  layoutOf,
  rowHeaderWidthPx,
  rowHeightPx,
  type ScrollState,
  scrollToShow,
  spotAt,
  totalWidthPx,
} from "../../renderer/features/sheets/gridLayout.ts";

const national = layoutOf(1080, 514, 100);

function scrolled(changes: Partial<ScrollState> = {}): ScrollState {
  return { scrollTop: 0, scrollLeft: 0, clientWidth: 1080, clientHeight: 590, ...changes };
}

/** The middle of a cell as the mouse sees it. */
function middleOf(row: number, column: number, scroll: ScrollState): [number, number] {
  const box = boxOf({ top: row, bottom: row, left: column, right: column }, national);
  return [box.left + box.width / 2 - scroll.scrollLeft, box.top + box.height / 2 - scroll.scrollTop];
}

describe("the sizes of the grid", () => {
  it("share the window among a few indicators, and keep a figure's width for many", () => {
    expect(layoutOf(1080, 38, 6).widthPx).toBeLessThanOrEqual(1080);
    expect(layoutOf(1080, 38, 6).columnWidthPx).toBeGreaterThan(national.columnWidthPx);
    expect(national.widthPx).toBe(rowHeaderWidthPx + 100 * national.columnWidthPx + totalWidthPx);
  });
});

describe("the cell under the mouse", () => {
  it.each([
    [0, 0, scrolled()],
    [10, 5, scrolled()],
    [500, 90, scrolled({ scrollTop: 500 * rowHeightPx, scrollLeft: 88 * national.columnWidthPx })],
  ])("row %i, column %i", (row, column, scroll) => {
    const [x, y] = middleOf(row, column, scroll);
    expect(spotAt(x, y, scroll, national)).toEqual({ part: "cell", position: { row, column } });
  });

  it("is none over the heads and the totals, which lie over cells that scrolled under them", () => {
    const scroll = scrolled({ scrollTop: 100 * rowHeightPx, scrollLeft: 50 * national.columnWidthPx });
    expect(spotAt(10, 10, scroll, national)).toEqual({ part: "corner" });
    expect(spotAt(10, headerHeightPx + 1, scroll, national)).toEqual({ part: "rowHeader", row: 100 });
    expect(spotAt(rowHeaderWidthPx + 1, 10, scroll, national)).toEqual({ part: "columnHeader", column: 50 });
    expect(spotAt(1080 - 5, headerHeightPx + 1, scroll, national)).toEqual({ part: "total", row: 100 });
  });
});

describe("scrolling a cell into view", () => {
  it("leaves the window where it is when the cell is in view", () => {
    expect(scrollToShow({ row: 3, column: 2 }, scrolled(), national)).toEqual({ top: 0, left: 0 });
  });

  it("goes no further than needed, and never under the heads or the totals", () => {
    const far = scrollToShow({ row: 513, column: 99 }, scrolled(), national);
    const scroll = scrolled({ scrollTop: far.top, scrollLeft: far.left });
    const [x, y] = middleOf(513, 99, scroll);
    expect(spotAt(x, y, scroll, national)).toEqual({ part: "cell", position: { row: 513, column: 99 } });
    expect(y + rowHeightPx / 2).toBeLessThanOrEqual(scroll.clientHeight);
    const back = scrollToShow({ row: 100, column: 40 }, scroll, national);
    expect(back).toEqual({ top: 100 * rowHeightPx, left: 40 * national.columnWidthPx });
  });
});
