import { TextInput } from "@mantine/core";
import type { TextInputProps } from "@mantine/core";
import { useState } from "react";

interface TextFieldProps extends Omit<TextInputProps, "value" | "onChange"> {
  value: string;
  onChange: (text: string) => void;
}

/**
 * A line of text that saves itself while it is typed. What is saved is trimmed, so while the field is typed in it
 * shows what was typed: a space before the next word must not vanish because saving was quick.
 */
export function TextField({ value, onChange, onBlur, maxLength = 200, ...field }: TextFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      {...field}
      maxLength={maxLength}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(event.currentTarget.value);
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
