import type { DecimalText, Round, Sheet } from "./edition.ts";
import type { Standing } from "./result.ts";
import { figuresInIntegers } from "./standingInteger.ts";
import { figuresInRationals } from "./standingRational.ts";
import { type CompiledRules, compileRules, listScoring } from "./standingRules.ts";
import { putSheet, putValue, startTally, type Tally } from "./standingTally.ts";

export { type CompiledRules, compileRules } from "./standingRules.ts";
export { putSheet, putValue, startTally, type Tally } from "./standingTally.ts";

/** A score as a database gives it in an array; panelist null is the desk. */
export type ScoreRow = readonly [
  entry: string,
  panelist: string | null,
  indicator: string,
  value: DecimalText,
];

/** What the sheets of one entry amount to; sheets of other entries among them are left out. */
export function standingOf(round: Round, entry: string, sheets: readonly Sheet[]): Standing {
  const rules = compileRules(round);
  const tally = startTally(rules, entry);
  for (const sheet of sheets) putSheet(rules, tally, sheet);
  return standingFromTally(rules, tally);
}

/** The standing of each of these entries by the round's own sheets. */
export function standingsOf(round: Round, entries: readonly string[]): Map<string, Standing> {
  const rules = compileRules(round);
  const tallies = new Map(entries.map((entry) => [entry, startTally(rules, entry)]));
  for (const sheet of round.scores) {
    const tally = tallies.get(sheet.entry);
    if (tally) putSheet(rules, tally, sheet);
  }
  return finishAll(rules, tallies);
}

/** As `standingOf`, from rows, without building a sheet; rows of other entries are left out. */
export function standingFromRows(rules: CompiledRules, entry: string, rows: Iterable<ScoreRow>): Standing {
  const tally = startTally(rules, entry);
  putRows(rules, new Map([[entry, tally]]), rows);
  return standingFromTally(rules, tally);
}

/** As `standingsOf`, from rows in any order. */
export function standingsFromRows(
  rules: CompiledRules,
  entries: readonly string[],
  rows: Iterable<ScoreRow>,
): Map<string, Standing> {
  const tallies = new Map(entries.map((entry) => [entry, startTally(rules, entry)]));
  putRows(rules, tallies, rows);
  return finishAll(rules, tallies);
}

/** The standing of what was put into a tally; the tally stays usable. */
export function standingFromTally(rules: CompiledRules, tally: Tally): Standing {
  const scoring = listScoring(rules, tally.entry);
  const { aggregates, weighted, sheetTotals } =
    rules.integers && tally.odd.size === 0
      ? figuresInIntegers(rules, rules.integers, tally, scoring)
      : figuresInRationals(rules, tally, scoring);
  const totals: [string, string][] = [];
  const missing: Standing["missing"] = [];
  for (const [index, panelist] of scoring.entries()) {
    const id = rules.panel[panelist] ?? null;
    const total = sheetTotals[index] ?? null;
    if (total === null) missing.push({ panelist: id, values: countMissing(rules, tally, panelist) });
    else totals.push([id ?? "", total]);
  }
  return {
    entry: tally.entry,
    aggregates,
    weighted,
    sheetTotals: Object.fromEntries(totals),
    missing,
    panelists: scoring.length,
    quorumMet: scoring.length >= rules.round.quorum,
  };
}

function putRows(rules: CompiledRules, tallies: Map<string, Tally>, rows: Iterable<ScoreRow>): void {
  let tally: Tally | undefined;
  for (const [entry, panelist, indicator, value] of rows) {
    if (tally?.entry !== entry) tally = tallies.get(entry);
    const panelistIndex = rules.panelIndexes.get(panelist);
    const indicatorIndex = rules.indicatorIndexes.get(indicator);
    if (!tally || panelistIndex === undefined || indicatorIndex === undefined) continue;
    putValue(rules, tally, panelistIndex, indicatorIndex, value);
  }
}

function finishAll(rules: CompiledRules, tallies: Map<string, Tally>): Map<string, Standing> {
  return new Map(Array.from(tallies, ([entry, tally]) => [entry, standingFromTally(rules, tally)]));
}

function countMissing(rules: CompiledRules, tally: Tally, panelist: number): number {
  const start = panelist * rules.indicators.length;
  return rules.indicators.reduce((count, _, indicator) => {
    const place = start + indicator;
    return Number.isNaN(tally.positions[place]) && !tally.odd.has(place) ? count + 1 : count;
  }, 0);
}
