import type { DecimalText, Indicator, Panelist, Sheet } from "../domain/edition.ts";
import { add, div, mul, parseDecimal, type Rational, roundHalfAway, sub, zero } from "../domain/exact.ts";
import { regionLabel } from "../domain/names.ts";
import { withDecimalComma } from "./cellText.ts";
import { cellAddress, columnLetters } from "./grid.ts";
import { scaleText } from "./scoreCell.ts";
import { columnHeads, directionText, type ScoreTemplate, stepText } from "./scoreTemplateForm.ts";
import { stepFormula } from "./scoreTemplateStep.ts";
import { numberStyle, put, setUpPage, styles, wrappedLines } from "./sheetStyle.ts";
import type { Book, BookSheet } from "./workbook.ts";

// Rows from the top; zeroAt and fullAt are hidden and hold the two ends of each scale, worst first, for the total.
const rows = {
  title: 1,
  owner: 2,
  hint: 3,
  name: 4,
  weight: 5,
  scale: 6,
  step: 7,
  direction: 8,
  zeroAt: 9,
  fullAt: 10,
  head: 11,
};
const firstEntryRow = rows.head + 1;
const firstIndicatorColumn = 4;

/** Adds the protected sheet of one panelist, or of the desk where `panelist` is null. */
export async function addScoreSheet(
  book: Book,
  name: string,
  template: ScoreTemplate,
  panelist: string | null,
  person: Panelist | null,
): Promise<void> {
  const { round } = template;
  const sheet = book.addWorksheet(name);
  writeHeading(sheet, template, panelist, person);
  writeRules(sheet, round.indicators);
  writeEntries(sheet, template, panelist);
  writeValidations(sheet, template);
  setUpPage(sheet, {
    frozenRows: rows.head,
    frozenColumns: firstIndicatorColumn - 1,
    titleRows: `${rows.name}:${rows.head}`,
    titleColumns: `A:${columnLetters(firstIndicatorColumn - 1)}`,
    onePageWide: round.indicators.length <= 12,
    footer: `${template.editionTitle} · ${round.name} · ${ownerText(panelist, person)}`,
    sample: template.sample,
  });
  await sheet.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
  });
}

function ownerText(panelist: string | null, person: Panelist | null): string {
  if (panelist === null) return "Lembar nilai sekretariat";
  const name = person ? ` · ${person.name}` : "";
  return `Lembar nilai ${panelist}${name}${person?.institution ? `, ${person.institution}` : ""}`;
}

function writeHeading(
  sheet: BookSheet,
  template: ScoreTemplate,
  panelist: string | null,
  person: Panelist | null,
): void {
  const { round, sample } = template;
  const title = `${round.name} · ${template.categoryName} · ${template.editionTitle}`;
  put(sheet, rows.title, 1, sample ? `CONTOH · ${title}` : title, sample ? styles.sample : styles.title);
  put(sheet, rows.owner, 1, ownerText(panelist, person), styles.subtitle);
  put(
    sheet,
    rows.hint,
    1,
    "Isi sel kuning saja; kosongkan yang belum dinilai. Koma dan titik sama-sama dibaca sebagai tanda desimal.",
    styles.subtitle,
  );
  sheet.getRow(rows.title).height = 22;
}

function writeRules(sheet: BookSheet, indicators: Indicator[]): void {
  const labels: [number, string][] = [
    [rows.name, "Indikator"],
    [rows.weight, "Bobot (%)"],
    [rows.scale, "Skala"],
    [rows.step, "Kelipatan"],
    [rows.direction, "Arah"],
    [rows.zeroAt, "Nilai 0 pada"],
    [rows.fullAt, "Nilai 100 pada"],
  ];
  for (const [row, label] of labels) {
    sheet.mergeCells(row, 1, row, firstIndicatorColumn - 1);
    put(sheet, row, 1, label, styles.ruleLabel);
  }
  const columnWidth = indicators.length <= 8 ? 18 : 13;
  for (const [index, indicator] of indicators.entries()) {
    const column = firstIndicatorColumn + index;
    const [zeroAt, fullAt] = endsOf(indicator);
    put(sheet, rows.name, column, indicator.name, styles.head);
    put(sheet, rows.weight, column, Number(indicator.weight), styles.rule);
    put(sheet, rows.scale, column, scaleText(indicator.scale), { ...styles.rule, numFmt: "@" });
    put(sheet, rows.step, column, stepText(indicator), { ...styles.rule, numFmt: "@" });
    put(sheet, rows.direction, column, directionText(indicator), { ...styles.rule, numFmt: "@" });
    put(sheet, rows.zeroAt, column, Number(zeroAt), styles.rule);
    put(sheet, rows.fullAt, column, Number(fullAt), styles.rule);
    put(sheet, rows.head, column, indicator.id, styles.head);
    sheet.getColumn(column).width = columnWidth;
  }
  const last = firstIndicatorColumn + indicators.length;
  const heads: [number, string, number][] = [
    [1, columnHeads.number, 6],
    [2, columnHeads.code, 12],
    [3, columnHeads.region, 30],
    [last, columnHeads.total, 12],
    [last + 1, columnHeads.blank, 10],
  ];
  for (const [column, head, width] of heads) {
    put(sheet, rows.head, column, head, styles.head);
    sheet.getColumn(column).width = width;
  }
  const nameLines = Math.max(1, ...indicators.map(({ name }) => wrappedLines(name, columnWidth - 3)));
  sheet.getRow(rows.name).height = Math.min(8, nameLines) * 15 + 4;
  sheet.getRow(rows.direction).height = columnWidth >= 18 ? 16 : 28;
  sheet.getRow(rows.head).height = 32;
  sheet.getRow(rows.zeroAt).hidden = true;
  sheet.getRow(rows.fullAt).hidden = true;
}

