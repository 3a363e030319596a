import { TextInput } from "@mantine/core";
import type { TextInputProps } from "@mantine/core";
import { useState } from "react";
import { readTypedDecimal, typedText } from "../../components/typedDecimal.ts";

interface DecimalFieldProps extends Omit<TextInputProps, "value" | "onChange"> {
  value: string;
  onChange: (value: string) => void;
  /** What else a number must be; a sentence refuses it. */
  check?: (value: string) => string | null;
}

/** A field for an exact decimal, typed with comma or point; what is wrong stays as typed and is said. */
export function DecimalField({ value, onChange, check, onBlur, ...field }: DecimalFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  return (
    <TextInput
      {...field}
      inputMode="decimal"
      maxLength={40}
      styles={{ input: { textAlign: "right", fontVariantNumeric: "tabular-nums" } }}
      value={typed ?? typedText(value)}
      error={fault}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const read = readTypedDecimal(text);
        const refusal = "refusal" in read ? read.refusal : (check?.(read.value) ?? null);
        setFault(refusal);
        if (refusal === null && "value" in read) onChange(read.value);
      }}
      onBlur={(event) => {
        if (fault === null) setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
