import type { Region, Sheet } from "../domain/edition.ts";
import { regionLabel } from "../domain/names.ts";
import { cellText } from "./cellText.ts";
import { type CellProblem, columnLetters, findCell, type GridSheet } from "./grid.ts";
import { readGrid } from "./gridRead.ts";
import { codeInCell, sameRegionName } from "./regionMatch.ts";
import {
  cellProblem,
  fileProblem,
  quoted,
  type ScoreReader,
  scoreReader,
  sheetProblem,
} from "./scoreCell.ts";
import { columnHeads, metaSheetName, scorersOf, type TemplateTarget } from "./scoreTemplateForm.ts";
import { readTemplateMeta } from "./scoreTemplateMeta.ts";

/** The sheets of a filled template, or everything that is wrong with it; never a part of each. */
export type TemplateReading =
  | {
      /** One per entry and scorer whose lembar is in the file, recused ones left out; blank cells have no key. */
      sheets: Sheet[];
      /** Panelists of the round whose lembar is not in the file. */
      absentPanelists: string[];
    }
  | { problems: CellProblem[] };

const lastHeadRow = 60;

/** Reads a filled score template of exactly this round. */
export function readScoreTemplate(bytes: Uint8Array, target: TemplateTarget): TemplateReading {
  const grid = readGrid(bytes);
  if ("fault" in grid) return { problems: [fileProblem(grid.fault)] };
  const meta = readTemplateMeta(grid.sheets, target);
  if ("problems" in meta) return meta;
  const problems: CellProblem[] = [];
  const sheets: Sheet[] = [];
  const present = new Set<string | null>();
  const readers = target.round.indicators.map((indicator) => scoreReader(indicator.scale));
  for (const { name, panelist } of meta.scorers) {
    const sheet = grid.sheets.find((candidate) => candidate.name === name);
    if (!sheet) continue;
    present.add(panelist);
    readSheet({ sheet, panelist, target, readers, sheets, problems });
  }
  const absent = scorersOf(target.round).filter((panelist) => !present.has(panelist));
  const known = new Set(meta.scorers.map(({ name }) => name));
  const strangers = grid.sheets.filter(
    ({ name, hidden }) => !known.has(name) && name !== metaSheetName && !hidden,
  );
  if (absent.length > 0) {
    const renamed = strangers.filter((sheet) => "row" in findHead(sheet));
    for (const sheet of renamed) {
      problems.push(
        sheetProblem(sheet, "bukan nama lembar dalam format ini; kembalikan nama lembarnya seperti semula"),
      );
    }
    if (present.size === 0 && renamed.length === 0) {
      problems.push(
        fileProblem(
          "Berkas ini tidak berisi lembar nilai babak ini; unduh format penilaian babak ini lalu isi kembali",
        ),
      );
    }
  }
  if (problems.length > 0) return { problems };
  return { sheets, absentPanelists: absent.filter((panelist) => panelist !== null) };
}

interface SheetToRead {
  sheet: GridSheet;
  panelist: string | null;
  target: TemplateTarget;
  readers: ScoreReader[];
  sheets: Sheet[];
  problems: CellProblem[];
}

interface Columns {
  code: number;
  region: number;
  /** In the order of the round's indicators. */
  indicators: number[];
  /** Columns that the template does not have. */
  strange: number[];
}

function readSheet(reading: SheetToRead): void {
  const { sheet, panelist, target, problems } = reading;
  const head = findHead(sheet);
  if (!("row" in head)) {
    problems.push(
      sheetProblem(
        sheet,
        `baris judul ${quoted(columnHeads.code)} dan ${quoted(columnHeads.region)} tidak ditemukan; salin nilainya ke format yang baru diunduh`,
      ),
    );
    return;
  }
  const columns = findColumns(sheet, head.row, target, problems);
  if (!columns) return;
  const regions = new Map(target.regions.map((region) => [region.code, region]));
  const waiting = new Set(target.entries);
  const rowOf = new Map<string, number>();
  const recused = new Set(
    target.round.recusals.filter((recusal) => recusal.panelist === panelist).map(({ entry }) => entry),
  );
  for (const row of [...sheet.rows.keys()].toSorted((a, b) => a - b)) {
    if (row <= head.row) continue;
    for (const column of columns.strange) {
      if (findCell(sheet, row, column)) {
        problems.push(
          cellProblem(
            sheet,
            row,
            column,
            "di luar kolom format ini; hapus kolom tambahan atau pindahkan ke berkas lain",
          ),
        );
      }
    }
    const filled = columns.indicators.find((column) => findCell(sheet, row, column));
    const code = codeInCell(findCell(sheet, row, columns.code));
    if (code === null) {
      if (filled !== undefined) {
        problems.push(
          cellProblem(
            sheet,
            row,
            filled,
            `ada nilai tetapi kolom ${quoted(columnHeads.code)} kosong; tulis kode daerahnya`,
          ),
        );
      }
      continue;
    }
    const first = rowOf.get(code);
    if (first !== undefined) {
      problems.push(
        cellProblem(sheet, row, columns.code, `kode ${code} sudah ada di baris ${first}; hapus salah satu`),
      );
      continue;
    }
    rowOf.set(code, row);
    const region = regions.get(code);
    if (!waiting.delete(code)) {
      const who = region ? `${regionLabel(region)} (${code})` : `kode ${quoted(code)}`;
      problems.push(cellProblem(sheet, row, columns.code, `${who} bukan peserta babak ini; hapus barisnya`));
      continue;
    }
    if (region) checkName(reading, row, columns.region, region);
    if (recused.has(code)) refuseRecused(reading, row, columns, code, region);
    else readRow(reading, row, columns, code);
  }
  for (const code of waiting) {
    const region = regions.get(code);
    const who = region ? `${regionLabel(region)} (${code})` : code;
    problems.push(sheetProblem(sheet, `baris ${who} tidak ada; salin nilainya ke format yang baru diunduh`));
  }
}

