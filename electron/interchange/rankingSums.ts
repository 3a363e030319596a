import type { TieBreakKey } from "../domain/edition.ts";
import {
  parseDecimal,
  roundHalfAway,
  sub,
  hundred,
  div,
  add,
  rational,
  compare,
  parseFraction,
} from "../domain/exact.ts";
import { cellAddress, columnLetters } from "./grid.ts";
import {
  columnRange,
  firstColumn,
  firstRow,
  nearestDouble,
  noiseDecimals,
  type RankingLayout,
  type RankingWorkbook,
  resultsByEntry,
  rankingRows as rows,
  scorerCells,
  sumsSheetName,
  tieGroups,
} from "./rankingLayout.ts";
import { pagePlan, writeHead } from "./rankingScores.ts";
import { tieBreakLabel } from "./rankingWords.ts";
import { numberStyle, put, setUpPage, styles } from "./sheetStyle.ts";
import type { Book, BookSheet } from "./workbook.ts";

/** Adds the sheet that computes: aggregate, normalise, weigh, carry, round, rank. */
export function addSums(book: Book, ranking: RankingWorkbook, layout: RankingLayout): void {
  const sheet = book.addWorksheet(sumsSheetName);
  writeHead(
    sheet,
    ranking,
    "Nilai tiap indikator 0–100 sesudah digabung dari semua panelis yang menilai, lalu totalnya.",
  );
  writeColumnHeads(sheet, ranking, layout);
  const results = resultsByEntry(ranking.result);
  const groups = tieGroups(ranking);
  const figures = numberStyle(4);
  const sums = numberStyle(6);
  const totals = numberStyle(ranking.round.decimals, true);
  for (const [index, entry] of ranking.entries.entries()) {
    const row = firstRow + index;
    const standing = ranking.standings.get(entry);
    const result = results.get(entry);
    for (const place of ranking.round.indicators.keys()) {
      const fraction = standing?.aggregates[place] ?? null;
      put(
        sheet,
        row,
        firstColumn + place,
        {
          formula: aggregateFormula(ranking, layout, entry, row, firstColumn + place),
          result: fraction === null ? "" : nearestDouble(fraction),
        },
        figures,
      );
    }
    const weighted = standing?.weighted ?? null;
    put(
      sheet,
      row,
      layout.weighted,
      {
        formula: weightedFormula(row, ranking.round.indicators.length),
        result: weighted === null ? "" : nearestDouble(weighted),
      },
      sums,
    );
    if (layout.previous !== null) {
      const carried = ranking.previous?.totals.get(entry);
      put(sheet, row, layout.previous, carried === undefined ? null : Number(carried), styles.score);
    }
    const total = result?.total ?? null;
    put(
      sheet,
      row,
      layout.total,
      { formula: totalFormula(ranking, layout, row), result: total === null ? "" : Number(total) },
      totals,
    );
    for (const [place, column] of layout.gathered.entries()) {
      const scorer = layout.scorers[place];
      const own = `${scorer?.reference}${cellAddress(row, layout.sheetTotal)}`;
      const fraction = standing?.sheetTotals[scorer?.panelist ?? ""];
      const shown = fraction === undefined ? "" : nearestDouble(fraction);
      put(sheet, row, column, { formula: `IF(ISNUMBER(${own}),${own},"")`, result: shown }, figures);
    }
    for (const { key, column } of layout.keys) {
      put(
        sheet,
        row,
        column,
        {
          formula: keyFormula(ranking, layout, key, row),
          result: keyResult(ranking, key, entry, result?.exact ?? null),
        },
        sums,
      );
    }
    if (layout.decided) {
      const tie = groups.get(entry);
      put(sheet, row, layout.decided.group, tie?.group ?? 0, styles.whole);
      put(sheet, row, layout.decided.order, tie?.rank ?? 0, styles.whole);
    }
    put(
      sheet,
      row,
      layout.rank,
      { formula: rankFormula(layout, row), result: result?.rank ?? "" },
      styles.whole,
    );
  }
  setUpPage(sheet, pagePlan(ranking, "Hitungan", layout.rank));
}

function writeColumnHeads(sheet: BookSheet, ranking: RankingWorkbook, layout: RankingLayout): void {
  const { round, previous } = ranking;
  const heads: [number, string, number][] = [
    [layout.weighted, "Jumlah berbobot", 14],
    [layout.total, "Total akhir", 12],
    ...layout.gathered.map((column, index): [number, string, number] => [
      column,
      `Total lembar ${layout.scorers[index]?.sheet}`,
      12,
    ]),
    ...layout.keys.map(({ key, column }, index): [number, string, number] => [
      column,
      `Penentu seri ${index + 1}: ${tieBreakLabel(key, round)}`,
      18,
    ]),
    [layout.rank, "Peringkat", 11],
  ];
  if (previous && layout.previous !== null) heads.push([layout.previous, `Total ${previous.roundName}`, 16]);
  if (layout.decided) {
    heads.push(
      [layout.decided.group, "Kelompok seri", 11],
      [layout.decided.order, "Urutan yang ditetapkan", 13],
    );
  }
  for (const [column, head, width] of heads) {
    put(sheet, rows.head, column, head, styles.head);
    sheet.getColumn(column).width = width;
  }
  if (layout.keys.length > 0) sheet.getRow(rows.head).height = 64;
  // What the previous round carries stands with the weights: changed there, the totals follow.
  const kept = sub(hundred, parseDecimal(round.carry));
  put(
    sheet,
    rows.weight,
    layout.weighted,
    layout.previous === null ? 100 : Number(roundHalfAway(kept, 10)),
    styles.rule,
  );
  if (layout.previous !== null) put(sheet, rows.weight, layout.previous, Number(round.carry), styles.rule);
}

