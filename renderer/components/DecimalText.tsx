import type { DecimalText as Decimal } from "../../electron/domain/edition.ts";
import { formatDecimal } from "../../electron/domain/indonesian.ts";

interface DecimalTextProps {
  /** Exact decimal with a point; null shows a dash. */
  value: Decimal | null;
  /** At least this many digits behind the comma; nothing is ever rounded away. */
  decimals?: number;
}

/** An exact number as Indonesians write it, in figures that stand under each other. */
export function DecimalText({ value, decimals = 0 }: DecimalTextProps) {
  return <span className="figure">{value === null ? "–" : formatDecimal(value, decimals)}</span>;
}
