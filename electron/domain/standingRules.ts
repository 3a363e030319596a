import type { Indicator, Round } from "./edition.ts";
import {
  canonicalDecimal,
  div,
  hundred,
  leastCommonMultiple,
  mul,
  parseDecimal,
  type Rational,
  rational,
  sub,
} from "./exact.ts";
import { decimalsOf } from "./exactDecimal.ts";

/** An indicator made ready for arithmetic. */
export interface CompiledIndicator {
  rule: Indicator;
  lower: boolean;
  weight: Rational;
  grid: IndicatorGrid | null;
}

/**
 * An indicator in whole numbers. A value's position is its distance from the worst end of the scale in units of
 * 10^-decimals, so normalised = 100 · position / span.
 */
export interface IndicatorGrid {
  decimals: number;
  /** The worst end in units: min, or max where the least is the best. */
  worst: number;
  span: number;
}

/** All grids of a round over one denominator: a position · its factor / common is what it adds to a sheet total. */
export interface WholeNumbers {
  common: bigint;
  spans: number[];
  factors: bigint[];
  /** The same factors as doubles, exact where `sumBound` is. */
  factorNumbers: Float64Array;
  /** No weighted sum of one sheet, nor `common`, is larger. */
  sumBound: bigint;
}

/** A round made ready for many standings. Belongs to the round as it was: compile again after a change of rules. */
export interface CompiledRules {
  round: Round;
  indicators: CompiledIndicator[];
  indicatorIndexes: Map<string, number>;
  /** Panelist ids in the order of the panel; `[null]` in a desk round. */
  panel: (string | null)[];
  panelIndexes: Map<string | null, number>;
  /** Entry → panelists recused from it. */
  recused: Map<string, Set<string>>;
  /** Null where some scale does not fit whole numbers that a double holds exactly; rationals are used then. */
  integers: WholeNumbers | null;
}

// Where no step says how fine the values are; finer ones are still exact, only slower.
const decimalsWithoutStep = 6;
const largestExact = BigInt(Number.MAX_SAFE_INTEGER);

/** Reads weights, scales, panel and recusals once, so that each standing is only sums of whole numbers. */
export function compileRules(round: Round): CompiledRules {
  const panel: (string | null)[] = round.kind === "desk" ? [null] : round.panel;
  const recused = new Map<string, Set<string>>();
  for (const { entry, panelist } of round.recusals) {
    const panelists = recused.get(entry) ?? new Set();
    recused.set(entry, panelists.add(panelist));
  }
  const indicators = round.indicators.map((indicator) => compileIndicator(indicator, panel.length));
  return {
    round,
    indicators,
    indicatorIndexes: new Map(round.indicators.map(({ id }, index) => [id, index])),
    panel,
    panelIndexes: new Map(panel.map((panelist, index) => [panelist, index])),
    recused,
    integers: toWholeNumbers(indicators),
  };
}

/** Indexes into the panel of those who score this entry. */
export function listScoring(rules: CompiledRules, entry: string): number[] {
  const recused = rules.recused.get(entry);
  return rules.panel.flatMap((panelist, index) =>
    panelist !== null && recused?.has(panelist) ? [] : [index],
  );
}

function compileIndicator(indicator: Indicator, panelSize: number): CompiledIndicator {
  return {
    rule: indicator,
    lower: indicator.direction === "lower",
    weight: parseDecimal(indicator.weight),
    grid: layGrid(indicator, panelSize),
  };
}

function layGrid({ scale, direction }: Indicator, panelSize: number): IndicatorGrid | null {
  const ends = [scale.min, scale.max, scale.step ?? "0"].map(canonicalDecimal);
  if (ends.includes(null)) return null;
  const stepDecimals = scale.step === null ? decimalsWithoutStep : 0;
  const decimals = Math.max(stepDecimals, ...ends.map((text) => decimalsOf(text ?? "")));
  const unit = rational(10n ** BigInt(decimals));
  const min = mul(parseDecimal(scale.min), unit).numerator;
  const max = mul(parseDecimal(scale.max), unit).numerator;
  const span = max - min;
  const worst = direction === "lower" ? max : min;
  // 200: a mean over the panel in percent is 100 · sum / (panelists · span), a median doubles both.
  const largest = 200n * BigInt(Math.max(panelSize, 1)) * span;
  const fits = span > 0n && largest <= largestExact && absolute(min) + absolute(max) <= largestExact;
  if (!fits) return null;
  return { decimals, worst: Number(worst), span: Number(span) };
}

function toWholeNumbers(indicators: CompiledIndicator[]): WholeNumbers | null {
  const spans: number[] = [];
  const shares: Rational[] = [];
  for (const { grid, weight } of indicators) {
    if (!grid || weight.numerator < 0n) return null;
    spans.push(grid.span);
    shares.push(div(weight, rational(BigInt(grid.span))));
  }
  const common = shares.reduce((multiple, share) => leastCommonMultiple(multiple, share.denominator), 1n);
  const factors = shares.map((share) => (share.numerator * common) / share.denominator);
  const sumBound = factors.reduce(
    (bound, factor, index) => bound + factor * BigInt(spans[index] ?? 0),
    common,
  );
  return { common, spans, factors, factorNumbers: Float64Array.from(factors, Number), sumBound };
}

/** 100 · (v − min) / (max − min), or 100 · (max − v) / (max − min) where the least is the best. */
export function normalise(
  { scale, direction }: Pick<Indicator, "scale" | "direction">,
  value: Rational,
): Rational {
  const min = parseDecimal(scale.min);
  const max = parseDecimal(scale.max);
  const distance = direction === "lower" ? sub(max, value) : sub(value, min);
  return div(mul(hundred, distance), sub(max, min));
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}
