import { regionLabel } from "../domain/names.ts";
import type { EntryResult } from "../domain/result.ts";
import { cellAddress, columnLetters } from "./grid.ts";
import {
  firstColumn,
  firstRow,
  layOut,
  nearestDouble,
  notesSheetName,
  type RankingLayout,
  type RankingWorkbook,
  rankingSheetName,
  sumsSheetName,
} from "./rankingLayout.ts";
import { addScores } from "./rankingScores.ts";
import { addSums } from "./rankingSums.ts";
import { rankingNotes, tieBreakLabel } from "./rankingWords.ts";
import { type RoundRanking, rankingWorkbookOf } from "./rankingWorkbook.ts";
import { sheetReference } from "./sheetName.ts";
import { numberStyle, put, setUpPage, styles, wrappedLines } from "./sheetStyle.ts";
import { type Book, type BookSheet, createBook, writeBook } from "./workbook.ts";

export type { RankingWorkbook } from "./rankingLayout.ts";
export type { RoundRanking } from "./rankingWorkbook.ts";

const rows = { title: 1, state: 2, check: 3, head: 5 };
const mostIndicatorColumns = 12;

/**
 * The ranking of a round as .xlsx that computes itself from the scores by its own formulas, beside what Lencana found,
 * and says in each row whether the two agree.
 */
export async function writeRankingSheet(ranking: RankingWorkbook): Promise<Uint8Array> {
  const layout = layOut(ranking);
  const book = createBook(ranking.now);
  book.title = `${ranking.editionTitle}: peringkat ${ranking.round.name}`;
  addRanking(book, ranking, layout);
  addSums(book, ranking, layout);
  for (const scorer of layout.scorers) addScores(book, ranking, layout, scorer);
  addNotes(book, ranking);
  return await writeBook(book);
}

/** As `writeRankingSheet`, from an edition: ranks the round and writes it. A RangeError for a round it does not have. */
export async function writeRoundRanking({
  edition,
  categoryId,
  roundId,
  now,
}: RoundRanking): Promise<Uint8Array> {
  return await writeRankingSheet(rankingWorkbookOf({ edition, categoryId, roundId, now }));
}

function addRanking(book: Book, ranking: RankingWorkbook, layout: RankingLayout): void {
  const sheet = book.addWorksheet(rankingSheetName);
  const { round } = ranking;
  const indicators = round.indicators.length <= mostIndicatorColumns ? round.indicators : [];
  const afterIndicators = 4 + indicators.length;
  const total = layout.previous === null ? afterIndicators : afterIndicators + 1;
  const columns = {
    rank: 1,
    code: 2,
    region: 3,
    total,
    remark: total + 1,
    ourTotal: total + 2,
    ourRank: total + 3,
    agrees: total + 4,
  };
  const heads: [number, string, number][] = [
    [columns.rank, "Peringkat", 11],
    [columns.code, "Kode", 9],
    [columns.region, "Daerah", 30],
    ...indicators.map(({ name, weight }, index): [number, string, number] => [
      4 + index,
      `${name} (${weight.replace(".", ",")}%)`,
      16,
    ]),
    [columns.total, "Total akhir", 11],
    [columns.remark, "Keterangan", 34],
    [columns.ourTotal, "Total menurut Lencana", 12],
    [columns.ourRank, "Peringkat menurut Lencana", 12],
    [columns.agrees, "Cocok", 10],
  ];
  if (ranking.previous && layout.previous !== null)
    heads.push([afterIndicators, `Total ${ranking.previous.roundName}`, 14]);
  for (const [column, head, width] of heads) {
    put(sheet, rows.head, column, head, styles.head);
    sheet.getColumn(column).width = width;
  }
  const lines = Math.max(2, ...indicators.map(({ name }) => wrappedLines(`${name} (00%)`, 13)));
  sheet.getRow(rows.head).height = Math.min(8, lines) * 15 + 4;

  const regions = new Map(ranking.regions.map((region) => [region.code, region]));
  const lastRow = rows.head + ranking.result.results.length;
  for (const [index, result] of ranking.result.results.entries()) {
    const row = rows.head + 1 + index;
    const source = firstRow + ranking.entries.indexOf(result.entry);
    const region = regions.get(result.entry);
    const standing = ranking.standings.get(result.entry);
    const sums = sheetReference(sumsSheetName);
    const from = (column: number, shown: number | string) => ({
      formula: `${sums}${cellAddress(source, column)}`,
      result: shown,
    });
    const ourTotal = result.total === null ? "" : Number(result.total);
    put(sheet, row, columns.rank, from(layout.rank, result.rank ?? ""), styles.whole);
    put(sheet, row, columns.code, result.entry, styles.centred);
    put(sheet, row, columns.region, region ? regionLabel(region) : result.entry, styles.text);
    for (const place of indicators.keys()) {
      const fraction = standing?.aggregates[place] ?? null;
      put(
        sheet,
        row,
        4 + place,
        from(firstColumn + place, fraction === null ? "" : nearestDouble(fraction)),
        numberStyle(2),
      );
    }
    if (layout.previous !== null) {
      const carried = ranking.previous?.totals.get(result.entry);
      put(
        sheet,
        row,
        afterIndicators,
        from(layout.previous, carried === undefined ? "" : Number(carried)),
        numberStyle(2),
      );
    }
    put(sheet, row, columns.total, from(layout.total, ourTotal), numberStyle(round.decimals, true));
    put(sheet, row, columns.remark, remark(ranking, result), styles.text);
    put(sheet, row, columns.ourTotal, ourTotal, numberStyle(round.decimals));
    put(sheet, row, columns.ourRank, result.rank ?? "", styles.whole);
    put(sheet, row, columns.agrees, { formula: agreement(row, columns), result: true }, styles.truth);
    sheet.getRow(row).height = 18;
  }
  writeHeading(
    sheet,
    ranking,
    `${columnLetters(columns.agrees)}${rows.head + 1}:${columnLetters(columns.agrees)}${lastRow}`,
  );
  setUpPage(sheet, {
    frozenRows: rows.head,
    frozenColumns: 3,
    titleRows: `${rows.head}:${rows.head}`,
    titleColumns: "A:C",
    onePageWide: true,
    footer: `${ranking.editionTitle} · ${round.name} · Peringkat`,
    sample: ranking.sample,
  });
}

