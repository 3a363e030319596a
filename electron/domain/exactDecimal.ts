import type { DecimalText } from "./edition.ts";

interface DecimalParts {
  negative: boolean;
  /** All digits, the last `decimals` of them behind the point. */
  digits: string;
  decimals: number;
}

// Bounds that no real score comes near, so that a hostile file cannot make the arithmetic hang.
const longestWritten = 200;
const longestCanonical = 60;
const largestExponent = 30;

const decimalPattern = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,9}))?$/;

/** The parts of decimal text as JSON or an edition file writes it; null for anything else. */
export function readDecimal(text: string): DecimalParts | null {
  if (text.length > longestWritten) return null;
  const match = decimalPattern.exec(text);
  if (!match) return null;
  const [, sign = "", whole = "", fraction = "", exponent] = match;
  const digits = whole + fraction;
  if (exponent === undefined) return { negative: sign === "-", digits, decimals: fraction.length };
  const power = Number(exponent);
  if (Math.abs(power) > largestExponent) return null;
  const decimals = fraction.length - power;
  if (decimals >= 0) return { negative: sign === "-", digits, decimals };
  return { negative: sign === "-", digits: digits + "0".repeat(-decimals), decimals: 0 };
}

/**
 * The one way a number is written: `87.10` → `87.1`, `-0` → `0`, `1e2` → `100`; null where it is no decimal.
 * An exponent is at most ±30, and what comes out at most 60 characters long.
 */
export function canonicalDecimal(text: string): DecimalText | null {
  const parts = readDecimal(text);
  if (!parts) return null;
  const padded = parts.digits.padStart(parts.decimals + 1, "0");
  const point = padded.length - parts.decimals;
  const whole = padded.slice(0, point).replace(/^0+(?=\d)/, "");
  const fraction = withoutTrailingZeros(padded.slice(point));
  const magnitude = fraction === "" ? whole : `${whole}.${fraction}`;
  const canonical = parts.negative && magnitude !== "0" ? `-${magnitude}` : magnitude;
  return canonical.length > longestCanonical ? null : canonical;
}

/** How many digits stand behind the point; the text must be canonical. */
export function decimalsOf(text: DecimalText): number {
  const point = text.indexOf(".");
  return point === -1 ? 0 : text.length - point - 1;
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end -= 1;
  return digits.slice(0, end);
}