function readRow(
  { sheet, panelist, target, readers, sheets, problems }: SheetToRead,
  row: number,
  columns: Columns,
  entry: string,
): void {
  const values: Sheet["values"] = {};
  for (const [index, indicator] of target.round.indicators.entries()) {
    const value = readers[index]?.read(sheet, row, columns.indicators[index] ?? 0, problems);
    if (value !== null && value !== undefined) values[indicator.id] = value;
  }
  sheets.push({ entry, panelist, values });
}

function refuseRecused(
  { sheet, panelist, problems }: SheetToRead,
  row: number,
  columns: Columns,
  code: string,
  region: Region | undefined,
): void {
  const who = region ? regionLabel(region) : code;
  for (const column of columns.indicators) {
    if (findCell(sheet, row, column)) {
      problems.push(
        cellProblem(sheet, row, column, `panelis ${panelist} tidak menilai ${who}; kosongkan sel ini`),
      );
    }
  }
}

// A table that was sorted without its first columns puts right codes beside wrong names: scores would change owners.
function checkName({ sheet, problems }: SheetToRead, row: number, column: number, region: Region): void {
  const text = cellText(findCell(sheet, row, column));
  if (!sameRegionName(text, region)) {
    problems.push(
      cellProblem(
        sheet,
        row,
        column,
        `kode ${region.code} adalah ${regionLabel(region)}, tetapi di sini tertulis ${quoted(text)}; betulkan kode atau namanya`,
      ),
    );
  }
}

function findHead(sheet: GridSheet): { row: number } | { missing: true } {
  for (const row of sheet.rows.keys()) {
    if (row > lastHeadRow) continue;
    const texts = new Set((sheet.rows.get(row) ?? []).map(cellText));
    if (texts.has(columnHeads.code) && texts.has(columnHeads.region)) return { row };
  }
  return { missing: true };
}

function findColumns(
  sheet: GridSheet,
  headRow: number,
  target: TemplateTarget,
  problems: CellProblem[],
): Columns | null {
  const found = new Map<string, number>();
  const strange: number[] = [];
  const ids = new Set(target.round.indicators.map(({ id }) => id));
  const fixed = new Set<string>(Object.values(columnHeads));
  const before = problems.length;
  for (let column = 1; column <= sheet.lastColumn; column += 1) {
    const text = cellText(findCell(sheet, headRow, column)).trim();
    if (!ids.has(text) && !fixed.has(text)) {
      strange.push(column);
      if (text !== "") {
        problems.push(
          cellProblem(
            sheet,
            headRow,
            column,
            `${quoted(text)} bukan kode indikator babak ini; betulkan judul kolom ${columnLetters(column)} atau hapus kolomnya`,
          ),
        );
      }
    } else if (found.has(text)) {
      const first = columnLetters(found.get(text) ?? 0);
      problems.push(
        cellProblem(
          sheet,
          headRow,
          column,
          `judul ${quoted(text)} sudah ada di kolom ${first}; hapus salah satu`,
        ),
      );
    } else found.set(text, column);
  }
  for (const { id, name } of target.round.indicators) {
    if (!found.has(id)) {
      problems.push(
        sheetProblem(
          sheet,
          `kolom indikator ${id} (${name}) tidak ada; salin nilainya ke format yang baru diunduh`,
        ),
      );
    }
  }
  if (problems.length > before) return null;
  return {
    code: found.get(columnHeads.code) ?? 0,
    region: found.get(columnHeads.region) ?? 0,
    indicators: target.round.indicators.map(({ id }) => found.get(id) ?? 0),
    strange,
  };
}