function writeHeading(sheet: BookSheet, ranking: RankingWorkbook, agreements: string): void {
  const { round, sample } = ranking;
  const title = `Peringkat ${round.name} · ${ranking.categoryName} · ${ranking.editionTitle}`;
  put(sheet, rows.title, 1, sample ? `CONTOH · ${title}` : title, sample ? styles.sample : styles.title);
  sheet.getRow(rows.title).height = 22;
  put(
    sheet,
    rows.state,
    1,
    ranking.final ? "Hasil lengkap" : "RANCANGAN: hasil belum final",
    ranking.final ? styles.subtitle : styles.sample,
  );
  if (ranking.result.results.length === 0) {
    put(sheet, rows.check, 1, "Belum ada peserta yang maju ke babak ini", styles.subtitle);
    return;
  }
  put(
    sheet,
    rows.check,
    1,
    {
      formula: `IF(COUNTIF(${agreements},FALSE)=0,"Hitungan rumus cocok dengan hasil Lencana di semua baris","ADA BARIS YANG TIDAK COCOK dengan hasil Lencana; lihat kolom Cocok")`,
      result: "Hitungan rumus cocok dengan hasil Lencana di semua baris",
    },
    styles.subtitle,
  );
  sheet.addConditionalFormatting({
    ref: agreements,
    rules: [
      {
        type: "cellIs",
        operator: "equal",
        formulae: ["FALSE"],
        priority: 1,
        style: {
          fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FFF8C9CE" } },
          font: { bold: true },
        },
      },
    ],
  });
}

/** Why the entry stands where it stands, beyond its total. */
function remark(
  { round, result }: RankingWorkbook,
  { entry, total, tieBreak, advances }: EntryResult,
): string {
  if (total === null) return "menunggu nilai";
  if (result.undecided.some((tied) => tied.includes(entry))) return "seri, menunggu keputusan";
  const parts = [];
  if (round.advance !== null) parts.push(advances ? "maju ke babak berikutnya" : "tidak maju");
  if (tieBreak !== null) parts.push(`seri, dibedakan oleh ${tieBreakLabel(tieBreak, round)}`);
  return parts.join("; ");
}

/**
 * Plain equality, no tolerance: the formula's total is a whole number divided by a power of ten, which is the very double
 * that the decimal text of our total is read as.
 */
function agreement(
  row: number,
  columns: { rank: number; total: number; ourTotal: number; ourRank: number },
): string {
  const [rank, total, ourTotal, ourRank] = [
    columns.rank,
    columns.total,
    columns.ourTotal,
    columns.ourRank,
  ].map((column) => cellAddress(row, column));
  return `IFERROR(IF(${ourTotal}="",${total}="",AND(${total}=${ourTotal},${rank}=${ourRank})),FALSE)`;
}

function addNotes(book: Book, ranking: RankingWorkbook): void {
  const sheet = book.addWorksheet(notesSheetName);
  put(
    sheet,
    1,
    1,
    ranking.sample ? "CONTOH · Keterangan" : "Keterangan",
    ranking.sample ? styles.sample : styles.title,
  );
  sheet.getColumn(1).width = 110;
  for (const [index, note] of rankingNotes(ranking).entries()) {
    put(sheet, index + 3, 1, note, styles.note);
    sheet.getRow(index + 3).height = wrappedLines(note, 105) * 15 + 6;
  }
  setUpPage(sheet, {
    frozenRows: 0,
    frozenColumns: 0,
    onePageWide: true,
    footer: `${ranking.editionTitle} · ${ranking.round.name} · Keterangan`,
    sample: ranking.sample,
  });
}
