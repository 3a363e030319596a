import { Text } from "@mantine/core";

/** A short hash in its groups, to be read aloud and held against paper. */
export function HashText({ short, size = "sm" }: { short: string; size?: "sm" | "lg" }) {
  return (
    <Text
      span
      size={size}
      fw={600}
      style={{
        fontFamily: "var(--mantine-font-family-monospace)",
        letterSpacing: "0.04em",
        whiteSpace: "nowrap",
      }}
    >
      {short}
    </Text>
  );
}
