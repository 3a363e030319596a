import type { Aggregate } from "./edition.ts";
import {
  compare,
  div,
  hundred,
  mul,
  parseDecimal,
  type Rational,
  rational,
  sum,
  toFraction,
} from "./exact.ts";
import type { Figures } from "./standingFigures.ts";
import type { FractionText } from "./result.ts";
import { type CompiledRules, normalise } from "./standingRules.ts";
import type { Tally } from "./standingTally.ts";

/** The figures of a standing in rationals: any number of digits, and plain enough to be held against the rules. */
export function figuresInRationals(rules: CompiledRules, tally: Tally, scoring: number[]): Figures {
  const valueAt = (panelist: number, indicator: number) => normalisedAt(rules, tally, panelist, indicator);
  const aggregates = rules.indicators.map((_, indicator) =>
    aggregateOf(
      rules.round.aggregate,
      scoring.map((panelist) => valueAt(panelist, indicator)).filter((value) => value !== null),
    ),
  );
  const sheetTotals = scoring.map((panelist) =>
    weigh(
      rules,
      rules.indicators.map((_, indicator) => valueAt(panelist, indicator)),
    ),
  );
  return {
    aggregates: aggregates.map(toText),
    weighted: toText(weigh(rules, aggregates)),
    sheetTotals: sheetTotals.map(toText),
  };
}

/** The mean, median or trimmed mean; null of no values. */
export function aggregateOf(aggregate: Aggregate, values: Rational[]): Rational | null {
  if (values.length === 0) return null;
  const counted = new Set(listCounted(aggregate, values));
  const kept = values.filter((_, index) => counted.has(index));
  return div(sum(kept), rational(BigInt(kept.length)));
}

/** Indexes of the values an aggregate counts: all, the middle one or two, or all but one lowest and one highest. */
export function listCounted(aggregate: Aggregate, values: Rational[]): number[] {
  const ascending = Array.from(values.entries())
    .toSorted(([, a], [, b]) => compare(a, b))
    .map(([index]) => index);
  if (aggregate === "mean" || values.length < 3) return ascending;
  if (aggregate === "trimmedMean") return ascending.slice(1, -1);
  return ascending.slice(Math.ceil(values.length / 2) - 1, Math.floor(values.length / 2) + 1);
}

function toText(value: Rational | null): FractionText | null {
  return value === null ? null : toFraction(value);
}

function weigh(rules: CompiledRules, values: (Rational | null)[]): Rational | null {
  const parts: Rational[] = [];
  for (const [index, indicator] of rules.indicators.entries()) {
    const value = values[index] ?? null;
    if (value === null) return null;
    parts.push(mul(div(indicator.weight, hundred), value));
  }
  return sum(parts);
}

function normalisedAt(
  rules: CompiledRules,
  tally: Tally,
  panelist: number,
  indicator: number,
): Rational | null {
  const compiled = rules.indicators[indicator];
  if (!compiled) throw new RangeError(`no indicator ${indicator}`);
  const place = panelist * rules.indicators.length + indicator;
  const odd = tally.odd.get(place);
  if (odd !== undefined) return normalise(compiled.rule, parseDecimal(odd));
  const position = tally.positions[place] ?? Number.NaN;
  if (Number.isNaN(position)) return null;
  return rational(100n * BigInt(position), BigInt(compiled.grid?.span ?? 1));
}
