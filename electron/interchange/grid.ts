/** A cell as it stands in the file. Numbers are doubles there; `decimalOfDouble` says what they mean. */
export type GridCell =
  | { kind: "number"; value: number }
  /** A number that is shown as percent: 0.87 in the file is 87% on the screen. */
  | { kind: "percent"; value: number }
  /** A serial number that is shown as a date or time. */
  | { kind: "date"; value: number }
  | { kind: "text"; text: string }
  | { kind: "boolean"; value: boolean }
  | { kind: "error"; text: string }
  /** `shown` is what the program that saved the file last computed. */
  | { kind: "formula"; shown: string };

/** Rows and columns count from 1, both ends are inside. */
export interface GridRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface GridSheet {
  name: string;
  hidden: boolean;
  /** Row number → cells by column number; what is empty is absent. */
  rows: Map<number, GridCell[]>;
  merges: GridRange[];
  lastRow: number;
  lastColumn: number;
}

/** One thing wrong in a workbook; `message` is a whole sentence that already says where. */
export interface CellProblem {
  sheet: string | null;
  cell: string | null;
  message: string;
}

/** The cell, or null where it is empty. */
export function findCell(sheet: GridSheet, row: number, column: number): GridCell | null {
  return sheet.rows.get(row)?.[column] ?? null;
}

/** The merged range that covers this cell, or null. */
export function findMerge(sheet: GridSheet, row: number, column: number): GridRange | null {
  for (const merge of sheet.merges) {
    if (row >= merge.top && row <= merge.bottom && column >= merge.left && column <= merge.right)
      return merge;
  }
  return null;
}

/** `AB` for 28. */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = "";
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
}

/** `D7` for row 7, column 4. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** Row and column of `$D$7` or `D7`; null for anything else or beyond the last cell a workbook can have. */
export function parseAddress(text: string): { row: number; column: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return null;
  const column = Array.from((match[1] ?? "").toUpperCase()).reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  );
  const row = Number(match[2]);
  return column <= 16_384 && row <= 1_048_576 ? { row, column } : null;
}

/** `A1:B2` as a range; a single address is a range of one cell. */
export function parseRange(text: string): GridRange | null {
  const [from = "", to = from] = text.split(":");
  const start = parseAddress(from);
  const end = parseAddress(to);
  if (!start || !end) return null;
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
