import { SimpleGrid } from "@mantine/core";
import { findPinFaults, shortestPin } from "./newPin.ts";
import type { NewPin } from "./newPin.ts";
import { PinField } from "./PinField.tsx";

interface NewPinFieldsProps {
  value: NewPin;
  onChange: (typed: NewPin) => void;
  /** @default "PIN baru" */
  label?: string;
}

/** Two fields for a PIN that is being chosen. */
export function NewPinFields({ value, onChange, label = "PIN baru" }: NewPinFieldsProps) {
  const faults = findPinFaults(value);
  return (
    <SimpleGrid cols={2} spacing="sm" style={{ alignItems: "start" }}>
      <PinField
        label={label}
        description={`Paling sedikit ${shortestPin} angka atau huruf, tidak berurutan.`}
        value={value.pin}
        onChange={(pin) => onChange({ ...value, pin })}
        error={faults.pin}
      />
      <PinField
        label={`Ulangi ${label}`}
        description="Ketik sekali lagi."
        value={value.again}
        onChange={(again) => onChange({ ...value, again })}
        error={faults.again}
      />
    </SimpleGrid>
  );
}
