import { Textarea } from "@mantine/core";
import type { TextareaProps } from "@mantine/core";
import { useState } from "react";

interface LinesFieldProps extends Omit<TextareaProps, "value" | "onChange"> {
  lines: readonly string[];
  /** The lines with something in them, trimmed. */
  onChange: (lines: string[]) => void;
}

/** A list written one item a line; empty lines stay while it is typed in and are not saved. */
export function LinesField({ lines, onChange, onBlur, ...field }: LinesFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Textarea
      {...field}
      autosize
      minRows={2}
      value={typed ?? lines.join("\n")}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(
          text
            .split("\n")
            .map((line) => line.trim())
            .filter(Boolean),
        );
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
