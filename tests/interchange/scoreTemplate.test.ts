import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { Workbook } from "@cj-tech-master/excelts";
import type { Edition } from "../../electron/domain/edition.ts";
import { findScaleFault } from "../../electron/domain/exact.ts";
import { cellText } from "../../electron/interchange/cellText.ts";
import { readEdition } from "../../electron/interchange/editionFile.ts";
import { findCell } from "../../electron/interchange/grid.ts";
import { readGrid } from "../../electron/interchange/gridRead.ts";
import { writeScoreTemplate } from "../../electron/interchange/scoreTemplate.ts";
import type { ScoreTemplate } from "../../electron/interchange/scoreTemplateForm.ts";
import { readScoreTemplate } from "../../electron/interchange/scoreTemplateRead.ts";
import { stepFormula } from "../../electron/interchange/scoreTemplateStep.ts";
import { sampleText } from "../support/changedSample.ts";
import { recalculate } from "../support/recalculate.ts";
import { panelTemplate, sampleTemplate } from "../support/scoreTemplates.ts";
import { workbookOf } from "../support/workbookEdit.ts";

let sample: Edition;
beforeAll(() => {
  const read = readEdition(sampleText);
  if (!("edition" in read)) throw new Error("the sample is refused");
  sample = read.edition;
});

async function load(template: ScoreTemplate): Promise<Workbook> {
  const book = new Workbook();
  await book.xlsx.load(await writeScoreTemplate(template));
  return book;
}

describe("a score template", () => {
  test.each(["seleksi", "paparan"])(
    "of %s gives back exactly the scores that were put in",
    async (roundId) => {
      const template = sampleTemplate(sample, roundId);
      const reading = readScoreTemplate(await writeScoreTemplate(template), template);
      expect(reading).toEqual({ sheets: expect.any(Array), absentPanelists: [] });
      expect("sheets" in reading && sorted(reading.sheets)).toEqual(sorted(template.round.scores));
    },
  );

  test("opens only the score cells, and none of a recused panelist", async () => {
    const template = panelTemplate();
    const book = await load(template);
    const sheet = book.getWorksheet("P2")!;
    expect(sheet.sheetProtection?.sheet).toBe(true);
    expect(book.getWorksheet("Petunjuk")!.sheetProtection?.sheet).toBe(true);
    const open: string[] = [];
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        if (cell.protection?.locked === false) open.push(cell.address);
      }),
    );
    // P2 does not score the second entry, in row 13.
    expect(open).toEqual(["D12", "E12", "D14", "E14"]);
    expect(cellText(findCell(gridSheet(await writeScoreTemplate(template), "P2"), 13, 6))).toBe(
      "tidak menilai",
    );
  });

  test("keeps a hidden sheet by which it is known again", async () => {
    const book = await load(panelTemplate());
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ["Petunjuk", "visible"],
      ["P1", "visible"],
      ["P2", "visible"],
      ["_lencana", "veryHidden"],
    ]);
  });

  test("names panelist, weights and scales, and says CONTOH where the scores are invented", async () => {
    const template = { ...panelTemplate(), sample: true };
    const bytes = await writeScoreTemplate(template);
    const sheet = gridSheet(bytes, "P2");
    const texts = [1, 2, 4, 5, 6, 7, 8, 11].map((row) => cellText(findCell(sheet, row, row < 4 ? 1 : 5)));
    expect(texts).toEqual([
      "CONTOH · Paparan · Utama · Edisi uji",
      "Lembar nilai P2 · Budi, Universitas Airlangga",
      "Sisa keluhan",
      "40",
      "0–10",
      "0,5",
      "rendah lebih baik",
      "KELUHAN",
    ]);
    expect((await load(template)).getWorksheet("P2")!.headerFooter.oddHeader).toContain("CONTOH");
    expect((await load(panelTemplate())).getWorksheet("P2")!.headerFooter.oddHeader ?? "").not.toContain(
      "CONTOH",
    );
  });

  test("shows the running total that its formula computes", async () => {
    const bytes = await writeScoreTemplate(panelTemplate());
    const computed = await recalculate(bytes);
    // 60% of 87,5 and 40% of (10 − 2,5)/10.
    expect(computed.get("P1!F12")).toBe(82.5);
    expect(computed.get("P1!G12")).toBe(0);
    expect(cellText(findCell(gridSheet(bytes, "P1"), 12, 6))).toBe("82.5");
    expect(computed.get("P1!F14")).toBe("");
    expect(computed.get("P1!G14")).toBe(2);
  });

  test("refuses while typing what is off the scale or the step", async () => {
    const sheet = (await load(panelTemplate())).getWorksheet("P1")!;
    const free = sheet.dataValidations.find("D12");
    expect(free).toMatchObject({ type: "decimal", formulae: [0, 100], errorStyle: "stop" });
    expect(free?.error).toBe("Paparan: isi angka 0–100, atau kosongkan.");
    expect(sheet.dataValidations.find("E14")).toMatchObject({ type: "custom" });
    expect(sheet.dataValidations.find("E14")?.error).toBe(
      "Sisa keluhan: isi angka 0–10, kelipatan 0,5, atau kosongkan.",
    );
  });

  test("writes a name that begins like a formula as text", async () => {
    const template = panelTemplate();
    template.panelists[0]!.name = '=HYPERLINK("http://x")';
    template.round.indicators[0]!.name = "+SUM(A1)";
    const sheet = (await load(template)).getWorksheet("P1")!;
    expect(sheet.getCell("D4").value).toBe("+SUM(A1)");
    expect(sheet.getCell("A2").value).toContain("=HYPERLINK");
    const read = readScoreTemplate(await writeScoreTemplate(template), template);
    expect("sheets" in read).toBe(true);
  });

  test("gives panelists with long, alike or forbidden ids their own sheets and reads them back", async () => {
    const template = panelTemplate();
    const ids = [
      "Panelis/yang*sangat?panjang[sekali] nomor satu",
      "Panelis/yang*sangat?panjang[sekali] nomor dua",
    ];
    template.round.panel = ids;
    template.round.recusals = [];
    template.round.scores = ids.map((panelist, index) => ({
      entry: "35.06",
      panelist,
      values: { PAPARAN: `${index}`, KELUHAN: "1" },
    }));
    template.panelists = ids.map((id) => ({ id, name: id, institution: null }));
    const read = readScoreTemplate(await writeScoreTemplate(template), template);
    expect("sheets" in read && read.sheets.filter(({ entry }) => entry === "35.06")).toEqual(
      template.round.scores,
    );
  });

  test("is the same file for the same input", async () => {
    expect(await writeScoreTemplate(panelTemplate())).toEqual(await writeScoreTemplate(panelTemplate()));
  });

  test("carries values of more digits than a double holds", async () => {
    const template = panelTemplate();
    template.round.scores = [
      { entry: "35.06", panelist: "P1", values: { PAPARAN: "87.12345678901234567", KELUHAN: "2.5" } },
    ];
    const read = readScoreTemplate(await writeScoreTemplate(template), template);
    expect("sheets" in read && read.sheets[0]?.values.PAPARAN).toBe("87.12345678901234567");
  });
});

