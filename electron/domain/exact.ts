import type { DecimalText } from "./edition.ts";
import type { FractionText } from "./result.ts";
import { readDecimal } from "./exactDecimal.ts";

export { canonicalDecimal } from "./exactDecimal.ts";
export { findScaleFault, inScale, onStep } from "./exactScale.ts";

/** An exact rational in lowest terms; the denominator is positive. Make one with `rational`. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** numerator / denominator in lowest terms; a RangeError for a zero denominator. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError("a rational cannot have a zero denominator");
  const divisor = greatestCommonDivisor(numerator, denominator);
  const sign = denominator < 0n ? -1n : 1n;
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

export const zero: Rational = rational(0n);
export const hundred: Rational = rational(100n);

/** The greatest common divisor, positive; of 0 and 0 it is 1. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

/** The least common multiple of two positive integers. */
export function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}

/** Reads decimal text exactly: `87.1` is 871/10. A RangeError for what is no decimal text. */
export function parseDecimal(text: DecimalText): Rational {
  const parts = readDecimal(text);
  if (!parts) throw new RangeError(`not a decimal number: ${text.slice(0, 80)}`);
  const digits = BigInt(parts.digits);
  return rational(parts.negative ? -digits : digits, 10n ** BigInt(parts.decimals));
}

/** Reads what `toFraction` wrote; a SyntaxError for other text. It is in lowest terms already, so nothing is reduced. */
export function parseFraction(text: FractionText): Rational {
  const slash = text.indexOf("/");
  if (slash < 1 || slash === text.length - 1) throw new SyntaxError(`not a fraction: ${text.slice(0, 80)}`);
  return { numerator: BigInt(text.slice(0, slash)), denominator: BigInt(text.slice(slash + 1)) };
}

/** `365/4`, `90/1`: lowest terms, always with the denominator. */
export function toFraction(value: Rational): FractionText {
  return `${value.numerator}/${value.denominator}`;
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Whether both are the same number. */
export function equal(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

/** a + b. */
export function add(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** a − b. */
export function sub(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

/** a · b. */
export function mul(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a / b; a RangeError where b is zero. */
export function div(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** The sum; zero for no values. */
export function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, zero);
}

/** Rounds half away from zero; the result counts units of 10^-decimals, so 91.25 with 2 decimals is 9125n. */
export function roundToUnits(value: Rational, decimals: number): bigint {
  const scaled = value.numerator * 10n ** BigInt(decimals);
  const magnitude = scaled < 0n ? -scaled : scaled;
  const rounded = (2n * magnitude + value.denominator) / (2n * value.denominator);
  return scaled < 0n ? -rounded : rounded;
}

/** Writes units of 10^-decimals with exactly that many decimals: 9000n with 2 is `90.00`. */
export function unitsToText(units: bigint, decimals: number): DecimalText {
  const magnitude = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const sign = units < 0n ? "-" : "";
  if (decimals === 0) return sign + magnitude;
  return `${sign}${magnitude.slice(0, -decimals)}.${magnitude.slice(-decimals)}`;
}

/** Rounds half away from zero to exactly that many decimals: `91.25`, `90.00`. */
export function roundHalfAway(value: Rational, decimals: number): DecimalText {
  return unitsToText(roundToUnits(value, decimals), decimals);
}
