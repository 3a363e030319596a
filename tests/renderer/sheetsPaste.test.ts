import { describe, expect, it } from "vitest";
import { planEdits, type ShownGrid } from "../../renderer/features/sheets/cellEdits.ts";
import { selectCell } from "../../renderer/features/sheets/movement.ts";
import { fillFrom, landBlock } from "../../renderer/features/sheets/pastedBlock.ts";

const size = { rows: 4, columns: 3 };
const corner = selectCell({ row: 1, column: 1 });

/** Three entries and two indicators; the panelist does not score the second entry. */
function shown(values: (string | null)[][]): ShownGrid {
  return {
    rows: values.map((row, index) => ({
      entryId: 10 + index,
      code: `35.0${index}`,
      label: `Kabupaten ${index}`,
      recused: index === 1 ? "Pernah menjadi pejabat di sana" : null,
      values: row,
    })),
    indicators: [1, 2].map((id) => ({
      id,
      key: `I${id}`,
      name: `Indikator ${id}`,
      weight: "50",
      scale: { min: "0", max: "100", step: "0.5" },
      direction: "higher",
    })),
    valueAt: (row, column) => values[row]?.[column] ?? null,
  };
}

const grid = shown([
  ["80", null],
  [null, null],
  [null, "90"],
]);

describe("landing a pasted block", () => {
  it("puts its first cell on the selected one", () => {
    const landing = landBlock(
      [
        ["1", "2"],
        ["3", "4"],
      ],
      corner,
      size,
    );
    expect(landing).toEqual({
      ok: true,
      area: { top: 1, left: 1, bottom: 2, right: 2 },
      cells: [
        { row: 1, column: 1, text: "1" },
        { row: 1, column: 2, text: "2" },
        { row: 2, column: 1, text: "3" },
        { row: 2, column: 2, text: "4" },
      ],
    });
  });

  it("fills the whole selection with a single value", () => {
    const selection = { ...corner, extent: { row: 2, column: 2 } };
    const landing = landBlock([["7"]], selection, size);
    expect(landing.ok && landing.cells.map(({ text }) => text)).toEqual(["7", "7", "7", "7"]);
  });

  it("is refused whole when it would run over the edge", () => {
    const landing = landBlock([["1", "2", "3"]], corner, size);
    expect(landing.ok).toBe(false);
    expect(!landing.ok && landing.sentence).toContain("1 baris × 3 kolom");
    expect(!landing.ok && landing.sentence).toContain("hanya ada 3 baris × 2 kolom");
  });

  it("leaves the cells alone that a shorter line does not name", () => {
    const landing = landBlock([["1", "2"], ["3"]], corner, size);
    expect(landing.ok && landing.cells).toHaveLength(3);
  });
});

describe("planning edits", () => {
  it("changes only what differs, and knows what was there", () => {
    const plan = planEdits(grid, [
      { row: 0, column: 0, text: "80,0" },
      { row: 0, column: 1, text: "75,5" },
      { row: 2, column: 1, text: "" },
    ]);
    expect(plan.faults).toEqual([]);
    expect(plan.edits).toEqual([
      { entryId: 10, indicatorId: 2, was: null, value: "75.5" },
      { entryId: 12, indicatorId: 2, was: "90", value: null },
    ]);
  });

  it("names every bad cell, not the first", () => {
    const plan = planEdits(grid, [
      { row: 0, column: 0, text: "Kabupaten Kediri" },
      { row: 0, column: 1, text: "112" },
      { row: 2, column: 0, text: "88,3" },
    ]);
    expect(plan.faults.map(({ entryId, indicatorId, sentence }) => [entryId, indicatorId, sentence])).toEqual(
      [
        [10, 1, "Harus angka, misalnya 87 atau 87,5"],
        [10, 2, "Harus 0–100, kelipatan 0,5"],
        [12, 1, "Harus 0–100, kelipatan 0,5"],
      ],
    );
  });

  it("lets an empty cell pass a recused row, and nothing else", () => {
    expect(planEdits(grid, [{ row: 1, column: 0, text: " " }])).toEqual({ edits: [], faults: [] });
    expect(planEdits(grid, [{ row: 1, column: 0, text: "80" }]).faults).toHaveLength(1);
  });
});

describe("filling", () => {
  it("repeats the first row down the selection", () => {
    const area = { top: 0, left: 0, bottom: 2, right: 1 };
    const cells = fillFrom({ ...area, bottom: 0 }, area, (row, column) => `${row}/${column}`);
    expect(cells.map(({ row, column, text }) => [row, column, text])).toEqual([
      [1, 0, "0/0"],
      [1, 1, "0/1"],
      [2, 0, "0/0"],
      [2, 1, "0/1"],
    ]);
  });

  it("upwards repeats a dragged block in step with it", () => {
    const source = { top: 2, left: 0, bottom: 3, right: 0 };
    const cells = fillFrom(source, { ...source, top: 0 }, (row) => `${row}`);
    expect(cells.map(({ row, text }) => [row, text])).toEqual([
      [0, "2"],
      [1, "3"],
    ]);
  });
});
