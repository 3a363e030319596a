import type { BookCell, BookSheet } from "./workbook.ts";

type Style = BookCell["style"];

const thin = { style: "thin", color: { argb: "FFB8C0CC" } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const font = { name: "Calibri", size: 11, family: 2 } as const;

function filled(argb: string): Style["fill"] {
  return { type: "pattern", pattern: "solid", fgColor: { argb } };
}

/** "@" keeps a text a text when somebody edits the cell, whatever it begins with. */
const asText = "@";

/** The few looks of a sheet; each is shared by all its cells, which keeps the file small. */
export const styles = {
  title: { font: { ...font, size: 14, bold: true }, numFmt: asText, alignment: { vertical: "middle" } },
  subtitle: { font, numFmt: asText, alignment: { vertical: "middle" } },
  sample: { font: { ...font, size: 14, bold: true, color: { argb: "FFB00020" } }, numFmt: asText },
  note: {
    font: { ...font, color: { argb: "FF4A5568" } },
    numFmt: asText,
    alignment: { vertical: "top", wrapText: true },
  },
  head: {
    font: { ...font, bold: true },
    fill: filled("FFDDE5EE"),
    border,
    numFmt: asText,
    alignment: { horizontal: "center", vertical: "middle", wrapText: true },
  },
  ruleLabel: {
    font: { ...font, size: 10 },
    fill: filled("FFF1F4F8"),
    border,
    numFmt: asText,
    alignment: { horizontal: "right", vertical: "middle", indent: 1 },
  },
  rule: {
    font: { ...font, size: 10 },
    fill: filled("FFF1F4F8"),
    border,
    alignment: { horizontal: "center", vertical: "middle", wrapText: true },
  },
  text: { font, border, numFmt: asText, alignment: { horizontal: "left", vertical: "middle", indent: 1 } },
  wrapped: {
    font,
    border,
    numFmt: asText,
    alignment: { horizontal: "left", vertical: "middle", indent: 1, wrapText: true },
  },
  centred: { font, border, numFmt: asText, alignment: { horizontal: "center", vertical: "middle" } },
  whole: { font, border, numFmt: "0", alignment: { horizontal: "center", vertical: "middle" } },
  /** A truth value: Excel writes it in the language of the reader. */
  truth: { font, border, alignment: { horizontal: "center", vertical: "middle" } },
  input: {
    font,
    border,
    fill: filled("FFFFF8D6"),
    alignment: { horizontal: "right", vertical: "middle" },
    protection: { locked: false },
  },
  recused: {
    font: { ...font, size: 10, italic: true, color: { argb: "FF4A5568" } },
    border,
    fill: filled("FFD5DAE1"),
    numFmt: asText,
    alignment: { horizontal: "center", vertical: "middle" },
  },
  score: { font, border, alignment: { horizontal: "right", vertical: "middle" } },
} satisfies Record<string, Style>;

/** A number shown with this many decimals; `strong` for what decides. */
export function numberStyle(decimals: number, strong = false): Style {
  return {
    font: { ...font, bold: strong },
    border,
    numFmt: decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`,
    alignment: { horizontal: "right", vertical: "middle" },
  };
}

/** Writes a value with its style; a string is always a text, never a formula. */
export function put(
  sheet: BookSheet,
  row: number,
  column: number,
  value: BookCell["value"],
  style: Style,
): void {
  const cell = sheet.getCell(row, column);
  cell.value = value;
  cell.style = style;
}

export interface PagePlan {
  /** Rows and columns that stay in sight and repeat on every printed page. */
  frozenRows: number;
  frozenColumns: number;
  titleRows?: string;
  titleColumns?: string;
  /** Whether all columns go on one page across. */
  onePageWide: boolean;
  footer: string;
  sample: boolean;
}

/** Landscape A4, titles repeated, page numbers, and CONTOH on top of every page of a sample. */
export function setUpPage(sheet: BookSheet, plan: PagePlan): void {
  const frozen = plan.frozenRows > 0 || plan.frozenColumns > 0;
  sheet.views = frozen
    ? [{ state: "frozen", xSplit: plan.frozenColumns, ySplit: plan.frozenRows, showGridLines: false }]
    : [{ showGridLines: false }];
  Object.assign(sheet.pageSetup, {
    orientation: "landscape",
    paperSize: 9,
    fitToPage: true,
    fitToWidth: plan.onePageWide ? 1 : 0,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: plan.titleRows,
    printTitlesColumn: plan.titleColumns,
    margins: { left: 0.4, right: 0.4, top: plan.sample ? 0.7 : 0.5, bottom: 0.6, header: 0.25, footer: 0.3 },
  });
  sheet.headerFooter.oddFooter = `&L&9 ${headerText(plan.footer)}&R&9 Halaman &P dari &N`;
  if (plan.sample) sheet.headerFooter.oddHeader = '&C&"Calibri,Bold"&20&KB00020CONTOH';
}

/** How many lines of this width a text takes when it wraps, for the height of its row. */
export function wrappedLines(text: string, columnWidth: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(/\s+/)) {
    const length = word.length;
    if (used > 0 && used + 1 + length > columnWidth) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(length / columnWidth) - 1);
    used += (used > 0 ? 1 : 0) + Math.min(length, columnWidth);
  }
  return lines;
}

function headerText(text: string): string {
  // An ampersand starts a code in headers and footers; they hold at most 255 characters. The space before the text
  // keeps its first digit from becoming part of the font size.
  return text.slice(0, 150).replaceAll("&", "&&").slice(0, 200);
}
