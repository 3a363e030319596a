import { regionLabel } from "../domain/names.ts";
import { cellAddress, columnLetters } from "./grid.ts";
import {
  firstColumn,
  firstRow,
  isRecused,
  nearestDouble,
  type RankingLayout,
  type RankingWorkbook,
  rankingRows as rows,
  sumsSheetName,
} from "./rankingLayout.ts";
import { sheetReference } from "./sheetName.ts";
import { numberStyle, put, setUpPage, styles, wrappedLines } from "./sheetStyle.ts";
import type { Book, BookSheet } from "./workbook.ts";

/** More columns than these would be too small to read on one page. */
const mostColumnsOnPage = 15;

/** Adds the scores of one panelist, or of the desk, with the total that panelist alone would give. */
export function addScores(
  book: Book,
  ranking: RankingWorkbook,
  layout: RankingLayout,
  scorer: RankingLayout["scorers"][number],
): void {
  const { round } = ranking;
  const sheet = book.addWorksheet(scorer.sheet);
  const person = ranking.panelists.find(({ id }) => id === scorer.panelist);
  const owner =
    scorer.panelist === null
      ? "Nilai sekretariat"
      : `Nilai panelis ${scorer.panelist}${person ? ` · ${person.name}` : ""}`;
  writeHead(sheet, ranking, owner);
  put(sheet, rows.head, layout.sheetTotal, "Total lembar", styles.head);
  sheet.getColumn(layout.sheetTotal).width = 13;
  const totalStyle = numberStyle(Math.max(2, round.decimals));
  const scores = new Map(
    round.scores
      .filter(({ panelist }) => panelist === scorer.panelist)
      .map((score) => [score.entry, score.values]),
  );
  for (const [index, entry] of ranking.entries.entries()) {
    const row = firstRow + index;
    const recused = isRecused(round, scorer.panelist, entry);
    for (const [place, indicator] of round.indicators.entries()) {
      const value = recused ? undefined : scores.get(entry)?.[indicator.id];
      put(
        sheet,
        row,
        firstColumn + place,
        value === undefined ? null : Number(value),
        recused ? styles.recused : styles.score,
      );
    }
    if (recused) {
      put(sheet, row, layout.sheetTotal, "tidak menilai", styles.recused);
      continue;
    }
    const total = ranking.standings.get(entry)?.sheetTotals[scorer.panelist ?? ""];
    put(
      sheet,
      row,
      layout.sheetTotal,
      {
        formula: sheetTotalFormula(row, round.indicators.length),
        result: total === undefined ? "" : nearestDouble(total),
      },
      totalStyle,
    );
  }
  setUpPage(sheet, pagePlan(ranking, owner, layout.sheetTotal));
}

/** Title, rules of the indicators and the names of the entries: the frame of the sums and of every score sheet. */
export function writeHead(sheet: BookSheet, ranking: RankingWorkbook, subtitle: string): void {
  const { round, sample } = ranking;
  const isSums = sheet.name === sumsSheetName;
  const sums = sheetReference(sumsSheetName);
  const title = `${round.name} · ${ranking.categoryName} · ${ranking.editionTitle}`;
  put(sheet, rows.title, 1, sample ? `CONTOH · ${title}` : title, sample ? styles.sample : styles.title);
  put(sheet, rows.note, 1, subtitle, styles.subtitle);
  const labels: [number, string][] = [
    [rows.name, "Indikator"],
    [rows.weight, "Bobot (%)"],
    [rows.zeroAt, "Bernilai 0 pada"],
    [rows.fullAt, "Bernilai 100 pada"],
  ];
  for (const [row, label] of labels) {
    sheet.mergeCells(row, 1, row, firstColumn - 1);
    put(sheet, row, 1, label, styles.ruleLabel);
  }
  for (const [index, head] of ["No.", "Kode", "Daerah"].entries())
    put(sheet, rows.head, index + 1, head, styles.head);
  for (const [index, width] of [6, 10, 30].entries()) sheet.getColumn(index + 1).width = width;
  const width = round.indicators.length <= 8 ? 18 : 13;
  for (const [index, indicator] of round.indicators.entries()) {
    const column = firstColumn + index;
    const { min, max } = indicator.scale;
    const [zeroAt, fullAt] = indicator.direction === "higher" ? [min, max] : [max, min];
    put(sheet, rows.name, column, indicator.name, styles.head);
    const parameters: [number, string][] = [
      [rows.weight, indicator.weight],
      [rows.zeroAt, zeroAt],
      [rows.fullAt, fullAt],
    ];
    for (const [row, value] of parameters) {
      // Weights and scales stand once, on the sums: changed there, everything follows.
      const shown = isSums
        ? Number(value)
        : { formula: `${sums}${cellAddress(row, column)}`, result: Number(value) };
      put(sheet, row, column, shown, styles.rule);
    }
    put(sheet, rows.head, column, indicator.id, styles.head);
    sheet.getColumn(column).width = width;
  }
  const regions = new Map(ranking.regions.map((region) => [region.code, region]));
  for (const [index, entry] of ranking.entries.entries()) {
    const region = regions.get(entry);
    put(sheet, firstRow + index, 1, index + 1, styles.whole);
    put(sheet, firstRow + index, 2, entry, styles.centred);
    put(sheet, firstRow + index, 3, region ? regionLabel(region) : entry, styles.text);
  }
  const lines = Math.max(1, ...round.indicators.map(({ name }) => wrappedLines(name, width - 3)));
  sheet.getRow(rows.name).height = Math.min(8, lines) * 15 + 4;
  sheet.getRow(rows.head).height = 32;
  sheet.getRow(rows.title).height = 22;
}

/** How the sheets of scores and sums are seen and printed. */
export function pagePlan(
  ranking: RankingWorkbook,
  footer: string,
  columns: number,
): Parameters<typeof setUpPage>[1] {
  return {
    frozenRows: rows.head,
    frozenColumns: firstColumn - 1,
    titleRows: `${rows.name}:${rows.head}`,
    titleColumns: "A:C",
    onePageWide: columns <= mostColumnsOnPage,
    footer: `${ranking.editionTitle} · ${ranking.round.name} · ${footer}`,
    sample: ranking.sample,
  };
}

function sheetTotalFormula(row: number, indicators: number): string {
  const from = columnLetters(firstColumn);
  const to = columnLetters(firstColumn + indicators - 1);
  const given = `${from}${row}:${to}${row}`;
  const across = (line: number) => `$${from}$${line}:$${to}$${line}`;
  const share = `(${given}-${across(rows.zeroAt)})/(${across(rows.fullAt)}-${across(rows.zeroAt)})`;
  return `IF(COUNT(${given})<${indicators},"",SUMPRODUCT(${across(rows.weight)},${share}))`;
}
