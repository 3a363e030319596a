import { describe, expect, it } from "vitest";
import type { Board } from "../../electron/contract/sheets.ts";
import {
  type BoardCell,
  cellWords,
  entriesToShow,
  findNextSheet,
  progressWords,
} from "../../renderer/features/sheets/boardWords.ts";

/** Two entries, two panelists; states by entry and panelist. */
function board(states: BoardCell["state"][][]): Board {
  const entries = [
    { id: 11, code: "35.06", label: "Kabupaten Kediri" },
    { id: 12, code: "35.71", label: "Kota Kediri" },
  ];
  const panelists = [
    { id: 1, key: "P1", name: "Ani" },
    { id: 2, key: "P2", name: "Budi" },
  ];
  const cells = entries.flatMap((entry, row) =>
    panelists.map((panelist, column) => {
      const state = states[row]?.[column] ?? "empty";
      return { entryId: entry.id, panelistId: panelist.id, state, given: state === "partial" ? 3 : 0 };
    }),
  );
  return { roundId: 1, indicators: 4, entries, panelists, cells, blocked: null, complete: false };
}

describe("the board in words", () => {
  it("counts sheets that lack a value; a recused panelist lacks none", () => {
    expect(
      progressWords(
        board([
          ["complete", "partial"],
          ["empty", "recused"],
        ]),
      ),
    ).toBe("2 lembar belum lengkap");
    expect(
      progressWords(
        board([
          ["once", "differs"],
          ["waiting", "complete"],
        ]),
      ),
    ).toBe("3 lembar belum lengkap");
    expect(
      progressWords(
        board([
          ["complete", "recused"],
          ["complete", "complete"],
        ]),
      ),
    ).toBe("Semua 3 lembar lengkap");
  });

  it("says how far a sheet is", () => {
    const cell = { entryId: 1, panelistId: 1, given: 3 };
    expect(cellWords({ ...cell, state: "partial" }, 4)).toBe("3 dari 4");
    expect(cellWords({ ...cell, state: "recused" }, 4)).toBe("tidak menilai");
    expect(cellWords({ ...cell, state: "differs" }, 4)).toBe("berbeda");
  });
});

describe("the sheet to go on with", () => {
  it("is one nobody has typed before one that lacks its second reading, and never one for a third person", () => {
    const next = (...states: BoardCell["state"][][]) => findNextSheet(board(states));
    expect(next(["once", "differs"], ["waiting", "empty"])).toEqual({ entryId: 12, panelistId: 2 });
    expect(next(["differs", "waiting"], ["complete", "once"])).toEqual({ entryId: 12, panelistId: 2 });
    expect(next(["differs", "waiting"], ["complete", "recused"])).toBeNull();
  });

  it("stays with one panelist's pile of paper before the next", () => {
    const open = board([
      ["complete", "empty"],
      ["partial", "empty"],
    ]);
    expect(findNextSheet(open)).toEqual({ entryId: 12, panelistId: 1 });
  });

  it("is none when all are complete", () => {
    expect(
      findNextSheet(
        board([
          ["complete", "complete"],
          ["complete", "recused"],
        ]),
      ),
    ).toBeNull();
  });
});

describe("the entries shown", () => {
  const twins = board([
    ["complete", "complete"],
    ["complete", "empty"],
  ]);

  it("are those that lack something, when so asked", () => {
    expect(entriesToShow(twins, "", true).map(({ id }) => id)).toEqual([12]);
  });

  it("match every word, so that twins are told apart", () => {
    expect(entriesToShow(twins, "kediri", false)).toHaveLength(2);
    expect(entriesToShow(twins, "kota kediri", false).map(({ id }) => id)).toEqual([12]);
    expect(entriesToShow(twins, "35.06", false).map(({ id }) => id)).toEqual([11]);
  });
});
