import type { DecimalText } from "../../../electron/domain/edition.ts";
import { canonicalDecimal } from "../../../electron/domain/exact.ts";
import { formatDecimal } from "../../../electron/domain/indonesian.ts";

/** A figure with at least this many decimals and no idle zeros behind them: "88,00", "18,262". Null says that it is not there yet. */
export function figureWords(value: DecimalText | null, decimals: number): string {
  return value === null ? "belum ada" : formatDecimal(canonicalDecimal(value) ?? value, decimals);
}
