import type { Aggregate } from "./edition.ts";
import { leastCommonMultiple, rational, toFraction } from "./exact.ts";
import type { FractionText } from "./result.ts";
import type { Figures } from "./standingFigures.ts";
import type { CompiledRules, WholeNumbers } from "./standingRules.ts";
import type { Tally } from "./standingTally.ts";

/** numerator / divisor in the indicator's units; divisor 0 where no value was given. */
interface Share {
  numerator: number;
  divisor: number;
}

/**
 * The figures of a standing in whole numbers: doubles where every sum stays below 2^53, BigInt where not, so always
 * exact. Only for a tally without odd values.
 */
export function figuresInIntegers(
  rules: CompiledRules,
  integers: WholeNumbers,
  tally: Tally,
  scoring: number[],
): Figures {
  const shares = aggregateAll(rules, integers, tally, scoring);
  const aggregates = shares.map(({ numerator, divisor }, index) => {
    const span = integers.spans[index] ?? Number.NaN;
    return divisor === 0 ? null : reduce(100 * numerator, divisor * span);
  });
  return {
    aggregates,
    weighted: weighShares(integers, shares),
    sheetTotals: scoring.map((panelist) => weighSheet(integers, tally, panelist)),
  };
}

function aggregateAll(
  rules: CompiledRules,
  integers: WholeNumbers,
  tally: Tally,
  scoring: number[],
): Share[] {
  const count = integers.spans.length;
  const given = new Float64Array(scoring.length);
  const shares: Share[] = [];
  for (let indicator = 0; indicator < count; indicator += 1) {
    let filled = 0;
    for (const panelist of scoring) {
      const position = tally.positions[panelist * count + indicator] ?? Number.NaN;
      if (!Number.isNaN(position)) given[filled++] = position;
    }
    shares.push(aggregatePositions(rules.round.aggregate, given, filled));
  }
  return shares;
}

/** Of the first so many of `given`, which a median puts in order. */
function aggregatePositions(aggregate: Aggregate, given: Float64Array, count: number): Share {
  if (aggregate === "median" && count > 0) {
    given.subarray(0, count).sort();
    const middle = count >> 1;
    const upper = given[middle] ?? Number.NaN;
    if (count % 2 === 1) return { numerator: upper, divisor: 1 };
    return { numerator: (given[middle - 1] ?? Number.NaN) + upper, divisor: 2 };
  }
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  let greatest = 0;
  for (let index = 0; index < count; index += 1) {
    const position = given[index] ?? Number.NaN;
    sum += position;
    if (position < least) least = position;
    if (position > greatest) greatest = position;
  }
  if (aggregate === "trimmedMean" && count >= 3) {
    return { numerator: sum - least - greatest, divisor: count - 2 };
  }
  return { numerator: sum, divisor: count };
}

function weighShares(integers: WholeNumbers, shares: Share[]): FractionText | null {
  let repeats = 1n;
  for (const divisor of new Set(shares.map((share) => share.divisor))) {
    if (divisor === 0) return null;
    repeats = leastCommonMultiple(repeats, BigInt(divisor));
  }
  if (integers.sumBound * repeats <= Number.MAX_SAFE_INTEGER) {
    const multiple = Number(repeats);
    let sum = 0;
    for (const [index, { numerator, divisor }] of shares.entries()) {
      sum += (integers.factorNumbers[index] ?? Number.NaN) * numerator * (multiple / divisor);
    }
    return reduce(sum, Number(integers.common) * multiple);
  }
  let sum = 0n;
  for (const [index, { numerator, divisor }] of shares.entries()) {
    sum += (integers.factors[index] ?? 0n) * BigInt(numerator) * (repeats / BigInt(divisor));
  }
  return toFraction(rational(sum, integers.common * repeats));
}

function weighSheet(integers: WholeNumbers, tally: Tally, panelist: number): FractionText | null {
  const count = integers.spans.length;
  const positions = tally.positions.subarray(panelist * count, (panelist + 1) * count);
  if (integers.sumBound <= Number.MAX_SAFE_INTEGER) {
    let sum = 0;
    for (let index = 0; index < count; index += 1) {
      sum += (integers.factorNumbers[index] ?? Number.NaN) * (positions[index] ?? Number.NaN);
    }
    return Number.isNaN(sum) ? null : reduce(sum, Number(integers.common));
  }
  let sum = 0n;
  for (let index = 0; index < count; index += 1) {
    const position = positions[index] ?? Number.NaN;
    if (Number.isNaN(position)) return null;
    sum += (integers.factors[index] ?? 0n) * BigInt(position);
  }
  return toFraction(rational(sum, integers.common));
}

/** Lowest terms of two whole numbers that a double holds exactly. */
function reduce(numerator: number, denominator: number): FractionText {
  let [a, b] = [numerator, denominator];
  while (b !== 0) [a, b] = [b, a % b];
  return `${numerator / a}/${denominator / a}`;
}
