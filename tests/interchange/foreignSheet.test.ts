import type { Workbook } from "@cj-tech-master/excelts";
import { describe, expect, test } from "vitest";
import type { Mapping } from "../../electron/contract/spreadsheets.ts";
import { inspectWorkbook } from "../../electron/interchange/foreignInspect.ts";
import { guessMapping, mappingFingerprint } from "../../electron/interchange/foreignMapping.ts";
import { type ForeignTarget, leaveOut } from "../../electron/interchange/foreignRow.ts";
import { readForeignSheet } from "../../electron/interchange/foreignSheet.ts";
import { panelTemplate } from "../support/scoreTemplates.ts";
import { workbookOf } from "../support/workbookEdit.ts";

const { round, entries, regions: register } = panelTemplate();
const byName: Mapping = {
  sheet: "Rekap",
  headerRow: 1,
  codeColumn: null,
  regionColumn: 1,
  typeColumn: null,
  indicatorColumns: { PAPARAN: 2, KELUHAN: 3 },
};
type Rows = Parameters<typeof workbookOf>[1];

async function read(
  rows: Rows,
  mapping: Partial<Mapping> = {},
  target: Partial<ForeignTarget> = {},
  edit?: (book: Workbook) => void,
) {
  const bytes = await workbookOf("Rekap", [["Daerah", "Paparan", "Keluhan"], ...rows], edit);
  return readForeignSheet(
    bytes,
    { ...byName, ...mapping },
    { round, panelist: "P1", entries, register, answers: {}, ...target },
  );
}

describe("an office's own sheet", () => {
  test("is read by type and name", async () => {
    const reading = await read([
      ["Kab. Kediri", 87.5, "2,5"],
      ["KOTA KEDIRI", "90", null],
      ["Magetan", null, null],
    ]);
    expect(reading).toMatchObject({ open: [], problems: [], absentEntries: [] });
    expect(reading.sheets).toEqual([
      { entry: "35.06", panelist: "P1", values: { PAPARAN: "87.5", KELUHAN: "2.5" } },
      { entry: "35.71", panelist: "P1", values: { PAPARAN: "90" } },
      { entry: "35.20", panelist: "P1", values: {} },
    ]);
    expect(reading.matches.map(({ label, by }) => `${label}: ${by}`)).toEqual([
      "Kabupaten Kediri: typeAndName",
      "Kota Kediri: typeAndName",
      "Kabupaten Magetan: uniqueName",
    ]);
  });

  test("is read by code, also where a spreadsheet made a number of it", async () => {
    const reading = await read(
      [
        [35.2, 80, 1],
        ["3571", 70, 2],
      ],
      { codeColumn: 1, regionColumn: null },
    );
    expect(reading.sheets.map(({ entry }) => entry)).toEqual(["35.20", "35.71"]);
    expect(reading.absentEntries).toEqual(["35.06"]);
  });

  test("may write the type in a column of its own", async () => {
    const reading = await read(
      [
        ["Kediri", 80, 1, "Kota"],
        ["Kediri", 70, 2, "Kabupaten"],
      ],
      { typeColumn: 4 },
    );
    expect(reading.sheets.map(({ entry }) => entry)).toEqual(["35.71", "35.06"]);
  });

  test("only changes the indicators that are mapped", async () => {
    const reading = await read([["Kota Kediri", 80, "tidak dipakai"]], { indicatorColumns: { PAPARAN: 2 } });
    expect(reading.sheets).toEqual([{ entry: "35.71", panelist: "P1", values: { PAPARAN: "80" } }]);
  });
});

