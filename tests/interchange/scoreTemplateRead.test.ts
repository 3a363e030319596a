import type { Workbook, Worksheet } from "@cj-tech-master/excelts";
import { describe, expect, test } from "vitest";
import { writeScoreTemplate } from "../../electron/interchange/scoreTemplate.ts";
import { readScoreTemplate } from "../../electron/interchange/scoreTemplateRead.ts";
import { panelTemplate } from "../support/scoreTemplates.ts";
import { editWorkbook, workbookOf } from "../support/workbookEdit.ts";

type Change = (sheet: Worksheet, book: Workbook) => void;

/** Fills the template, changes the sheet of P1 and reads it back. */
async function readChanged(change: Change, template = panelTemplate()) {
  const bytes = await writeScoreTemplate(template);
  const changed = await editWorkbook(bytes, (book) => change(book.getWorksheet("P1")!, book));
  return readScoreTemplate(changed, template);
}

async function sentences(change: Change): Promise<string[]> {
  const reading = await readChanged(change);
  return "problems" in reading ? reading.problems.map(({ message }) => message) : ["read without a problem"];
}

async function valueOfD12(value: string | number): Promise<unknown> {
  const reading = await readChanged((sheet) => (sheet.getCell("D12").value = value));
  if ("problems" in reading) return reading.problems.map(({ message }) => message);
  return reading.sheets.find(({ entry, panelist }) => entry === "35.06" && panelist === "P1")?.values.PAPARAN;
}

