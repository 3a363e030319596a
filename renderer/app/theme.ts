import { createTheme } from "@mantine/core";
import type { CSSVariablesResolver, MantineColorsTuple } from "@mantine/core";

const blue: MantineColorsTuple = [
  "#eef4fa",
  "#dce7f2",
  "#b8cee5",
  "#8fb2d6",
  "#6d9bca",
  "#4a80b6",
  "#366fa8",
  "#285f97",
  "#1d4f82",
  "#133c66",
];

/** Warm greys a little towards blue: paper by day, slate by night. */
const slate: MantineColorsTuple = [
  "#e6e9ed",
  "#c6ccd3",
  "#a6aeb8",
  "#87909c",
  "#5b6470",
  "#3b434d",
  "#2d343c",
  "#22282f",
  "#1a1f25",
  "#12161a",
];

export const theme = createTheme({
  primaryColor: "blue",
  primaryShade: { light: 8, dark: 7 },
  colors: { blue, dark: slate },
  autoContrast: true,
  fontFamily: '"Source Sans 3", "Segoe UI", system-ui, sans-serif',
  fontSizes: { xs: "13px", sm: "15px", md: "16px", lg: "18px", xl: "21px" },
  headings: {
    fontFamily: '"Source Sans 3", "Segoe UI", system-ui, sans-serif',
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "26px", lineHeight: "1.25" },
      h2: { fontSize: "20px", lineHeight: "1.3" },
      h3: { fontSize: "17px", lineHeight: "1.35" },
    },
  },
  defaultRadius: "md",
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
  components: {
    // A link within a sentence must not be told by its colour alone.
    Anchor: { defaultProps: { underline: "always" } },
    // The filled blue is too dark a line at night.
    Tabs: { vars: () => ({ root: { "--tabs-color": "var(--lencana-current)" } }) },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
    Modal: { defaultProps: { centered: true, closeButtonProps: { "aria-label": "Tutup" } } },
    Drawer: { defaultProps: { closeButtonProps: { "aria-label": "Tutup" } } },
    Notification: { defaultProps: { closeButtonProps: { "aria-label": "Tutup pemberitahuan" } } },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: "sm" } },
    Input: { defaultProps: { size: "sm" } },
  },
});

/** Colours that Mantine's own leave below AA contrast, and the few meanings a colour has here. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-text": "#1b232c",
    "--mantine-color-dimmed": "#55606c",
    "--mantine-color-placeholder": "#66717d",
    "--mantine-color-error": "#b42318",
    // The title of a warning, on Mantine's own pale yellow.
    "--mantine-color-yellow-light-color": "#8a4b00",
    "--lencana-ground": "#f4f6f8",
    "--lencana-line": "#dde2e8",
    "--lencana-hover": "#f0f4f8",
    "--lencana-done": "#1d6b42",
    "--lencana-done-ground": "#e3f3e9",
    "--lencana-open": "#8a4b00",
    "--lencana-open-ground": "#fdf0d9",
    "--lencana-stop": "#a32018",
    "--lencana-stop-ground": "#fce9e7",
    "--lencana-calm": "#4a5561",
    "--lencana-calm-ground": "#e9edf1",
    "--lencana-current": "#1d4f82",
    "--lencana-current-ground": "#e2ecf6",
  },
  dark: {
    "--mantine-color-body": "#1a1f25",
    "--mantine-color-text": "#dfe4ea",
    "--mantine-color-dimmed": "#a3adb8",
    "--mantine-color-placeholder": "#919ba6",
    "--mantine-color-error": "#ff9d94",
    "--lencana-ground": "#12161a",
    "--lencana-line": "#343c45",
    "--lencana-hover": "#242b33",
    "--lencana-done": "#7fd6a3",
    "--lencana-done-ground": "#163527",
    "--lencana-open": "#f3bd6a",
    "--lencana-open-ground": "#3c2c12",
    "--lencana-stop": "#ff9d94",
    "--lencana-stop-ground": "#45201d",
    "--lencana-calm": "#b4bec9",
    "--lencana-calm-ground": "#2a323a",
    "--lencana-current": "#9cc3ea",
    "--lencana-current-ground": "#1c3146",
  },
});
