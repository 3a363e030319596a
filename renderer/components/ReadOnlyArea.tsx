import { createTheme, MantineThemeProvider } from "@mantine/core";
import { createContext, useContext } from "react";
import type { ReactNode } from "react";

const ReadOnly = createContext(false);

/** Whether what stands here can only be read. */
export function useReadOnly(): boolean {
  return useContext(ReadOnly);
}

const quiet = {
  input: { background: "var(--lencana-ground)", color: "var(--mantine-color-text)", opacity: 1 },
};
// Words beside a box that cannot be ticked are still to be read.
const legible = { label: { color: "var(--mantine-color-text)" } };
const still = (_: unknown, props: { readOnly?: boolean }) => (props.readOnly ? quiet : {});
const field = { defaultProps: { readOnly: true }, styles: still };
const button = { defaultProps: { disabled: true } };
const box = { defaultProps: { disabled: true }, styles: legible };

/** Fields keep their focus and their text, to be read and copied; a button is only one that was meant to be pressed. */
const asPaper = createTheme({
  components: {
    TextInput: field,
    Textarea: field,
    NumberInput: { ...field, defaultProps: { readOnly: true, hideControls: true } },
    Select: field,
    NativeSelect: { defaultProps: { disabled: true }, styles: quiet },
    SegmentedControl: { defaultProps: { disabled: true }, styles: legible },
    Checkbox: box,
    Radio: box,
    Switch: box,
    Button: button,
    ActionIcon: button,
  },
});
const asIs = createTheme({});

/**
 * What stands inside can be read, copied and walked through, but not changed, while `on`. A button or field that only
 * looks for something says `disabled={false}` or `readOnly={false}` itself.
 */
export function ReadOnlyArea({ on, children }: { on: boolean; children: ReactNode }) {
  const readOnly = useReadOnly() || on;
  return (
    <ReadOnly value={readOnly}>
      <MantineThemeProvider theme={readOnly ? asPaper : asIs}>{children}</MantineThemeProvider>
    </ReadOnly>
  );
}
