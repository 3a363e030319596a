import { NumberInput } from "@mantine/core";

/** A measure that is typed with a comma; arrows step it. What is beyond its bounds goes to the nearest. */
export function MeasureField({
  label,
  value,
  onChange,
  min = -400,
  max = 400,
  step = 1,
  decimals = 1,
  unit = " mm",
  disabled = false,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  decimals?: number;
  unit?: string;
  disabled?: boolean;
}) {
  return (
    <NumberInput
      label={label}
      value={value}
      onChange={(typed) => {
        if (typeof typed === "number" && typed >= min && typed <= max) onChange(typed);
      }}
      min={min}
      max={max}
      step={step}
      clampBehavior="blur"
      decimalScale={decimals}
      decimalSeparator=","
      allowedDecimalSeparators={[",", "."]}
      suffix={unit}
      disabled={disabled}
      styles={{ input: { fontVariantNumeric: "tabular-nums" } }}
    />
  );
}