test("the formula in a cell accepts exactly the values on the step", async () => {
  const decimals = fc.integer({ min: 0, max: 3 });
  const scales = fc.record({
    decimals,
    min: fc.integer({ min: -50, max: 50 }),
    step: fc.integer({ min: 1, max: 40 }),
    count: fc.integer({ min: 1, max: 100 }),
  });
  await fc.assert(
    fc.asyncProperty(
      scales,
      fc.array(fc.integer({ min: -60, max: 4100 }), { minLength: 20, maxLength: 20 }),
      async (drawn, units) => {
        const text = (value: number) =>
          (value / 10 ** drawn.decimals).toFixed(drawn.decimals).replace(/^-0(\.0*)?$/, "0");
        const scale = {
          min: trim(text(drawn.min)),
          max: trim(text(drawn.min + drawn.step * drawn.count)),
          step: trim(text(drawn.step)),
        };
        const values = units.map((value) => trim(text(value)));
        const bytes = await workbookOf(
          "S",
          values.map((value, row) => [Number(value), { formula: stepFormula(`A${row + 1}`, scale) ?? "" }]),
        );
        const computed = await recalculate(bytes);
        for (const [row, value] of values.entries()) {
          expect(computed.get(`S!B${row + 1}`), `${value} on ${JSON.stringify(scale)}`).toBe(
            findScaleFault(value, scale) === null,
          );
        }
      },
    ),
    { numRuns: 30 },
  );
});

function trim(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

function gridSheet(bytes: Uint8Array, name: string) {
  const grid = readGrid(bytes);
  if ("fault" in grid) throw new Error(grid.fault);
  return grid.sheets.find((sheet) => sheet.name === name)!;
}

function sorted(sheets: { entry: string; panelist: string | null }[]) {
  return sheets.toSorted((a, b) => `${a.panelist}${a.entry}`.localeCompare(`${b.panelist}${b.entry}`));
}