function aggregateFormula(
  { round }: RankingWorkbook,
  layout: RankingLayout,
  entry: string,
  row: number,
  column: number,
): string {
  const cells = scorerCells(layout, round, entry, row, column).join(",");
  if (cells === "") return '""';
  const letters = columnLetters(column);
  const gathered = {
    mean: `AVERAGE(${cells})`,
    median: `MEDIAN(${cells})`,
    trimmedMean: `IF(COUNT(${cells})>=3,(SUM(${cells})-MAX(${cells})-MIN(${cells}))/(COUNT(${cells})-2),AVERAGE(${cells}))`,
  }[round.aggregate];
  const [zeroAt, fullAt] = [`${letters}$${rows.zeroAt}`, `${letters}$${rows.fullAt}`];
  return `IF(COUNT(${cells})=0,"",(${gathered}-${zeroAt})/(${fullAt}-${zeroAt})*100)`;
}

function weightedFormula(row: number, indicators: number): string {
  const from = columnLetters(firstColumn);
  const to = columnLetters(firstColumn + indicators - 1);
  const given = `${from}${row}:${to}${row}`;
  return `IF(COUNT(${given})<${indicators},"",SUMPRODUCT($${from}$${rows.weight}:$${to}$${rows.weight},${given})/100)`;
}

/** The total after carry, not yet rounded; its two shares stand in the row of the weights. */
function unroundedFormula(layout: RankingLayout, row: number): string {
  const share = (column: number) => `${columnLetters(column)}$${rows.weight}*${cellAddress(row, column)}`;
  if (layout.previous === null) return cellAddress(row, layout.weighted);
  return `(${share(layout.weighted)}+${share(layout.previous)})/100`;
}

function totalFormula({ round }: RankingWorkbook, layout: RankingLayout, row: number): string {
  const needed = layout.previous === null ? [layout.weighted] : [layout.weighted, layout.previous];
  const missing = needed.map((column) => `${cellAddress(row, column)}=""`).join(",");
  return `IF(OR(${missing}),"",${halfUp(unroundedFormula(layout, row), round.decimals)})`;
}

/**
 * Half up to so many decimals. Plain ROUND(67.365,2) depends on the program, because no double is 67.365; in whole
 * units the half is exact: 6736.5 + 0.5 is 6737 everywhere. Totals are never negative, so up is away from zero.
 */
function halfUp(formula: string, decimals: number): string {
  const units = 10 ** decimals;
  return `INT(ROUND(${formula}*${units},${Math.max(2, noiseDecimals - decimals)})+0.5)/${units}`;
}

function keyFormula(
  { round }: RankingWorkbook,
  layout: RankingLayout,
  key: TieBreakKey,
  row: number,
): string {
  const total = cellAddress(row, layout.total);
  if (key === "exactTotal")
    return `IF(${total}="",-1,ROUND(${unroundedFormula(layout, row)},${noiseDecimals}))`;
  if (key === "median") {
    const totals = `${cellAddress(row, layout.gathered[0] ?? 0)}:${cellAddress(row, layout.gathered.at(-1) ?? 0)}`;
    return `IF(COUNT(${totals})=0,-1,ROUND(MEDIAN(${totals}),${noiseDecimals}))`;
  }
  const place = round.indicators.findIndex(({ id }) => key === `indicator:${id}`);
  const source = cellAddress(row, key === "previousRound" ? (layout.previous ?? 0) : firstColumn + place);
  return `IF(${source}="",-1,ROUND(${source},${noiseDecimals}))`;
}

function keyResult(ranking: RankingWorkbook, key: TieBreakKey, entry: string, exact: string | null): number {
  const standing = ranking.standings.get(entry);
  if (key === "exactTotal") return withoutNoise(exact);
  if (key === "previousRound") return Number(ranking.previous?.totals.get(entry) ?? -1);
  if (key === "median") {
    const totals = Object.values(standing?.sheetTotals ?? {})
      .map(parseFraction)
      .toSorted(compare);
    const upper = totals[Math.floor(totals.length / 2)];
    const lower = totals[Math.ceil(totals.length / 2) - 1];
    return upper && lower ? Number(roundHalfAway(div(add(lower, upper), rational(2n)), noiseDecimals)) : -1;
  }
  return withoutNoise(
    standing?.aggregates[ranking.round.indicators.findIndex(({ id }) => key === `indicator:${id}`)],
  );
}

function withoutNoise(fraction: string | null | undefined): number {
  return typeof fraction === "string" ? Number(roundHalfAway(parseFraction(fraction), noiseDecimals)) : -1;
}

/** One more than the entries that beat this one: by total, or equal so far and better by the next key. */
function rankFormula(layout: RankingLayout, row: number): string {
  const own = (column: number) => `$${columnLetters(column)}${row}`;
  const all = (column: number) => columnRange(layout, column);
  const beaten = (column: number, sign: ">" | "<") => `(${all(column)}${sign}${own(column)})`;
  const equal = (column: number) => `(${all(column)}=${own(column)})`;
  const levels = [`(${all(layout.total)}<>"")*${beaten(layout.total, ">")}`];
  let tied = equal(layout.total);
  for (const { column } of layout.keys) {
    levels.push(`${tied}*${beaten(column, ">")}`);
    tied += `*${equal(column)}`;
  }
  if (layout.decided) {
    const { group, order } = layout.decided;
    levels.push(`${tied}*(${all(group)}>0)*${equal(group)}*${beaten(order, "<")}`);
  }
  return `IF(${own(layout.total)}="","",1+${levels.map((level) => `SUMPRODUCT(${level})`).join("+")})`;
}
