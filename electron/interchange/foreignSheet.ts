import type { Mapping } from "../contract/spreadsheets.ts";
import type { Sheet } from "../domain/edition.ts";
import { regionLabel } from "../domain/names.ts";
import { cellText } from "./cellText.ts";
import { type CellProblem, findCell, type GridSheet } from "./grid.ts";
import { readGrid } from "./gridRead.ts";
import { headersOf } from "./foreignInspect.ts";
import { type ForeignTarget, type OpenRow, type ResolvedRow, rowResolver } from "./foreignRow.ts";
import { cellProblem, fileProblem, quoted, scoreReader, sheetProblem } from "./scoreCell.ts";

export interface ForeignReading {
  /** Empty while anything is open or wrong: nothing is imported by halves. */
  sheets: Sheet[];
  /** How every row was understood, to be shown before it is saved. */
  matches: { row: number; text: string; code: string; label: string; by: ResolvedRow["by"] }[];
  /** Entries of the round without a row; their scores stay as they are. */
  absentEntries: string[];
  open: OpenRow[];
  /** The heads of the mapping's row, to know the same columns by again. */
  headers: string[];
  problems: CellProblem[];
}

/** Reads any sheet of the office by a mapping; the same cells are accepted as in a template. */
export function readForeignSheet(bytes: Uint8Array, mapping: Mapping, target: ForeignTarget): ForeignReading {
  const reading: ForeignReading = {
    sheets: [],
    matches: [],
    absentEntries: [],
    open: [],
    headers: [],
    problems: [],
  };
  const grid = readGrid(bytes);
  if ("fault" in grid) {
    reading.problems.push(fileProblem(grid.fault));
    return reading;
  }
  const sheet = grid.sheets.find(({ name }) => name === mapping.sheet);
  const fault = sheet
    ? findMappingFault(sheet, mapping, target)
    : `Lembar ${quoted(mapping.sheet)} tidak ada dalam berkas ini; pilih lembarnya lagi`;
  if (!sheet || fault !== null) {
    reading.problems.push(sheet ? sheetProblem(sheet, fault ?? "") : fileProblem(fault ?? ""));
    return reading;
  }
  reading.headers = headersOf(sheet, mapping.headerRow);
  readRows(sheet, mapping, target, reading);
  const found = new Set(reading.sheets.map(({ entry }) => entry));
  reading.absentEntries = target.entries.filter((entry) => !found.has(entry));
  if (reading.matches.length === 0 && reading.open.length === 0 && reading.problems.length === 0) {
    reading.problems.push(
      sheetProblem(
        sheet,
        `tidak ada baris daerah di bawah baris ${mapping.headerRow}; pilih baris judul dan kolom daerahnya lagi`,
      ),
    );
  }
  if (reading.open.length > 0 || reading.problems.length > 0) reading.sheets = [];
  return reading;
}

function readRows(sheet: GridSheet, mapping: Mapping, target: ForeignTarget, reading: ForeignReading): void {
  const { problems } = reading;
  const resolve = rowResolver(sheet, mapping, target);
  const columns = target.round.indicators.flatMap(({ id, scale }) => {
    const column = mapping.indicatorColumns[id];
    return column === undefined ? [] : [{ id, column, reader: scoreReader(scale) }];
  });
  const recused = new Set(
    target.round.recusals.filter(({ panelist }) => panelist === target.panelist).map(({ entry }) => entry),
  );
  const rowOf = new Map<string, number>();
  const asked = new Set<string>();
  for (const row of [...sheet.rows.keys()].toSorted((a, b) => a - b)) {
    if (row <= mapping.headerRow) continue;
    const filled = columns.find(({ column }) => findCell(sheet, row, column));
    const resolved = resolve(row);
    if (resolved.kind === "leftOut") continue;
    if (resolved.kind === "nameless") {
      if (filled)
        problems.push(
          cellProblem(
            sheet,
            row,
            filled.column,
            "ada nilai tetapi nama daerahnya kosong; tulis daerahnya atau hapus nilainya",
          ),
        );
      continue;
    }
    const values: Sheet["values"] = {};
    for (const { id, column, reader } of columns) {
      const value = reader.read(sheet, row, column, problems);
      if (value !== null) values[id] = value;
    }
    if (resolved.kind === "problem")
      problems.push(cellProblem(sheet, row, resolved.column, resolved.sentence));
    else if (resolved.kind === "open") {
      if (!asked.has(resolved.open.text)) reading.open.push(resolved.open);
      asked.add(resolved.open.text);
    } else {
      const { code, region, text, by, column } = resolved;
      const first = rowOf.get(code);
      if (first !== undefined) {
        problems.push(
          cellProblem(
            sheet,
            row,
            column,
            `${regionLabel(region)} sudah ada di baris ${first}; tulis jenis dan namanya dengan benar atau hapus salah satu`,
          ),
        );
        continue;
      }
      rowOf.set(code, row);
      if (recused.has(code) && filled) {
        problems.push(
          cellProblem(
            sheet,
            row,
            filled.column,
            `panelis ${target.panelist} tidak menilai ${regionLabel(region)}; kosongkan nilainya`,
          ),
        );
      }
      reading.matches.push({ row, text, code, label: regionLabel(region), by });
      if (!recused.has(code)) reading.sheets.push({ entry: code, panelist: target.panelist, values });
    }
  }
}

function findMappingFault(sheet: GridSheet, mapping: Mapping, { round }: ForeignTarget): string | null {
  if (mapping.codeColumn === null && mapping.regionColumn === null)
    return "pilih kolom kode atau kolom nama daerah lebih dahulu";
  const ids = new Set(round.indicators.map(({ id }) => id));
  const columns = Object.entries(mapping.indicatorColumns);
  if (columns.length === 0) return "pilih sedikitnya satu kolom indikator lebih dahulu";
  const unknown = columns.find(([id]) => !ids.has(id));
  if (unknown) return `indikator ${quoted(unknown[0])} tidak ada dalam babak ini; petakan kolomnya lagi`;
  const seen = new Map<number, string>();
  for (const column of [mapping.codeColumn, mapping.regionColumn, mapping.typeColumn]) {
    if (column !== null) seen.set(column, "daerah");
  }
  for (const [id, column] of columns) {
    const head = cellText(findCell(sheet, mapping.headerRow, column));
    if (seen.has(column))
      return `kolom ${quoted(head)} dipetakan dua kali, untuk ${seen.get(column)} dan ${id}; pilih kolom lain`;
    seen.set(column, id);
  }
  return null;
}
