import type { Indicator } from "../domain/edition.ts";
import { decimalsOf } from "../domain/exactDecimal.ts";

/**
 * The formula that accepts a number on the scale and on its step, for the validation of the cell at this address; null
 * where the scale has no step or its numbers are too fine for a spreadsheet's doubles. Then only the range is checked
 * while typing, and the import checks the step exactly.
 */
export function stepFormula(address: string, scale: Indicator["scale"]): string | null {
  if (scale.step === null) return null;
  const decimals = Math.max(...[scale.min, scale.max, scale.step].map(decimalsOf));
  const factor = 10 ** decimals;
  const steps = Math.round(Number(scale.step) * factor);
  const widest = Math.max(Math.abs(Number(scale.min)), Math.abs(Number(scale.max))) * factor;
  // MOD refuses quotients beyond 2^27, and 10^9 units leave the doubles six digits to spare.
  if (widest > 1e9 || widest / steps > 1e8) return null;
  const distance = scale.min === "0" ? address : `(${address}-${excelNumber(scale.min)})`;
  const units = factor === 1 ? distance : `${distance}*${factor}`;
  const formula =
    `AND(ISNUMBER(${address}),${address}>=${excelNumber(scale.min)},${address}<=${excelNumber(scale.max)},` +
    `ABS(${units}-ROUND(${units},0))<0.000001,MOD(ROUND(${units},0),${steps})=0)`;
  return formula.length <= 255 ? formula : null;
}

function excelNumber(text: string): string {
  return text.startsWith("-") ? `(${text})` : text;
}