function writeEntries(sheet: BookSheet, template: ScoreTemplate, panelist: string | null): void {
  const { round, entries } = template;
  const regions = new Map(template.regions.map((region) => [region.code, region]));
  const scores = new Map(
    round.scores.filter((score) => score.panelist === panelist).map((score) => [score.entry, score]),
  );
  const recused = new Set(
    round.recusals.filter((recusal) => recusal.panelist === panelist).map(({ entry }) => entry),
  );
  const totalStyle = numberStyle(round.decimals, true);
  const totalColumn = firstIndicatorColumn + round.indicators.length;
  for (const [index, entry] of entries.entries()) {
    const row = firstEntryRow + index;
    const region = regions.get(entry);
    sheet.getRow(row).height = 18;
    put(sheet, row, 1, index + 1, styles.whole);
    put(sheet, row, 2, entry, styles.centred);
    put(sheet, row, 3, region ? regionLabel(region) : entry, styles.text);
    if (recused.has(entry)) {
      for (let column = firstIndicatorColumn; column < totalColumn; column += 1)
        put(sheet, row, column, null, styles.recused);
      put(sheet, row, totalColumn, "tidak menilai", styles.recused);
      put(sheet, row, totalColumn + 1, null, styles.recused);
      continue;
    }
    const values = scores.get(entry)?.values ?? {};
    for (const [place, indicator] of round.indicators.entries()) {
      const value = values[indicator.id];
      put(
        sheet,
        row,
        firstIndicatorColumn + place,
        value === undefined ? null : storedValue(value),
        styles.input,
      );
    }
    writeTotals(sheet, row, round.indicators, values, round.decimals, totalStyle);
  }
}

function writeTotals(
  sheet: BookSheet,
  row: number,
  indicators: Indicator[],
  values: Sheet["values"],
  decimals: number,
  totalStyle: ReturnType<typeof numberStyle>,
): void {
  const from = columnLetters(firstIndicatorColumn);
  const to = columnLetters(firstIndicatorColumn + indicators.length - 1);
  const column = firstIndicatorColumn + indicators.length;
  const given = `${from}${row}:${to}${row}`;
  const across = (line: number) => `$${from}$${line}:$${to}$${line}`;
  const share = `(${given}-${across(rows.zeroAt)})/(${across(rows.fullAt)}-${across(rows.zeroAt)})`;
  const total = `ROUND(SUMPRODUCT(${across(rows.weight)},(${given}<>"")*${share}),${decimals})`;
  put(
    sheet,
    row,
    column,
    {
      formula: `IF(COUNT(${given})=0,"",IFERROR(${total},"periksa"))`,
      result: sheetTotal(indicators, values, decimals) ?? "",
    },
    totalStyle,
  );
  const blanks = indicators.filter(({ id }) => values[id] === undefined).length;
  put(sheet, row, column + 1, { formula: `COUNTBLANK(${given})`, result: blanks }, styles.whole);
}

function writeValidations(sheet: BookSheet, template: ScoreTemplate): void {
  if (template.entries.length === 0) return;
  const lastRow = firstEntryRow + template.entries.length - 1;
  for (const [index, indicator] of template.round.indicators.entries()) {
    const letters = columnLetters(firstIndicatorColumn + index);
    const { scale } = indicator;
    const step = scale.step === null ? "" : `, kelipatan ${withDecimalComma(scale.step)}`;
    const formula = stepFormula(cellAddress(firstEntryRow, firstIndicatorColumn + index), scale);
    const words = {
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: "stop",
      errorTitle: "Nilai ditolak",
      error: `${indicator.name.slice(0, 120)}: isi angka ${scaleText(scale)}${step}, atau kosongkan.`,
    };
    sheet.dataValidations.add(
      `${letters}${firstEntryRow}:${letters}${lastRow}`,
      formula === null
        ? { ...words, type: "decimal", operator: "between", formulae: [Number(scale.min), Number(scale.max)] }
        : { ...words, type: "custom", formulae: [formula] },
    );
  }
}

/** The values of the scale that count 0 and 100. */
function endsOf({ scale, direction }: Indicator): [DecimalText, DecimalText] {
  return direction === "higher" ? [scale.min, scale.max] : [scale.max, scale.min];
}

/** Beyond 15 digits a double would change the value; as a text it stays what it is. */
function storedValue(value: DecimalText): number | string {
  return value.replace(/[-.]/g, "").length <= 15 ? Number(value) : withDecimalComma(value);
}

function sheetTotal(indicators: Indicator[], values: Sheet["values"], decimals: number): number | null {
  let total: Rational | null = null;
  for (const indicator of indicators) {
    const value = values[indicator.id];
    if (value === undefined) continue;
    const [worst, best] = endsOf(indicator);
    const [zeroAt, fullAt] = [parseDecimal(worst), parseDecimal(best)];
    const share = div(sub(parseDecimal(value), zeroAt), sub(fullAt, zeroAt));
    total = add(total ?? zero, mul(parseDecimal(indicator.weight), share));
  }
  return total === null ? null : Number(roundHalfAway(total, decimals));
}
