import type { DecimalText, Round, Sheet } from "./edition.ts";
import { mul, parseDecimal, parseFraction, rational, type Rational, toFraction } from "./exact.ts";
import {
  explainIndicators,
  type IndicatorExplanation,
  type ShownNumber,
  showIfKnown,
  showNumber,
  weightOf,
} from "./explainIndicators.ts";
import { explainTies, type TieExplanation } from "./explainTies.ts";
import { getStanding, rankRound, type RoundToRank } from "./ranking.ts";
import { carryShares, findContender, totalsOf } from "./rankingTotals.ts";
import type { EntryResult, FractionText, Standing } from "./result.ts";

export type { IndicatorExplanation, ShownNumber, ValueExplanation } from "./explainIndicators.ts";
export type { TieExplanation } from "./explainTies.ts";

/** Why an entry stands where it stands: every figure from the single value to the rank. */
export interface EntryExplanation extends EntryResult {
  indicators: IndicatorExplanation[];
  /** Σ points, before carry; null while an aggregate is missing. */
  weighted: ShownNumber | null;
  /** What the previous round supplies; null in a first round and where it supplies nothing. */
  carry: CarryExplanation | null;
  /** The total before rounding, for showing beside `exact`. */
  exactShown: DecimalText | null;
  ties: TieExplanation[];
  /** The undecided group it is in, itself among them; null where there is none. */
  undecided: string[] | null;
}

export interface CarryExplanation {
  /** c. */
  percent: DecimalText;
  /** (100 − c)/100 · weighted. */
  kept: ShownNumber | null;
  /** Rounded, as ranked there. */
  previousTotal: DecimalText;
  /** c/100 · previousTotal. */
  carried: ShownNumber;
}

/** Explains one entry of a round, with the round's own sheets where no others are given. */
export function explainEntry(
  ranking: RoundToRank,
  entry: string,
  sheets: readonly Sheet[] = ranking.round.scores,
): EntryExplanation {
  const { round, entries, standings, previous } = ranking;
  const standing = getStanding(standings, entry);
  const ranked = rankRound(ranking);
  const result = ranked.results.find((each) => each.entry === entry);
  if (!result) throw new Error(`the round ${round.id} does not rank ${entry}`);
  const previousTotals = previous && totalsOf(previous);
  const contenders = entries
    .map((each) => findContender(round, getStanding(standings, each), previousTotals))
    .filter((contender) => contender !== null);
  const exact = result.exact === null ? null : parseFraction(result.exact);
  return {
    ...result,
    indicators: explainIndicators(round, standing, sheets),
    weighted: showIfKnown(round, weightedOf(standing)),
    carry: explainCarry(round, standing, previousTotals?.get(entry) ?? null),
    exactShown: showIfKnown(round, exact)?.shown ?? null,
    ties: explainTies(round, contenders, entry),
    undecided: ranked.undecided.find((group) => group.includes(entry)) ?? null,
  };
}

/** What each indicator and the previous round give to the total after carry; they add up to `exact`. */
export function contributionsOf(
  round: Round,
  standing: Standing,
  previousTotal: DecimalText | null,
): { points: (FractionText | null)[]; carried: FractionText | null } {
  const shares = previousTotal === null ? null : carryShares(round.carry);
  const points = round.indicators.map((indicator, index) => {
    const aggregate = standing.aggregates[index] ?? null;
    if (aggregate === null) return null;
    return toFraction(mul(shares?.kept ?? rational(1n), mul(weightOf(indicator), parseFraction(aggregate))));
  });
  const carried = shares && previousTotal !== null ? mul(shares.carried, parseDecimal(previousTotal)) : null;
  return { points, carried: carried && toFraction(carried) };
}

function explainCarry(
  round: Round,
  standing: Standing,
  previousTotal: DecimalText | null,
): CarryExplanation | null {
  if (previousTotal === null || round.carry === "0") return null;
  const { kept, carried } = carryShares(round.carry);
  const weighted = weightedOf(standing);
  return {
    percent: round.carry,
    kept: showIfKnown(round, weighted && mul(kept, weighted)),
    previousTotal,
    carried: showNumber(round, mul(carried, parseDecimal(previousTotal))),
  };
}

function weightedOf(standing: Standing): Rational | null {
  return standing.weighted === null ? null : parseFraction(standing.weighted);
}
