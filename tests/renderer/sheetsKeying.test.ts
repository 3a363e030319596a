import { describe, expect, it } from "vitest";
import type { Board } from "../../electron/contract/sheets.ts";
import {
  findNextOwnSheet,
  type KeyedSheet,
  ownPassOf,
  ownPassSentence,
  sheetsToCheck,
} from "../../renderer/features/sheets/keyingWords.ts";

type State = Board["cells"][number]["state"];

/** One panelist and an entry for each state, with who typed it. */
function roundOf(sheets: { state: State; by: string[] }[]) {
  const entries = sheets.map((_, index) => ({
    id: index + 1,
    code: `35.0${index}`,
    label: `Daerah ${index}`,
  }));
  const board: Board = {
    roundId: 1,
    indicators: 4,
    entries,
    panelists: [{ id: 7, key: "P1", name: "Ani" }],
    cells: sheets.map(({ state }, index) => ({ entryId: index + 1, panelistId: 7, state, given: 0 })),
    blocked: null,
    complete: false,
  };
  const keyed = sheets.map(({ state, by }, index): KeyedSheet => {
    const shown = state === "differs" || state === "waiting" ? state : "once";
    return {
      entryId: index + 1,
      label: `Daerah ${index}`,
      panelistId: 7,
      panelist: "Ani",
      state: shown,
      by,
      differences: 0,
    };
  });
  return { board, keyed };
}

describe("one's own typing of a sheet", () => {
  it("is the first of a sheet that nobody typed, the second of one that another typed", () => {
    expect(ownPassOf({ by: [] }, "Andi", "double")).toBe("first");
    expect(ownPassOf({ by: ["Budi"] }, "Andi", "double")).toBe("second");
    expect(ownPassOf({ by: ["Budi", "Andi"] }, "Andi", "double")).toBe("second");
    expect(ownPassOf({ by: ["Andi", "Budi"] }, "Andi", "double")).toBe("first");
  });

  it("is closed where the sheet is others' already", () => {
    expect(ownPassOf({ by: ["Budi", "Cici"] }, "Andi", "double")).toBe("closed");
    expect(ownPassOf({ by: ["Budi"] }, "Andi", "confirm")).toBe("closed");
    expect(ownPassSentence("double", "closed", "Kabupaten Magetan")).toContain("pilih lembar lain");
    expect(ownPassSentence("confirm", "closed", "Kabupaten Magetan")).toContain("pilih lembar lain");
  });

  it("is said with which it is, and that the other is not seen", () => {
    expect(ownPassSentence("double", "second", "Kabupaten Magetan")).toBe(
      "Anda mengetik ketikan kedua lembar Kabupaten Magetan; ketikan orang lain tidak terlihat.",
    );
  });
});

describe("the next sheet of an operator", () => {
  it("is the one they began, then one that nobody typed, then one that another typed once", () => {
    const { board, keyed } = roundOf([
      { state: "once", by: ["Budi"] },
      { state: "empty", by: [] },
      { state: "partial", by: ["Andi"] },
    ]);
    expect(findNextOwnSheet(board, keyed, "Andi", "double")).toEqual({ entryId: 3, panelistId: 7 });
    expect(findNextOwnSheet(board, keyed, "Cici", "double")).toEqual({ entryId: 2, panelistId: 7 });
  });

  it("is never one that they have typed to its end, nor one that two others type", () => {
    const { board, keyed } = roundOf([
      { state: "once", by: ["Andi"] },
      { state: "partial", by: ["Budi", "Cici"] },
      { state: "differs", by: ["Budi", "Cici"] },
    ]);
    expect(findNextOwnSheet(board, keyed, "Andi", "double")).toBeNull();
    expect(findNextOwnSheet(board, keyed, "Dewi", "double")).toEqual({ entryId: 1, panelistId: 7 });
  });

  it("is not one that another typed where a sheet takes only one operator", () => {
    const { board, keyed } = roundOf([{ state: "partial", by: ["Budi"] }]);
    expect(findNextOwnSheet(board, keyed, "Andi", "confirm")).toBeNull();
    expect(findNextOwnSheet(board, keyed, "Budi", "confirm")).toEqual({ entryId: 1, panelistId: 7 });
  });
});

it("what waits for a third person are differences, or what is to be accepted", () => {
  const { keyed } = roundOf([
    { state: "differs", by: ["Andi", "Budi"] },
    { state: "waiting", by: ["Andi"] },
    { state: "once", by: ["Andi"] },
  ]);
  expect(sheetsToCheck(keyed, "double").map(({ entryId }) => entryId)).toEqual([1]);
  expect(sheetsToCheck(keyed, "confirm").map(({ entryId }) => entryId)).toEqual([2]);
});
