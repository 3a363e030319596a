import { withDecimalComma } from "./cellText.ts";
import { scaleText } from "./scoreCell.ts";
import {
  deskSheetName,
  directionText,
  guideSheetName,
  metaKeys,
  metaSheetName,
  scorersOf,
  stepText,
  type ScoreTemplate,
  templateFormat,
} from "./scoreTemplateForm.ts";
import { addScoreSheet } from "./scoreTemplateSheet.ts";
import { sheetNames } from "./sheetName.ts";
import { put, setUpPage, styles } from "./sheetStyle.ts";
import { type Book, createBook, writeBook } from "./workbook.ts";

/**
 * The score template of a round as .xlsx: one protected sheet per panelist (one in all for a desk round), the scores
 * given so far filled in, only score cells open, each with the range it accepts.
 */
export async function writeScoreTemplate(template: ScoreTemplate): Promise<Uint8Array> {
  const { round } = template;
  const book = createBook(template.now);
  book.title = `${template.editionTitle}: ${round.name}`;
  // The guide comes first, but is written last, when the sheets have their names.
  const guide = book.addWorksheet(guideSheetName);
  const scorers = scorersOf(round);
  const names = sheetNames(
    scorers.map((panelist) => panelist ?? deskSheetName),
    [guideSheetName, metaSheetName],
  );
  for (const [index, panelist] of scorers.entries()) {
    const person = template.panelists.find(({ id }) => id === panelist) ?? null;
    await addScoreSheet(book, names[index] ?? deskSheetName, template, panelist, person);
  }
  fillGuide(guide, template, names);
  await guide.protect("", { selectLockedCells: true, formatColumns: true, formatRows: true });
  await addMeta(book, template, names);
  await book.protect("", { lockStructure: true });
  return await writeBook(book);
}

function fillGuide(sheet: ReturnType<Book["addWorksheet"]>, template: ScoreTemplate, names: string[]): void {
  const { round } = template;
  let row = 1;
  const line = (text: string, style: (typeof styles)["title" | "subtitle" | "sample" | "note"]) => {
    put(sheet, row, 1, text, style);
    sheet.mergeCells(row, 1, row, 6);
    row += 1;
  };
  if (template.sample) line("CONTOH: nilai dalam berkas ini karangan", styles.sample);
  line(`Format penilaian: ${round.name}`, styles.title);
  line(`${template.editionTitle} · ${template.categoryName}`, styles.subtitle);
  row += 1;
  const steps = [
    names.length === 1
      ? `1. Buka lembar ${names[0]}.`
      : "1. Buka lembar dengan kode panelis; namanya ada di bagian atas lembar.",
    "2. Isi sel berwarna kuning saja. Angka di luar skala atau kelipatannya ditolak saat diketik.",
    "3. Kosongkan sel yang belum dinilai. Jangan menulis tanda hubung atau nol sebagai pengganti.",
    "4. Jangan mengubah nama lembar, kode, urutan kolom, atau menggabungkan sel.",
    "5. Simpan sebagai .xlsx, lalu impor kembali di Lencana pada babak yang sama.",
  ];
  for (const step of steps) line(step, styles.subtitle);
  row += 1;
  const heads = ["Kode", "Indikator", "Bobot (%)", "Skala", "Kelipatan", "Arah"];
  for (const [index, head] of heads.entries()) put(sheet, row, index + 1, head, styles.head);
  sheet.getRow(row).height = 20;
  const headRow = row;
  for (const indicator of round.indicators) {
    row += 1;
    put(sheet, row, 1, indicator.id, styles.text);
    put(sheet, row, 2, indicator.name, styles.wrapped);
    put(sheet, row, 3, withDecimalComma(indicator.weight), styles.centred);
    put(sheet, row, 4, scaleText(indicator.scale), styles.centred);
    put(sheet, row, 5, stepText(indicator), styles.centred);
    put(sheet, row, 6, directionText(indicator), styles.centred);
  }
  for (const [index, width] of [18, 58, 11, 14, 12, 24].entries()) sheet.getColumn(index + 1).width = width;
  setUpPage(sheet, {
    frozenRows: 0,
    frozenColumns: 0,
    titleRows: `${headRow}:${headRow}`,
    onePageWide: true,
    footer: `${template.editionTitle} · ${round.name}`,
    sample: template.sample,
  });
}

async function addMeta(book: Book, template: ScoreTemplate, names: string[]): Promise<void> {
  const { identity, round } = template;
  const sheet = book.addWorksheet(metaSheetName, { state: "veryHidden" });
  const rows: string[][] = [
    [metaKeys.format, templateFormat],
    [metaKeys.edition, identity.edition],
    [metaKeys.editionTitle, template.editionTitle],
    [metaKeys.category, identity.category],
    [metaKeys.categoryName, template.categoryName],
    [metaKeys.round, identity.round],
    [metaKeys.roundName, round.name],
    ...scorersOf(round).map((panelist, index) => [metaKeys.sheet, names[index] ?? "", panelist ?? ""]),
    ...round.indicators.map(({ id }) => [metaKeys.indicator, id]),
    ...template.entries.map((code) => [metaKeys.entry, code]),
  ];
  for (const [index, values] of rows.entries()) {
    for (const [column, value] of values.entries()) put(sheet, index + 1, column + 1, value, styles.text);
  }
  await sheet.protect("", {});
}