describe("a row that only the user can settle", () => {
  test("of a twin without its type is asked back, and nothing is imported meanwhile", async () => {
    const reading = await read([
      ["Kediri", 80, 1],
      ["Kab. Magetan", 70, 2],
    ]);
    expect(reading.open).toEqual([
      {
        row: 2,
        text: "Kediri",
        reason: "twin",
        candidates: [
          { code: "35.06", label: "Kabupaten Kediri" },
          { code: "35.71", label: "Kota Kediri" },
        ],
      },
    ]);
    expect(reading.sheets).toEqual([]);
  });

  test("is settled by the user's answer", async () => {
    const reading = await read([["Kediri", 80, 1]], {}, { answers: { Kediri: "35.71" } });
    expect(reading.sheets.map(({ entry }) => entry)).toEqual(["35.71"]);
    expect(reading.matches[0]?.by).toBe("answer");
  });

  test("of an unknown name lists the nearest but does not take it", async () => {
    const reading = await read([["Kab. Mageten", 80, 1]]);
    expect(reading.open).toMatchObject([
      { text: "Kab. Mageten", reason: "unknown", candidates: [{ code: "35.20" }] },
    ]);
    expect(reading.sheets).toEqual([]);
  });

  test("such as a line of sums can be left out", async () => {
    const rows: Rows = [
      ["Kota Kediri", 80, 1],
      ["Jumlah", { formula: "SUM(B2:B2)", result: 80 }, 1],
    ];
    expect((await read(rows)).open).toMatchObject([
      { row: 3, text: "Jumlah", reason: "unknown", candidates: [] },
    ]);
    const reading = await read(rows, {}, { answers: { Jumlah: leaveOut } });
    expect(reading).toMatchObject({ open: [], problems: [] });
    expect(reading.sheets).toHaveLength(1);
  });

  test("of a region outside the round is asked back, not dropped in silence", async () => {
    const rows: Rows = [
      ["Kabupaten Tulungagung", 80, 1],
      ["Kota Kediri", 70, 1],
    ];
    expect((await read(rows)).open).toEqual([
      {
        row: 2,
        text: "Kabupaten Tulungagung",
        reason: "outside",
        candidates: [{ code: "35.04", label: "Kabupaten Tulungagung" }],
      },
    ]);
    expect((await read(rows, {}, { answers: { "Kabupaten Tulungagung": leaveOut } })).sheets).toHaveLength(1);
  });

  test("is asked once however often its text stands there", async () => {
    const reading = await read([
      ["Kediri", 80, 1],
      ["Kediri", 70, 1],
    ]);
    expect(reading.open).toHaveLength(1);
  });

  test("answered with a region that does not take part is refused", async () => {
    const reading = await read([["Kediri", 80, 1]], {}, { answers: { Kediri: "35.04" } });
    expect(reading.problems.map(({ message }) => message)).toEqual([
      "Lembar Rekap, sel A2: Kabupaten Tulungagung bukan peserta babak ini; pilih daerah lain atau lewati barisnya",
    ]);
  });
});

describe("a wrong sheet", () => {
  test("tells every wrong cell in the words of a template", async () => {
    const reading = await read([
      ["Kab. Kediri", 112, { error: "#DIV/0!" }],
      ["Kota Kediri", { formula: "1+1", result: 2 }, 2.25],
      [null, 55, null],
    ]);
    expect(reading.problems.map(({ message }) => message)).toEqual([
      "Lembar Rekap, sel B2: 112 di luar 0–100",
      "Lembar Rekap, sel C2: berisi galat #DIV/0!; tulis angkanya",
      "Lembar Rekap, sel B3: berisi rumus; salin sel itu lalu tempel sebagai nilai (Tempel Khusus, Nilai)",
      "Lembar Rekap, sel C3: 2,25 bukan kelipatan 0,5",
      "Lembar Rekap, sel B4: ada nilai tetapi nama daerahnya kosong; tulis daerahnya atau hapus nilainya",
    ]);
    expect(reading.sheets).toEqual([]);
  });

  test("with a region twice names both rows", async () => {
    const reading = await read([
      ["Kab. Kediri", 80, 1],
      ["Kabupaten Kediri", 70, 1],
    ]);
    expect(reading.problems.map(({ message }) => message)).toEqual([
      "Lembar Rekap, sel A3: Kabupaten Kediri sudah ada di baris 2; tulis jenis dan namanya dengan benar atau hapus salah satu",
    ]);
  });

  test("with a code beside another region's name is refused: scores would change owners", async () => {
    const reading = await read([["Kota Kediri", 80, 1, "35.06"]], { codeColumn: 4 });
    expect(reading.problems.map(({ message }) => message)).toEqual([
      "Lembar Rekap, sel A2: kode 35.06 adalah Kabupaten Kediri, tetapi namanya Kota Kediri; betulkan salah satu",
    ]);
  });

  test("lets a code decide between twins", async () => {
    expect((await read([["Kediri", 80, 1, "35.71"]], { codeColumn: 4 })).sheets[0]?.entry).toBe("35.71");
  });

  test("refuses scores of a recused panelist", async () => {
    const reading = await read([["Kota Kediri", 80, 1]], {}, { panelist: "P2" });
    expect(reading.problems.map(({ message }) => message)).toEqual([
      "Lembar Rekap, sel B2: panelis P2 tidak menilai Kota Kediri; kosongkan nilainya",
    ]);
  });

  test.each<[string, Partial<Mapping>, string]>([
    [
      "a sheet that is not there",
      { sheet: "Lain" },
      "Lembar “Lain” tidak ada dalam berkas ini; pilih lembarnya lagi",
    ],
    [
      "no column of regions",
      { regionColumn: null },
      "Lembar Rekap: pilih kolom kode atau kolom nama daerah lebih dahulu",
    ],
    [
      "no indicator",
      { indicatorColumns: {} },
      "Lembar Rekap: pilih sedikitnya satu kolom indikator lebih dahulu",
    ],
    [
      "an indicator of another round",
      { indicatorColumns: { JP: 2 } },
      "Lembar Rekap: indikator “JP” tidak ada dalam babak ini; petakan kolomnya lagi",
    ],
    [
      "one column for two",
      { indicatorColumns: { PAPARAN: 2, KELUHAN: 2 } },
      "Lembar Rekap: kolom “Paparan” dipetakan dua kali, untuk PAPARAN dan KELUHAN; pilih kolom lain",
    ],
    [
      "a head row below everything",
      { headerRow: 40 },
      "Lembar Rekap: tidak ada baris daerah di bawah baris 40; pilih baris judul dan kolom daerahnya lagi",
    ],
  ])("mapped with %s is refused", async (_, mapping, sentence) => {
    const reading = await read([["Kota Kediri", 80, 1]], mapping);
    expect(reading.problems.map(({ message }) => message)).toEqual([sentence]);
  });
});

