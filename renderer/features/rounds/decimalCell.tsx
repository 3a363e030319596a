import { CellInput } from "../../components/CellInput.tsx";
import { readTypedDecimal, typedText } from "../../components/typedDecimal.ts";

interface DecimalCellProps {
  value: string | null;
  onChange: (value: string | null) => void;
  label: string;
  row: number;
  column: string;
  /** Empty is an answer here: no step. */
  optional?: boolean;
  placeholder?: string;
  /** What else a number must be; a sentence refuses it. */
  check?: (value: string) => string | null;
  live?: boolean;
  onLeave?: () => void;
  disabled?: boolean;
}

/** A table's cell for an exact decimal, typed with comma or point. */
export function DecimalCell({ value, onChange, optional = false, check, ...cell }: DecimalCellProps) {
  return (
    <CellInput
      {...cell}
      align="right"
      inputMode="decimal"
      maxLength={40}
      value={value === null ? "" : typedText(value)}
      onCommit={(text) => {
        if (text === "") {
          if (!optional) return "Wajib diisi";
          onChange(null);
          return null;
        }
        const read = readTypedDecimal(text);
        if ("refusal" in read) return read.refusal;
        const refusal = check?.(read.value) ?? null;
        if (refusal !== null) return refusal;
        if (read.value !== value) onChange(read.value);
        return null;
      }}
    />
  );
}
