import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Edition } from "../../electron/domain/edition.ts";
import { rankEdition } from "../../electron/domain/ranking.ts";
import { readEdition } from "../../electron/interchange/editionFile.ts";
import { findCell, type GridSheet } from "../../electron/interchange/grid.ts";
import { readGrid } from "../../electron/interchange/gridRead.ts";
import { cellText } from "../../electron/interchange/cellText.ts";
import { writeRoundRanking } from "../../electron/interchange/rankingSheet.ts";
import { drawEdition, manyTies, type Variety } from "../support/arbitraryEdition.ts";
import { sampleText } from "../support/changedSample.ts";
import { type Computed, engines, recalculate, shownValues } from "../support/recalculate.ts";
import { editWorkbook } from "../support/workbookEdit.ts";

const now = new Date("2021-10-12T00:00:00Z");
const fineScores: Variety = { entries: 9, panelists: 6, indicators: 4, steps: 30, longNumbers: false };

let sample: Edition;
beforeAll(() => {
  const read = readEdition(sampleText);
  if (!("edition" in read)) throw new Error("the sample is refused");
  sample = read.edition;
});

function sheetOf(bytes: Uint8Array, name: string): GridSheet {
  const grid = readGrid(bytes);
  if ("fault" in grid) throw new Error(grid.fault);
  const sheet = grid.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** Rows of the ranking as texts, the row of heads first. */
function rankingTable(bytes: Uint8Array): string[][] {
  const sheet = sheetOf(bytes, "Peringkat");
  return Array.from({ length: sheet.lastRow - 4 }, (_, row) =>
    Array.from({ length: sheet.lastColumn }, (_unused, column) =>
      cellText(findCell(sheet, row + 5, column + 1)),
    ),
  );
}

describe("the ranking workbook of 2021", () => {
  test("of a desk round computes the same in a formula engine", async () => {
    await expectSameEverywhere("seleksi", recalculate);
  });

  test.each(engines)(
    "of a panel round with carry computes the same in $name",
    async ({ compute }) => {
      await expectSameEverywhere("paparan", compute);
    },
    240_000,
  );

  test("names every region with its type and says CONTOH", async () => {
    const bytes = await writeRoundRanking({ edition: sample, categoryId: "utama", roundId: "paparan", now });
    const rows = rankingTable(bytes);
    expect(rows.slice(1).map((row) => row[2])).toEqual([
      "Kabupaten Tulungagung",
      "Kota Surabaya",
      "Kabupaten Magetan",
      "Kabupaten Sumenep",
      "Kabupaten Tuban",
    ]);
    expect(cellText(findCell(sheetOf(bytes, "Peringkat"), 1, 1))).toMatch(/^CONTOH · /);
  });

  test("is the same file for the same input", async () => {
    const input = { edition: sample, categoryId: "utama", roundId: "seleksi", now };
    expect(await writeRoundRanking(input)).toEqual(await writeRoundRanking(input));
  });

  test("follows a changed score and then says that it no longer agrees", async () => {
    const bytes = await writeRoundRanking({ edition: sample, categoryId: "utama", roundId: "paparan", now });
    const changed = await editWorkbook(bytes, (book) => {
      // Row 13 is Kota Surabaya, the last of the five in the order of the register.
      for (const panelist of ["P1", "P2", "P3", "P4", "P5"]) {
        for (const column of ["D", "E", "F", "G"])
          book.getWorksheet(panelist)!.getCell(`${column}13`).value = 100;
      }
    });
    const computed = await recalculate(changed);
    // Second in the table as Lencana wrote it: 70% of 100 and 30% of 87,31.
    expect(computed.get("Peringkat!I7")).toBe(96.19);
    expect(computed.get("Peringkat!A7")).toBe(1);
    expect(computed.get("Peringkat!M7")).toBe(false);
    expect(computed.get("Peringkat!A3")).toMatch(/^ADA BARIS YANG TIDAK COCOK/);
  });

  test("marks a preview as a draft and leaves open what waits for scores", async () => {
    const incomplete = structuredClone(sample);
    const round = incomplete.categories[0]!.rounds[1]!;
    round.scores = round.scores.filter(({ entry }) => entry !== "35.23");
    const bytes = await writeRoundRanking({
      edition: incomplete,
      categoryId: "utama",
      roundId: "paparan",
      now,
    });
    const rows = rankingTable(bytes);
    expect(cellText(findCell(sheetOf(bytes, "Peringkat"), 2, 1))).toBe("RANCANGAN: hasil belum final");
    expect(rows.at(-1)?.[2]).toBe("Kabupaten Tuban");
    expect(rows.at(-1)).toContain("menunggu nilai");
    const computed = await recalculate(bytes);
    expect(computed.get("Peringkat!A10")).toBe("");
    expect(computed.get("Peringkat!A3")).toMatch(/^Hitungan rumus cocok/);
  });

  test("writes a decision's order as values, because no formula knows it", async () => {
    const tied = structuredClone(sample);
    const round = tied.categories[0]!.rounds[1]!;
    round.carry = "0";
    round.tieBreak = ["decision"];
    round.scores = round.scores.map((sheet) => ({ ...sheet, values: mapValues(sheet.values, () => "80") }));
    const order = ["35.29", "35.78", "35.04", "35.23", "35.20"];
    round.decisions = [{ entries: order.toSorted(), order, reason: "Rapat pleno" }];
    const bytes = await writeRoundRanking({ edition: tied, categoryId: "utama", roundId: "paparan", now });
    expect(
      rankingTable(bytes)
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(order);
    const computed = await recalculate(bytes);
    expect(["A6", "A7", "A8", "A9", "A10"].map((cell) => computed.get(`Peringkat!${cell}`))).toEqual([
      1, 2, 3, 4, 5,
    ]);
    const notes = sheetOf(bytes, "Keterangan");
    expect([...notes.rows.keys()].map((row) => cellText(findCell(notes, row, 1))).join(" ")).toContain(
      "keputusan rapat pleno. Itu tidak dapat ditulis sebagai rumus",
    );
  });
});

async function expectSameEverywhere(roundId: string, compute: (bytes: Uint8Array) => Promise<Computed>) {
  const bytes = await writeRoundRanking({ edition: sample, categoryId: "utama", roundId, now });
  expectAgreement(await shownValues(bytes), await compute(bytes));
}

function expectAgreement(shown: Computed, computed: Computed): void {
  expect(computed.size).toBe(shown.size);
  for (const [cell, value] of shown) {
    if (typeof value === "number") expect(computed.get(cell), cell).toBeCloseTo(value, 7);
    else expect(computed.get(cell), cell).toBe(value);
  }
}

function mapValues(
  values: Record<string, string>,
  change: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}

describe("any ranking workbook", () => {
  test.each([
    { name: "many ties", variety: manyTies, runs: 15 },
    { name: "varied scores", variety: fineScores, runs: 15 },
  ])("agrees with the exact ranking over $name", async ({ variety, runs }) => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (draw) => {
        const edition = drawEdition(draw, variety, rankEdition);
        for (const category of edition.categories) {
          for (const round of category.rounds) {
            const bytes = await writeRoundRanking({
              edition,
              categoryId: category.id,
              roundId: round.id,
              now,
            });
            expectAgreement(await shownValues(bytes), await recalculate(bytes));
          }
        }
      }),
      { numRuns: runs },
    );
  });
});
