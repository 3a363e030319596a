import { type GridCell, type GridSheet, parseAddress, parseRange } from "./grid.ts";
import {
  findSidePart,
  readNumberShapes,
  readSharedStrings,
  readSheetList,
  unescapeText,
} from "./gridParts.ts";
import { parseXml } from "./workbook.ts";
import { openWorkbookFile } from "./workbookFile.ts";

/** Most filled cells that are read from one workbook: 514 entries × 100 indicators × 15 panelists and room. */
export const mostCells = 1_500_000;
/** Most sheets in one workbook. */
export const mostSheets = 300;

/** All sheets of an .xlsx as plain cells, or one sentence saying why there are none. */
export function readGrid(bytes: Uint8Array): { sheets: GridSheet[] } | { fault: string } {
  const file = openWorkbookFile(bytes);
  if ("fault" in file) return file;
  try {
    const list = readSheetList(file.parts);
    if (list.length > mostSheets) {
      return {
        fault: `Buku kerja ini berisi ${list.length} lembar, paling banyak ${mostSheets}; hapus lembar yang tidak perlu`,
      };
    }
    const strings = readSharedStrings(findSidePart(file.parts, "sharedStrings"));
    const shapes = readNumberShapes(findSidePart(file.parts, "styles"));
    const budget = { cells: mostCells };
    const sheets: GridSheet[] = [];
    for (const { name, hidden, path } of list) {
      const part = file.parts.get(path);
      // Chart sheets are listed too but hold no cells.
      if (part) sheets.push(readSheet({ name, hidden, part, strings, shapes, budget }));
    }
    if (sheets.length === 0)
      return { fault: "Buku kerja ini tidak berisi lembar; pilih berkas .xlsx yang berisi nilai" };
    return { sheets };
  } catch (error) {
    if (error instanceof TooManyCells) {
      return {
        fault: `Buku kerja ini berisi lebih dari ${mostCells.toLocaleString("id-ID")} sel; hapus lembar yang tidak perlu lalu impor lagi`,
      };
    }
    return { fault: "Isi berkas ini rusak; buka di Excel, simpan ulang sebagai .xlsx, lalu impor lagi" };
  }
}

class TooManyCells extends Error {}

interface SheetPart {
  name: string;
  hidden: boolean;
  part: Uint8Array;
  strings: string[];
  shapes: ("number" | "percent" | "date")[];
  budget: { cells: number };
}

function readSheet({ name, hidden, part, strings, shapes, budget }: SheetPart): GridSheet {
  const sheet: GridSheet = { name, hidden, rows: new Map(), merges: [], lastRow: 0, lastColumn: 0 };
  let rowNumber = 0;
  let column = 0;
  let cells: GridCell[] = [];
  let type = "n";
  let style = 0;
  let value = "";
  let isFormula = false;
  let hasValue = false;
  let inCell = false;
  let taking = false;

  const finishCell = () => {
    if (!hasValue && !isFormula) return;
    const cell = makeCell(type, value, isFormula, strings, shapes[style] ?? "number");
    if (cell === null) return;
    budget.cells -= 1;
    if (budget.cells < 0) throw new TooManyCells();
    cells[column] = cell;
    if (column > sheet.lastColumn) sheet.lastColumn = column;
  };

  parseXml(part, {
    open(tag, attributes) {
      if (tag === "c") {
        const address = attributes.r === undefined ? null : parseAddress(attributes.r);
        if (attributes.r !== undefined && !address) throw new SyntaxError("cell address");
        column = address ? address.column : column + 1;
        type = attributes.t ?? "n";
        style = attributes.s === undefined ? 0 : Number(attributes.s);
        value = "";
        isFormula = false;
        hasValue = false;
        inCell = true;
      } else if (tag === "v" || tag === "t") {
        taking = inCell;
        hasValue ||= inCell;
      } else if (tag === "f") isFormula = inCell;
      // Phonetic hints inside an inline text are no part of it.
      else if (tag === "rPh") inCell = false;
      else if (tag === "row") {
        rowNumber = attributes.r === undefined ? rowNumber + 1 : Number(attributes.r);
        if (!(rowNumber >= 1 && rowNumber <= 1_048_576)) throw new SyntaxError("row number");
        column = 0;
        cells = [];
      } else if (tag === "mergeCell") {
        const range = parseRange(attributes.ref ?? "");
        if (range) sheet.merges.push(range);
      }
    },
    text(piece) {
      if (taking) value += piece;
    },
    close(tag) {
      if (tag === "v" || tag === "t") taking = false;
      else if (tag === "rPh") inCell = true;
      else if (tag === "c") {
        finishCell();
        inCell = false;
      } else if (tag === "row" && cells.length > 0) {
        sheet.rows.set(rowNumber, cells);
        if (rowNumber > sheet.lastRow) sheet.lastRow = rowNumber;
      }
    },
  });
  return sheet;
}

function makeCell(
  type: string,
  value: string,
  isFormula: boolean,
  strings: string[],
  shape: "number" | "percent" | "date",
): GridCell | null {
  if (isFormula) return { kind: "formula", shown: type === "s" ? (strings[Number(value)] ?? "") : value };
  if (value === "") return null;
  switch (type) {
    case "s":
      return textCell(strings[Number(value)] ?? "");
    case "str":
    case "inlineStr":
      return textCell(unescapeText(value));
    case "b":
      return { kind: "boolean", value: value === "1" || value === "true" };
    case "e":
      return { kind: "error", text: value };
    case "d":
      return { kind: "date", value: (Date.parse(value) - Date.UTC(1899, 11, 30)) / 86_400_000 };
    default: {
      const number = Number(value);
      return Number.isNaN(number) ? { kind: "error", text: value } : { kind: shape, value: number };
    }
  }
}

function textCell(text: string): GridCell | null {
  return text.trim() === "" ? null : { kind: "text", text };
}
