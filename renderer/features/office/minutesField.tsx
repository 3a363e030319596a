import { NumberInput } from "@mantine/core";
import type { NumberInputProps } from "@mantine/core";

/** A whole number of minutes; empty where it is not known yet. */
export function MinutesField(props: NumberInputProps) {
  return (
    <NumberInput
      min={1}
      max={600}
      clampBehavior="none"
      allowDecimal={false}
      allowNegative={false}
      suffix=" menit"
      w={130}
      {...props}
    />
  );
}
