import { PasswordInput } from "@mantine/core";
import type { PasswordInputProps } from "@mantine/core";

interface PinFieldProps extends Omit<PasswordInputProps, "value" | "onChange"> {
  value: string;
  onChange: (typed: string) => void;
}

/** A PIN or passphrase. Browsers are asked not to keep it: the computer is shared. */
export function PinField({ value, onChange, label = "PIN", ...field }: PinFieldProps) {
  return (
    <PasswordInput
      {...field}
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      visibilityToggleButtonProps={{ "aria-label": "Tampilkan atau sembunyikan PIN", tabIndex: -1 }}
    />
  );
}
