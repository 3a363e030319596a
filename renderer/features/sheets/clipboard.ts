import { shownDecimal } from "./scaleWords.ts";

export { parseClipboard } from "../../components/clipboardBlock.ts";

/** Values as a spreadsheet takes them: tab-separated, decimal comma, one line a row. */
export function clipboardText(values: readonly (readonly (string | null)[])[]): string {
  return values
    .map((row) => row.map((value) => (value === null ? "" : shownDecimal(value))).join("\t"))
    .join("\n");
}
