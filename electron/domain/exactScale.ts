import type { DecimalText, Indicator } from "./edition.ts";
import { compare, div, parseDecimal, sub } from "./exact.ts";

type Scale = Indicator["scale"];

/** Whether min ≤ value ≤ max; the step is not looked at. */
export function inScale(value: DecimalText, scale: Pick<Scale, "min" | "max">): boolean {
  const exact = parseDecimal(value);
  return compare(exact, parseDecimal(scale.min)) >= 0 && compare(exact, parseDecimal(scale.max)) <= 0;
}

/** Whether the value is a whole number of steps away from min; the step must not be zero. */
export function onStep(value: DecimalText, min: DecimalText, step: DecimalText): boolean {
  return div(sub(parseDecimal(value), parseDecimal(min)), parseDecimal(step)).denominator === 1n;
}

/** What is wrong with a value on this scale; null where it fits. */
export function findScaleFault(value: DecimalText, scale: Scale): "offScale" | "offStep" | null {
  if (!inScale(value, scale)) return "offScale";
  return scale.step !== null && !onStep(value, scale.min, scale.step) ? "offStep" : null;
}
