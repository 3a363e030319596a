import type { DecimalText, Indicator } from "../domain/edition.ts";
import { canonicalDecimal, findScaleFault } from "../domain/exact.ts";
import { cellText, decimalOfDouble, withDecimalComma } from "./cellText.ts";
import { type CellProblem, cellAddress, findCell, findMerge, type GridCell, type GridSheet } from "./grid.ts";

type Scale = Indicator["scale"];
type ScaleFault = "offScale" | "offStep" | null;

/** Reads the cells of one indicator's column. */
export interface ScoreReader {
  /** The exact value of a cell, null where it is blank; what is wrong is added to `problems`. */
  read(sheet: GridSheet, row: number, column: number, problems: CellProblem[]): DecimalText | null;
}

/** A reader for the scale of one indicator; what it accepts is exactly what the edition file accepts. */
export function scoreReader(scale: Scale): ScoreReader {
  const faultOf = scaleFaultFinder(scale);
  return {
    read(sheet, row, column, problems) {
      const merge = sheet.merges.length === 0 ? null : findMerge(sheet, row, column);
      if (merge) {
        const range = `${cellAddress(merge.top, merge.left)}:${cellAddress(merge.bottom, merge.right)}`;
        problems.push(
          cellProblem(
            sheet,
            row,
            column,
            `bagian dari sel gabungan ${range}; pisahkan selnya lalu isi satu per satu`,
          ),
        );
        return null;
      }
      const cell = findCell(sheet, row, column);
      if (cell === null) return null;
      const value = valueOf(cell, faultOf);
      if ("fault" in value) {
        problems.push(cellProblem(sheet, row, column, value.fault));
        return null;
      }
      const fault = faultOf(value.text);
      if (fault !== null) {
        problems.push(cellProblem(sheet, row, column, scaleSentence(value.text, scale, fault)));
        return null;
      }
      return value.text;
    },
  };
}

/** A problem whose sentence opens with its place: "Lembar P3, sel D7: …". */
export function cellProblem(
  sheet: Pick<GridSheet, "name">,
  row: number,
  column: number,
  what: string,
): CellProblem {
  const cell = cellAddress(row, column);
  return { sheet: sheet.name, cell, message: `Lembar ${sheet.name}, sel ${cell}: ${what}` };
}

/** A problem of a whole sheet: "Lembar P3: …". */
export function sheetProblem(sheet: Pick<GridSheet, "name">, what: string): CellProblem {
  return { sheet: sheet.name, cell: null, message: `Lembar ${sheet.name}: ${what}` };
}

/** A problem of the whole file. */
export function fileProblem(sentence: string): CellProblem {
  return { sheet: null, cell: null, message: sentence };
}

/** "112 di luar 0–100", "87,25 bukan kelipatan 0,5". */
export function scaleSentence(value: DecimalText, scale: Scale, fault: "offScale" | "offStep"): string {
  const shown = withDecimalComma(value);
  if (fault === "offScale") return `${shown} di luar ${scaleText(scale)}`;
  const start = scale.min === "0" ? "" : ` dihitung dari ${withDecimalComma(scale.min)}`;
  return `${shown} bukan kelipatan ${withDecimalComma(scale.step ?? "0")}${start}`;
}

/** "0–100". */
export function scaleText(scale: Pick<Scale, "min" | "max">): string {
  return `${withDecimalComma(scale.min)}–${withDecimalComma(scale.max)}`;
}

/** A text as a sentence quotes it, cut where it is long. */
export function quoted(text: string): string {
  const plain = text.replaceAll(/\s+/g, " ").trim();
  return `“${plain.length > 40 ? `${plain.slice(0, 39)}…` : plain}”`;
}

type Value = { text: DecimalText } | { fault: string };

function valueOf(cell: GridCell, faultOf: (value: DecimalText) => ScaleFault): Value {
  switch (cell.kind) {
    case "number": {
      const text = decimalOfDouble(cell.value);
      return text === null ? { fault: `${cell.value} bukan angka yang dapat dinilai` } : { text };
    }
    case "text":
      return typedValue(cell.text, faultOf);
    case "percent":
      return {
        fault: `berformat persen (${cellText(cell)}); ubah format sel menjadi Umum lalu tulis angkanya`,
      };
    case "date":
      return {
        fault: `berisi tanggal (${cellText(cell)}); ubah format sel menjadi Umum lalu tulis lagi angkanya`,
      };
    case "formula":
      return { fault: "berisi rumus; salin sel itu lalu tempel sebagai nilai (Tempel Khusus, Nilai)" };
    case "error":
      return { fault: `berisi galat ${cell.text}; tulis angkanya` };
    default:
      return { fault: `berisi ${cellText(cell)}, bukan angka` };
  }
}

function typedValue(typed: string, faultOf: (value: DecimalText) => ScaleFault): Value {
  const plain = typed.trim();
  const match = /^(-?\d+)(?:[.,](\d+))?$/.exec(plain);
  const text = match
    ? canonicalDecimal(match[2] === undefined ? (match[1] ?? "") : `${match[1]}.${match[2]}`)
    : null;
  if (!match || text === null)
    return { fault: `${quoted(plain)} bukan angka; tulis seperti 87,5 atau kosongkan` };
  const grouped = match[2]?.length === 3 ? canonicalDecimal(`${match[1]}${match[2]}`) : null;
  // "1.250" is 1,25 to one program and 1250 to another; where both are on the scale, only the office can say.
  if (grouped !== null && grouped !== text && faultOf(grouped) === null && faultOf(text) === null) {
    return {
      fault: `${quoted(plain)} bisa berarti ${grouped} atau ${withDecimalComma(text)}; tulis ${grouped} atau ${withDecimalComma(text)} sebagai angka`,
    };
  }
  return { text };
}

/**
 * `findScaleFault` for many values of one scale. Where everything fits in whole numbers below 2^53 the check is plain
 * integer arithmetic, as exact and some fifty times as fast.
 */
function scaleFaultFinder(scale: Scale): (value: DecimalText) => ScaleFault {
  const decimals = Math.max(...[scale.min, scale.max, scale.step ?? "0"].map(decimalsIn));
  const min = wholeUnits(scale.min, decimals);
  const max = wholeUnits(scale.max, decimals);
  const step = scale.step === null ? null : wholeUnits(scale.step, decimals);
  if (min === null || max === null || (scale.step !== null && step === null)) {
    return (value) => findScaleFault(value, scale);
  }
  return (value) => {
    const units = decimalsIn(value) <= decimals ? wholeUnits(value, decimals) : null;
    if (units === null) return findScaleFault(value, scale);
    if (units < min || units > max) return "offScale";
    return step !== null && (units - min) % step !== 0 ? "offStep" : null;
  };
}

function decimalsIn(text: DecimalText): number {
  const point = text.indexOf(".");
  return point === -1 ? 0 : text.length - point - 1;
}

function wholeUnits(text: DecimalText, decimals: number): number | null {
  if (text.length + decimals > 15) return null;
  return Number(text.replace(".", "") + "0".repeat(decimals - decimalsIn(text)));
}
