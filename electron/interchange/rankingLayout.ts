import type { DecimalText, Panelist, Region, Round, TieBreakKey } from "../domain/edition.ts";
import { parseFraction, roundHalfAway } from "../domain/exact.ts";
import type { EntryResult, FractionText, RoundResult, Standing } from "../domain/result.ts";
import { cellAddress, columnLetters } from "./grid.ts";
import { scorersOf, deskSheetName } from "./scoreTemplateForm.ts";
import { sheetNames, sheetReference } from "./sheetName.ts";

/** All that the ranking of one round as a workbook takes. */
export interface RankingWorkbook {
  editionTitle: string;
  categoryName: string;
  round: Round;
  /** Region codes of those the round ranks. */
  entries: string[];
  panelists: Panelist[];
  regions: Region[];
  /** One per entry. */
  standings: ReadonlyMap<string, Standing>;
  result: RoundResult;
  /** Null in a first round. */
  previous: { roundName: string; totals: ReadonlyMap<string, DecimalText> } | null;
  /** Complete and decided; anything else is marked as a draft. */
  final: boolean;
  sample: boolean;
  now: Date;
}

export const rankingSheetName = "Peringkat";
export const sumsSheetName = "Hitung";
export const notesSheetName = "Keterangan";

/** Rows that the sums and every score sheet share, so that D9 of one is D9 of the other. */
export const rankingRows = { title: 1, note: 2, name: 4, weight: 5, zeroAt: 6, fullAt: 7, head: 8 };
export const firstRow = rankingRows.head + 1;
export const firstColumn = 4;
/** Noise of doubles ends here and no difference between two real totals does; see the notes sheet. */
export const noiseDecimals = 10;

export interface RankingLayout {
  lastRow: number;
  scorers: { panelist: string | null; sheet: string; reference: string }[];
  /** Column of a panelist's own total on their score sheet. */
  sheetTotal: number;
  /** Columns of the sums. */
  weighted: number;
  previous: number | null;
  total: number;
  /** Columns of the sums that gather the panelists' own totals, where the chain looks at them; else empty. */
  gathered: number[];
  keys: { key: TieBreakKey; column: number }[];
  /** Columns of the ties that formulas cannot split; null where the chain has none or the round no tie. */
  decided: { group: number; order: number } | null;
  rank: number;
}

/** Where everything stands. */
export function layOut(ranking: RankingWorkbook): RankingLayout {
  const { round, entries, previous } = ranking;
  const scorers = scorersOf(round);
  const names = sheetNames(
    scorers.map((panelist) => panelist ?? deskSheetName),
    [rankingSheetName, sumsSheetName, notesSheetName],
  );
  const sheetTotal = firstColumn + round.indicators.length;
  let next = sheetTotal;
  const take = () => next++;
  const weighted = take();
  const previousColumn = previous ? take() : null;
  const total = take();
  const looksAtSheets = round.tieBreak.some((key) => key === "median" || key === "panelistMajority");
  const gathered = looksAtSheets ? scorers.map(() => take()) : [];
  const keys = expressibleKeys(ranking).map((key) => ({ key, column: take() }));
  const decided = tieGroups(ranking).size > 0 ? { group: take(), order: take() } : null;
  return {
    lastRow: firstRow + entries.length - 1,
    scorers: scorers.map((panelist, index) => {
      const sheet = names[index] ?? deskSheetName;
      return { panelist, sheet, reference: sheetReference(sheet) };
    }),
    sheetTotal,
    weighted,
    previous: previousColumn,
    total,
    gathered,
    keys,
    decided,
    rank: take(),
  };
}

/**
 * The keys at the head of the chain that a formula can compute. The votes of the panelists and the decisions of a
 * meeting are no formulas: from the first of them on, the order within a tie is written as values.
 */
export function expressibleKeys({ round, previous }: RankingWorkbook): TieBreakKey[] {
  const end = round.tieBreak.findIndex((key) => key === "panelistMajority" || key === "decision");
  const chain = end === -1 ? round.tieBreak : round.tieBreak.slice(0, end);
  return chain.filter((key) => key !== "previousRound" || previous !== null);
}

/** Entry → number of the tie it is in and its rank, for ties that were split behind the last key with a formula. */
export function tieGroups(ranking: RankingWorkbook): Map<string, { group: number; rank: number }> {
  const computed = new Set<string>(expressibleKeys(ranking));
  const byTotal = Map.groupBy(
    ranking.result.results.filter(({ total }) => total !== null),
    ({ total }) => total,
  );
  const groups = new Map<string, { group: number; rank: number }>();
  let group = 0;
  for (const tied of byTotal.values()) {
    if (!tied.some(({ tieBreak }) => tieBreak !== null && !computed.has(tieBreak))) continue;
    group += 1;
    for (const { entry, rank } of tied) groups.set(entry, { group, rank: rank ?? 0 });
  }
  return groups;
}

/** A column of the sums over all entries, `Hitung!$D$9:$D$46` where `outside`. */
export function columnRange(layout: RankingLayout, column: number, outside = false): string {
  const letters = columnLetters(column);
  const range = `$${letters}$${firstRow}:$${letters}$${layout.lastRow}`;
  return outside ? `${sheetReference(sumsSheetName)}${range}` : range;
}

/** The cells of all unrecused panelists of an entry at this place, as arguments of a function. */
export function scorerCells(
  layout: RankingLayout,
  round: Round,
  entry: string,
  row: number,
  column: number,
): string[] {
  return layout.scorers
    .filter(({ panelist }) => !isRecused(round, panelist, entry))
    .map(({ reference }) => `${reference}${cellAddress(row, column)}`);
}

/** Whether this panelist does not score this entry. */
export function isRecused(round: Round, panelist: string | null, entry: string): boolean {
  return round.recusals.some((recusal) => recusal.panelist === panelist && recusal.entry === entry);
}

/** The nearest double of an exact fraction, for the value a formula's cell shows before it is computed again. */
export function nearestDouble(fraction: FractionText): number {
  return Number(roundHalfAway(parseFraction(fraction), 13));
}

/** The results by entry. */
export function resultsByEntry(result: RoundResult): Map<string, EntryResult> {
  return new Map(result.results.map((row) => [row.entry, row]));
}