describe("looking into a workbook", () => {
  test("shows its sheets, their first rows, and finds the heads under a title", async () => {
    const bytes = await workbookOf(
      "Rekap",
      [
        ["REKAPITULASI NILAI"],
        ["Tahun", 2021],
        [],
        ["No.", "Kabupaten/Kota", "Paparan", "Tanggal"],
        [1, "Kota Kediri", 87.5, new Date("2021-10-05T00:00:00Z")],
      ],
      (book) => {
        book.addWorksheet("Bantu", { state: "hidden" }).getCell("A1").value = 1;
      },
    );
    const inspected = inspectWorkbook(bytes);
    expect(
      "sheets" in inspected &&
        inspected.sheets.map(({ name, hidden, rows, columns }) => [name, hidden, rows, columns]),
    ).toEqual([
      ["Rekap", false, 5, 4],
      ["Bantu", true, 1, 1],
    ]);
    const first = "sheets" in inspected ? inspected.sheets[0]! : null;
    expect(first?.headerRow).toBe(4);
    expect(first?.headers).toEqual(["No.", "Kabupaten/Kota", "Paparan", "Tanggal"]);
    expect(first?.sample[4]).toEqual(["1", "Kota Kediri", "87,5", "5 Oktober 2021"]);
  });

  test("counts a merged head for every column it spans", async () => {
    const bytes = await workbookOf(
      "Rekap",
      [
        ["Daerah", "Paparan"],
        ["Kota Kediri", 1, 2],
      ],
      (book) => book.getWorksheet("Rekap")!.mergeCells("B1:C1"),
    );
    const inspected = inspectWorkbook(bytes);
    expect("sheets" in inspected && inspected.sheets[0]?.headers).toEqual(["Daerah", "Paparan", "Paparan"]);
  });

  test("says what a file is that is none", () => {
    expect(inspectWorkbook(new Uint8Array())).toEqual({
      problems: [
        { sheet: null, cell: null, message: "Berkas ini kosong; pilih berkas .xlsx yang berisi nilai" },
      ],
    });
  });
});

describe("guessing which column is what", () => {
  test("knows ids, names and the usual heads of an office", () => {
    expect(
      guessMapping(
        ["No", "Kode Wilayah", "Nama Daerah", "Jenis", "PAPARAN", "Sisa keluhan warga"],
        round.indicators,
      ),
    ).toEqual({
      codeColumn: 2,
      regionColumn: 3,
      typeColumn: 4,
      indicatorColumns: { PAPARAN: 5, KELUHAN: 6 },
    });
  });

  test("leaves two columns that fit alike to the user", () => {
    expect(guessMapping(["Kab/Kota", "Paparan", "paparan"], round.indicators)).toMatchObject({
      regionColumn: 1,
      indicatorColumns: {},
    });
  });

  test("guesses nothing where nothing fits", () => {
    expect(guessMapping(["A", "B", ""], round.indicators)).toEqual({
      codeColumn: null,
      regionColumn: null,
      typeColumn: null,
      indicatorColumns: {},
    });
  });

  test("a sheet is known again by its heads, whatever their case, spaces and marks", () => {
    const known = mappingFingerprint(["No.", "Kab/Kota", "Nilai  Paparan", ""]);
    expect(mappingFingerprint(["NO", "KAB / KOTA", "nilai paparan"])).toBe(known);
    expect(mappingFingerprint(["No.", "Nilai Paparan", "Kab/Kota"])).not.toBe(known);
  });
});