describe("a value in a template", () => {
  test.each([
    [87.1, "87.1"],
    [87, "87"],
    [0.1 + 0.2, "0.3"],
    [87.099_999_999_999_994, "87.1"],
    [1e-7, "0.0000001"],
    ["87,5", "87.5"],
    ["87.5", "87.5"],
    ["  87,50\u00a0", "87.5"],
    ["087", "87"],
    [0, "0"],
    [-0, "0"],
  ])("%j is read exactly as %s", async (typed, value) => {
    expect(await valueOfD12(typed)).toBe(value);
  });

  test("that is blank or only spaces is not given yet", async () => {
    expect(await valueOfD12("   ")).toBeUndefined();
    const reading = await readChanged((sheet) => (sheet.getCell("D12").value = null));
    expect("sheets" in reading && reading.sheets[0]).toEqual({
      entry: "35.06",
      panelist: "P1",
      values: { KELUHAN: "2.5" },
    });
  });

  test("keeps its value when it is written in pieces of different looks", async () => {
    const reading = await readChanged((sheet) => {
      sheet.getCell("D12").value = { richText: [{ text: "8", font: { bold: true } }, { text: "7,5" }] };
    });
    expect("sheets" in reading && reading.sheets[0]?.values.PAPARAN).toBe("87.5");
  });

  test.each([
    [112, "Lembar P1, sel D12: 112 di luar 0–100"],
    [-1, "Lembar P1, sel D12: -1 di luar 0–100"],
    [1e300, "Lembar P1, sel D12: 1e+300 bukan angka yang dapat dinilai"],
    ["112,5", "Lembar P1, sel D12: 112,5 di luar 0–100"],
    ["delapan", "Lembar P1, sel D12: “delapan” bukan angka; tulis seperti 87,5 atau kosongkan"],
    ["-", "Lembar P1, sel D12: “-” bukan angka; tulis seperti 87,5 atau kosongkan"],
    ["1.234,5", "Lembar P1, sel D12: “1.234,5” bukan angka; tulis seperti 87,5 atau kosongkan"],
    ["87%", "Lembar P1, sel D12: “87%” bukan angka; tulis seperti 87,5 atau kosongkan"],
  ])("%j is refused: %s", async (typed, sentence) => {
    expect(await valueOfD12(typed)).toEqual([sentence]);
  });

  test("off the step is refused with the step", async () => {
    expect(await sentences((sheet) => (sheet.getCell("E12").value = 2.25))).toEqual([
      "Lembar P1, sel E12: 2,25 bukan kelipatan 0,5",
    ]);
  });

  test("that could be thousands or decimals is asked back, not guessed", async () => {
    const template = panelTemplate();
    template.round.indicators[0]!.scale = { min: "0", max: "2000", step: null };
    template.round.scores = [];
    const reading = await readChanged((sheet) => (sheet.getCell("D12").value = "1.250"), template);
    expect("problems" in reading && reading.problems[0]?.message).toBe(
      "Lembar P1, sel D12: “1.250” bisa berarti 1250 atau 1,25; tulis 1250 atau 1,25 sebagai angka",
    );
  });

  test.each<[string, Change, string]>([
    [
      "a formula",
      (sheet) => (sheet.getCell("D12").value = { formula: "40+47", result: 87 }),
      "berisi rumus; salin sel itu lalu tempel sebagai nilai (Tempel Khusus, Nilai)",
    ],
    [
      "an error",
      (sheet) => (sheet.getCell("D12").value = { error: "#DIV/0!" }),
      "berisi galat #DIV/0!; tulis angkanya",
    ],
    ["a truth value", (sheet) => (sheet.getCell("D12").value = true), "berisi TRUE, bukan angka"],
    [
      "a date",
      (sheet) => (sheet.getCell("D12").value = new Date("2021-05-12T00:00:00Z")),
      "berisi tanggal (12 Mei 2021); ubah format sel menjadi Umum lalu tulis lagi angkanya",
    ],
    [
      "a number shown as a date",
      (sheet) => {
        sheet.getCell("D12").value = 44_328;
        sheet.getCell("D12").numFmt = "d-mmm";
      },
      "berisi tanggal (12 Mei 2021); ubah format sel menjadi Umum lalu tulis lagi angkanya",
    ],
    [
      "a percent",
      (sheet) => {
        sheet.getCell("D12").value = 0.875;
        sheet.getCell("D12").numFmt = "0.0%";
      },
      "berformat persen (87,5%); ubah format sel menjadi Umum lalu tulis angkanya",
    ],
  ])("as %s is refused", async (_, change, what) => {
    expect(await sentences(change)).toEqual([`Lembar P1, sel D12: ${what}`]);
  });

  test("in a merged cell is refused in every cell of it", async () => {
    expect(await sentences((sheet) => sheet.mergeCells("D12:E12"))).toEqual([
      "Lembar P1, sel D12: bagian dari sel gabungan D12:E12; pisahkan selnya lalu isi satu per satu",
      "Lembar P1, sel E12: bagian dari sel gabungan D12:E12; pisahkan selnya lalu isi satu per satu",
    ]);
  });

  test("in a hidden row is read like any other", async () => {
    const reading = await readChanged((sheet) => {
      sheet.getRow(12).hidden = true;
      sheet.getCell("D12").value = 44;
    });
    expect("sheets" in reading && reading.sheets[0]?.values.PAPARAN).toBe("44");
  });
});

