import { NumberInput } from "@mantine/core";
import { useState } from "react";

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
  const [isBeyond, setBeyond] = useState(false);
  return (
    <NumberInput
      label={label}
      value={value}
      error={isBeyond && `Antara ${numberText(min)} dan ${numberText(max)}${unit}`}
      onChange={(typed) => {
        const fits = typeof typed === "number" && typed >= min && typed <= max;
        setBeyond(typeof typed === "number" && !fits);
        if (fits) onChange(typed);
      }}
      onBlur={() => setBeyond(false)}
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

function numberText(value: number): string {
  return String(value).replace(".", ",").replace("-", "−");
}
