import { canonicalDecimal } from "../domain/exact.ts";
import type { DecimalText } from "../domain/edition.ts";
import { longDate } from "../domain/indonesian.ts";
import type { GridCell } from "./grid.ts";

/**
 * The decimal that a spreadsheet shows for a double: rounded to 15 significant digits, as Excel does, so that
 * 0.1 + 0.2 is `0.3`; null beyond any score (more than 60 digits, or not finite).
 */
export function decimalOfDouble(value: number): DecimalText | null {
  if (!Number.isFinite(value)) return null;
  return canonicalDecimal(String(Number(value.toPrecision(15))));
}

/** What a reader sees in the cell, in Indonesian: decimal comma, dates in words. */
export function cellText(cell: GridCell | null): string {
  if (cell === null) return "";
  if (cell.kind === "number") return withComma(cell.value);
  if (cell.kind === "percent") return `${withComma(cell.value * 100)}%`;
  if (cell.kind === "date") return dateText(cell.value);
  if (cell.kind === "boolean") return cell.value ? "TRUE" : "FALSE";
  return cell.kind === "formula" ? cell.shown : cell.text;
}

/** `87,5` for `87.5`; no thousands mark, so that it reads back as it was written. */
export function withDecimalComma(text: DecimalText): string {
  return text.replace(".", ",");
}

function withComma(value: number): string {
  return withDecimalComma(decimalOfDouble(value) ?? String(value));
}

function dateText(serial: number): string {
  // Day 60 of Excel's calendar is 29 February 1900, which never was; scores have no business before it.
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  if (Number.isNaN(day.getTime()) || serial < 61 || day.getUTCFullYear() > 9999) return withComma(serial);
  return longDate(day.toISOString().slice(0, 10));
}
