import {
  add,
  div,
  mul,
  parseDecimal,
  type Rational,
  rational,
  roundHalfAway,
  sub,
  zero,
} from "../../../electron/domain/exact.ts";
import { type Indicator, shownDecimal } from "./scaleWords.ts";

/** What a sheet adds up to so far. */
export interface RunningTotal {
  /** Rounded half away from zero to the round's decimals, with a decimal comma. */
  text: string;
  filled: number;
}

/**
 * Adds up sheets of these indicators exactly: Σ weight · normalised / 100 over the values given so far, where
 * normalised is 100·(v−min)/(max−min), or the mirror where the least is the best. The same arithmetic as the
 * ranking, so that it can be held against the paper.
 */
export function totalOf(
  indicators: readonly Indicator[],
  decimals: number,
): (values: readonly (string | null)[]) => RunningTotal {
  const points = indicators.map(pointsOf);
  return (values) => {
    // Few denominators occur; gathering by them leaves a handful of fractions to add.
    const byDenominator = new Map<bigint, bigint>();
    let filled = 0;
    for (const [index, value] of values.entries()) {
      const given = value === null ? undefined : points[index]?.(value);
      if (!given) continue;
      filled += 1;
      const gathered = byDenominator.get(given.denominator) ?? 0n;
      byDenominator.set(given.denominator, gathered + given.numerator);
    }
    let total = zero;
    for (const [denominator, numerator] of byDenominator)
      total = add(total, rational(numerator, denominator));
    return { text: shownDecimal(roundHalfAway(total, decimals)), filled };
  };
}

/** Points that a value of this indicator gives; values recur, so each is worked out once. */
function pointsOf({ weight, scale, direction }: Indicator): (value: string) => Rational {
  const [min, max] = [parseDecimal(scale.min), parseDecimal(scale.max)];
  const perUnit = div(parseDecimal(weight), sub(max, min));
  const known = new Map<string, Rational>();
  return (value) => {
    let points = known.get(value);
    if (!points) {
      const exact = parseDecimal(value);
      points = mul(perUnit, direction === "higher" ? sub(exact, min) : sub(max, exact));
      known.set(value, points);
    }
    return points;
  };
}
