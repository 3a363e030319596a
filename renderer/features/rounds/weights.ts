import type { IndicatorRules } from "../../../electron/contract/rounds.ts";
import {
  canonicalDecimal,
  compare,
  parseDecimal,
  roundHalfAway,
  sub,
  zero,
} from "../../../electron/domain/exact.ts";
import type { Rational } from "../../../electron/domain/exact.ts";
import { decimalsOf } from "../../../electron/domain/exactDecimal.ts";
import { formatDecimal } from "../../../electron/domain/indonesian.ts";
import { weightSum } from "../../../electron/domain/roundCheck.ts";

export interface WeightStanding {
  state: "exact" | "lacking" | "over";
  /** "Pas 100", "Kurang 5,5", "Lebih 0,01". */
  words: string;
  /** "94,5": the exact sum. */
  sum: string;
}

type Weighted = Pick<IndicatorRules, "weight">;

/** How the weights stand against 100, exactly. */
export function weightStanding(indicators: readonly Weighted[]): WeightStanding {
  const { sum, lacking } = weightSum(indicators);
  // Sums of decimals have no more decimals than the longest, so nothing is rounded away here.
  const decimals = Math.max(0, ...indicators.map(({ weight }) => decimalsOf(weight)));
  const shown = (value: Rational) => formatDecimal(canonicalDecimal(roundHalfAway(value, decimals)) ?? "0");
  const side = compare(lacking, zero);
  if (side === 0) return { state: "exact", words: "Pas 100", sum: shown(sum) };
  if (side > 0) return { state: "lacking", words: `Kurang ${shown(lacking)}`, sum: shown(sum) };
  return { state: "over", words: `Lebih ${shown(sub(zero, lacking))}`, sum: shown(sum) };
}

/** Widths for drawing, in percent of the bar; the bar is 100 long, or as long as the sum where that is more. */
export function weightWidths(indicators: readonly Weighted[]): { widths: number[]; hundredAt: number } {
  const weights = indicators.map(({ weight }) => toNumber(parseDecimal(weight)));
  const length = Math.max(
    100,
    weights.reduce((total, weight) => total + weight, 0),
  );
  return { widths: weights.map((weight) => (100 * weight) / length), hundredAt: 10_000 / length };
}

/** Only for drawing. */
function toNumber({ numerator, denominator }: Rational): number {
  return Number((numerator * 1_000_000n) / denominator) / 1_000_000;
}
