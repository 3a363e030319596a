import { NumberInput } from "@mantine/core";
import type { NumberInputProps } from "@mantine/core";

/** A whole number of minutes; empty where it is not known yet. A sign or comma stays as typed, to be told that it is wrong. */
export function MinutesField(props: NumberInputProps) {
  return (
    <NumberInput
      min={1}
      max={600}
      clampBehavior="none"
      decimalSeparator=","
      allowedDecimalSeparators={[",", "."]}
      suffix=" menit"
      w={130}
      {...props}
    />
  );
}
