/** The plainest exact fractions there are, for the second opinion in ranking.ts. Denominators are positive. */
export interface Fraction {
  n: bigint;
  d: bigint;
}

export const zero: Fraction = { n: 0n, d: 1n };

export function fraction(n: bigint, d: bigint): Fraction {
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

export function whole(value: number): Fraction {
  return { n: BigInt(value), d: 1n };
}

/** "-87.125" is -87125 / 1000. */
export function fromDecimal(text: string): Fraction {
  const negative = text.startsWith("-");
  const [digits = "", decimals = ""] = (negative ? text.slice(1) : text).split(".");
  const n = BigInt(digits + decimals);
  return { n: negative ? -n : n, d: 10n ** BigInt(decimals.length) };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { n: -b.n, d: b.d });
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { n: a.n * b.n, d: a.d * b.d };
}

export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.n * b.d, a.d * b.n);
}

export function compare(a: Fraction, b: Fraction): number {
  const difference = a.n * b.d - b.n * a.d;
  if (difference === 0n) return 0;
  return difference > 0n ? 1 : -1;
}

export function sum(fractions: Fraction[]): Fraction {
  return fractions.reduce(add, zero);
}

export function mean(fractions: Fraction[]): Fraction {
  return divide(sum(fractions), whole(fractions.length));
}

export function median(fractions: Fraction[]): Fraction {
  const sorted = fractions.toSorted(compare);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length % 2 === 1) return at(sorted, middle);
  return mean([at(sorted, middle - 1), at(sorted, middle)]);
}

/** Drops one highest and one lowest; the plain mean where there are fewer than three. */
export function trimmedMean(fractions: Fraction[]): Fraction {
  if (fractions.length < 3) return mean(fractions);
  return mean(fractions.toSorted(compare).slice(1, -1));
}

/** Half away from zero: 0.125 becomes 0.13 and -0.125 becomes -0.13. */
export function roundTo(value: Fraction, decimals: number): Fraction {
  const shift = 10n ** BigInt(decimals);
  const magnitude = value.n < 0n ? -value.n : value.n;
  const rounded = (2n * magnitude * shift + value.d) / (2n * value.d);
  return { n: value.n < 0n ? -rounded : rounded, d: shift };
}

/** A value already rounded to so many decimals, with all of them written: 91.5 to two is "91.50". */
export function toFixedText(rounded: Fraction, decimals: number): string {
  const scaled = (rounded.n * 10n ** BigInt(decimals)) / rounded.d;
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, "0");
  const sign = scaled < 0n ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Lowest terms, always with the denominator: "365/4", "90/1". */
export function toFractionText(value: Fraction): string {
  let a = value.n < 0n ? -value.n : value.n;
  let b = value.d;
  while (b !== 0n) [a, b] = [b, a % b];
  return `${value.n / a}/${value.d / a}`;
}

function at(fractions: Fraction[], index: number): Fraction {
  const found = fractions[index];
  if (found === undefined) throw new Error("no value to take the middle of");
  return found;
}
