import type { Grid } from "../../../electron/contract/sheets.ts";
import { canonicalDecimal, onStep } from "../../../electron/domain/exact.ts";

export type Indicator = Grid["indicators"][number];
export type Scale = Indicator["scale"];

/** A decimal as it is shown and typed here: "87,5". No thousands dots, so that a shown value can be typed back. */
export function shownDecimal(value: string): string {
  return value.replace(".", ",");
}

/** "0–100", "-5 sampai 5". */
export function rangeWords(scale: Scale): string {
  const [min, max] = [shownDecimal(scale.min), shownDecimal(scale.max)];
  return min.startsWith("-") || max.startsWith("-") ? `${min} sampai ${max}` : `${min}–${max}`;
}

/** What may be typed: "0–100, kelipatan 1", or "1–10, kelipatan 2 dari 1" where the steps start elsewhere than at 0. */
export function allowedWords(scale: Scale): string {
  if (scale.step === null) return rangeWords(scale);
  const step = shownDecimal(scale.step);
  const origin = onStep(scale.min, "0", scale.step) ? "" : ` dari ${shownDecimal(scale.min)}`;
  return `${rangeWords(scale)}, kelipatan ${step}${origin}`;
}

/** Whether two decimals, or their absence, are the same value. */
export function sameValue(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  return a === b || canonicalDecimal(a) === canonicalDecimal(b);
}