describe("a template", () => {
  test("with several wrong cells tells all of them and gives no sheet", async () => {
    const reading = await readChanged((sheet, book) => {
      sheet.getCell("D12").value = 112;
      sheet.getCell("E14").value = "x";
      book.getWorksheet("P2")!.getCell("D14").value = -3;
    });
    expect(reading).not.toHaveProperty("sheets");
    expect("problems" in reading && reading.problems.map(({ sheet, cell }) => `${sheet}!${cell}`)).toEqual([
      "P1!D12",
      "P1!E14",
      "P2!D14",
    ]);
  });

  test("refuses a value where the panelist is recused", async () => {
    expect(await sentences((_, book) => (book.getWorksheet("P2")!.getCell("D13").value = 80))).toEqual([
      "Lembar P2, sel D13: panelis P2 tidak menilai Kota Kediri; kosongkan sel ini",
    ]);
  });

  test("leaves recused entries out and gives a sheet for every other one", async () => {
    const reading = await readChanged(() => {});
    expect(
      "sheets" in reading && reading.sheets.map(({ entry, panelist }) => `${panelist} ${entry}`),
    ).toEqual(["P1 35.06", "P1 35.71", "P1 35.20", "P2 35.06", "P2 35.20"]);
  });

  test("with moved columns and sorted rows is read by its codes", async () => {
    const reading = await readChanged((sheet) => {
      // Swap the two indicators, head and values, and the first and last entry whole.
      for (const row of [11, 12, 13, 14]) {
        const [left, right] = [sheet.getCell(row, 4).value, sheet.getCell(row, 5).value];
        sheet.getCell(row, 4).value = right;
        sheet.getCell(row, 5).value = left;
      }
      for (const column of [2, 3, 4, 5]) {
        const [top, bottom] = [sheet.getCell(12, column).value, sheet.getCell(14, column).value];
        sheet.getCell(12, column).value = bottom;
        sheet.getCell(14, column).value = top;
      }
    });
    const first =
      "sheets" in reading &&
      reading.sheets.find(({ entry, panelist }) => entry === "35.06" && panelist === "P1");
    expect(first).toEqual({ entry: "35.06", panelist: "P1", values: { PAPARAN: "87.5", KELUHAN: "2.5" } });
  });

  test("whose codes were sorted away from their names is refused: scores would change owners", async () => {
    expect(
      await sentences((sheet) => {
        sheet.getCell("B12").value = "35.71";
        sheet.getCell("B13").value = "35.06";
      }),
    ).toEqual([
      "Lembar P1, sel C12: kode 35.71 adalah Kota Kediri, tetapi di sini tertulis “Kabupaten Kediri”; betulkan kode atau namanya",
      "Lembar P1, sel C13: kode 35.06 adalah Kabupaten Kediri, tetapi di sini tertulis “Kota Kediri”; betulkan kode atau namanya",
    ]);
  });

  test("understands a code that a spreadsheet turned into a number", async () => {
    const reading = await readChanged((sheet) => (sheet.getCell("B14").value = 35.2));
    expect("sheets" in reading && reading.sheets.map(({ entry }) => entry)).toContain("35.20");
  });

  test.each<[string, Change, string[]]>([
    [
      "a second row of an entry",
      (sheet) => (sheet.getCell("B13").value = "35.06"),
      [
        "Lembar P1, sel B13: kode 35.06 sudah ada di baris 12; hapus salah satu",
        "Lembar P1: baris Kota Kediri (35.71) tidak ada; salin nilainya ke format yang baru diunduh",
      ],
    ],
    [
      "an entry that does not take part",
      (sheet) => {
        sheet.getCell("B15").value = "35.04";
        sheet.getCell("C15").value = "Kabupaten Tulungagung";
      },
      ["Lembar P1, sel B15: Kabupaten Tulungagung (35.04) bukan peserta babak ini; hapus barisnya"],
    ],
    [
      "an unknown code",
      (sheet) => (sheet.getCell("B15").value = "99.99"),
      ["Lembar P1, sel B15: kode “99.99” bukan peserta babak ini; hapus barisnya"],
    ],
    [
      "scores without a code",
      (sheet) => (sheet.getCell("E15").value = 5),
      ["Lembar P1, sel E15: ada nilai tetapi kolom “Kode daerah” kosong; tulis kode daerahnya"],
    ],
    [
      "a missing row",
      (sheet) => {
        for (const column of [2, 3, 4, 5]) sheet.getCell(14, column).value = null;
      },
      ["Lembar P1: baris Kabupaten Magetan (35.20) tidak ada; salin nilainya ke format yang baru diunduh"],
    ],
    [
      "a missing indicator",
      (sheet) => (sheet.getCell("E11").value = null),
      [
        "Lembar P1: kolom indikator KELUHAN (Sisa keluhan) tidak ada; salin nilainya ke format yang baru diunduh",
      ],
    ],
    [
      "an indicator twice",
      (sheet) => (sheet.getCell("H11").value = "PAPARAN"),
      ["Lembar P1, sel H11: judul “PAPARAN” sudah ada di kolom D; hapus salah satu"],
    ],
    [
      "an added column with a head",
      (sheet) => (sheet.getCell("H11").value = "CATATAN"),
      [
        "Lembar P1, sel H11: “CATATAN” bukan kode indikator babak ini; betulkan judul kolom H atau hapus kolomnya",
      ],
    ],
    [
      "an added column without a head",
      (sheet) => (sheet.getCell("H13").value = 7),
      ["Lembar P1, sel H13: di luar kolom format ini; hapus kolom tambahan atau pindahkan ke berkas lain"],
    ],
    [
      "no head row",
      (sheet) => (sheet.getCell("B11").value = "Kode"),
      [
        "Lembar P1: baris judul “Kode daerah” dan “Daerah” tidak ditemukan; salin nilainya ke format yang baru diunduh",
      ],
    ],
    [
      "a renamed sheet",
      (sheet) => (sheet.name = "Pak Taufik"),
      ["Lembar Pak Taufik: bukan nama lembar dalam format ini; kembalikan nama lembarnya seperti semula"],
    ],
  ])("with %s is refused", async (_, change, expected) => {
    expect(await sentences(change)).toEqual(expected);
  });

  test("of which a panelist's sheet was taken out imports the others and says which is absent", async () => {
    const reading = await readChanged((_, book) => book.removeWorksheet("P2"));
    expect(reading).toMatchObject({ absentPanelists: ["P2"] });
    expect("sheets" in reading && new Set(reading.sheets.map(({ panelist }) => panelist))).toEqual(
      new Set(["P1"]),
    );
  });

  test("may hold a sheet of notes beside its own", async () => {
    const reading = await readChanged(
      (_, book) => (book.addWorksheet("Catatan").getCell("A1").value = "rapat pukul 09.00"),
    );
    expect(reading).toHaveProperty("sheets");
  });

  test.each([
    ["edition", "Berkas ini format untuk “Edisi uji”, bukan “Edisi 2022”; pilih berkas edisi ini"],
    ["category", "Berkas ini format untuk kategori “Utama”, bukan “Digital”; pilih berkas kategori ini"],
    ["round", "Berkas ini format untuk babak “Paparan”, bukan “Seleksi”; pilih berkas babak ini"],
  ] as const)("of another %s is refused", async (part, sentence) => {
    const template = panelTemplate();
    const bytes = await writeScoreTemplate(template);
    const target = { ...template, identity: { ...template.identity, [part]: "lain" } };
    if (part === "edition") target.editionTitle = "Edisi 2022";
    if (part === "category") target.categoryName = "Digital";
    if (part === "round") target.round = { ...target.round, name: "Seleksi" };
    expect(readScoreTemplate(bytes, target)).toEqual({
      problems: [{ sheet: null, cell: null, message: sentence }],
    });
  });

  test("of a later format is refused with what to do", async () => {
    expect(
      await sentences(
        (_, book) => (book.getWorksheet("_lencana")!.getCell("B1").value = "lencana/score-template@9"),
      ),
    ).toEqual([
      "Versi format berkas ini (“lencana/score-template@9”) tidak dikenal; unduh format penilaian yang baru lalu salin nilainya",
    ]);
  });

  test("with a panelist who left the panel is refused", async () => {
    const template = panelTemplate();
    const bytes = await writeScoreTemplate(template);
    const reading = readScoreTemplate(bytes, { ...template, round: { ...template.round, panel: ["P1"] } });
    expect("problems" in reading && reading.problems[0]?.message).toBe(
      "Lembar P2: panelis P2 tidak ada lagi dalam panel babak ini; hapus lembarnya atau unduh format yang baru",
    );
  });

  test("is told from any other workbook", async () => {
    const bytes = await workbookOf("Nilai", [
      ["Daerah", "Nilai"],
      ["Kabupaten Magetan", 80],
    ]);
    const reading = readScoreTemplate(bytes, panelTemplate());
    expect("problems" in reading && reading.problems[0]?.message).toBe(
      "Berkas ini bukan format penilaian dari Lencana; unduh format babak ini, atau impor berkas ini lewat pemetaan kolom",
    );
  });
});
