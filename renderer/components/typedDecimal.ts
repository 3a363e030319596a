import { canonicalDecimal } from "../../electron/domain/exact.ts";
import type { DecimalText } from "../../electron/domain/edition.ts";
import { formatDecimal } from "../../electron/domain/indonesian.ts";

export type TypedDecimal = { value: DecimalText } | { refusal: string };

/** Reads a typed number exactly: comma or point as decimal mark; a thousands dot only where it can be nothing else. */
export function readTypedDecimal(text: string): TypedDecimal {
  const typed = text.trim().replace("\u2212", "-").replace(/\s*%$/, "");
  if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(typed)) {
    const [whole, fraction] = [typed.replace(".", ""), typed.replace(".", ",")];
    return { refusal: `Tulis ${whole} atau ${fraction}, tanpa titik` };
  }
  const grouped = /^-?\d{1,3}(\.\d{3})+,\d+$/.test(typed) || /^-?\d{1,3}(\.\d{3}){2,}$/.test(typed);
  const plain = grouped ? typed.replaceAll(".", "") : typed;
  const value = plain.length > 40 ? null : canonicalDecimal(plain.replace(",", ".").replace(/[.]$/, ""));
  return value === null ? { refusal: "Harus angka, misalnya 12,5" } : { value };
}

/** An exact decimal as it stands in a field that can be typed in: no thousands dots, "1234,5". */
export function typedText(value: DecimalText): string {
  return value.replace(".", ",");
}

/** "12,5" with thousands dots, for reading. */
export function shownDecimal(value: DecimalText): string {
  return formatDecimal(value);
}
