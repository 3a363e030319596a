import { cellText } from "./cellText.ts";
import { type CellProblem, findCell, type GridSheet } from "./grid.ts";
import { fileProblem, quoted } from "./scoreCell.ts";
import {
  metaKeys,
  metaSheetName,
  scorersOf,
  type TemplateTarget,
  templateFormat,
} from "./scoreTemplateForm.ts";

/** Which sheet of the file belongs to whom; the desk is null. */
export interface TemplateMeta {
  scorers: { name: string; panelist: string | null }[];
}

/** Reads the hidden sheet of a template and holds it against the round that is to be imported. */
export function readTemplateMeta(
  sheets: GridSheet[],
  target: TemplateTarget,
): TemplateMeta | { problems: CellProblem[] } {
  const sheet = sheets.find(({ name }) => name === metaSheetName);
  if (!sheet) {
    return {
      problems: [
        fileProblem(
          "Berkas ini bukan format penilaian dari Lencana; unduh format babak ini, atau impor berkas ini lewat pemetaan kolom",
        ),
      ],
    };
  }
  const rows = [...sheet.rows.keys()].map((row) =>
    [1, 2, 3].map((column) => cellText(findCell(sheet, row, column))),
  );
  const valueOf = (key: string) => rows.find(([found]) => found === key)?.[1] ?? "";
  const sentence = findMismatch(valueOf, target);
  if (sentence !== null) return { problems: [fileProblem(sentence)] };
  const scorers = rows
    .filter(([key]) => key === metaKeys.sheet)
    .map(([, name = "", panelist = ""]) => ({ name, panelist: panelist === "" ? null : panelist }));
  const expected = new Set(scorersOf(target.round));
  const problems = scorers
    .filter(
      ({ name, panelist }) => !expected.has(panelist) && sheets.some((candidate) => candidate.name === name),
    )
    .map(({ name, panelist }) => ({
      sheet: name,
      cell: null,
      message:
        panelist === null
          ? `Lembar ${name}: babak ini dinilai panel, bukan sekretariat; unduh format yang baru`
          : `Lembar ${name}: panelis ${panelist} tidak ada lagi dalam panel babak ini; hapus lembarnya atau unduh format yang baru`,
    }));
  return problems.length > 0 ? { problems } : { scorers };
}

function findMismatch(
  valueOf: (key: string) => string,
  { identity, round, ...target }: TemplateTarget,
): string | null {
  const format = valueOf(metaKeys.format);
  if (format !== templateFormat) {
    return `Versi format berkas ini (${quoted(format)}) tidak dikenal; unduh format penilaian yang baru lalu salin nilainya`;
  }
  if (valueOf(metaKeys.edition) !== identity.edition) {
    return `Berkas ini format untuk ${quoted(valueOf(metaKeys.editionTitle))}, bukan ${quoted(target.editionTitle)}; pilih berkas edisi ini`;
  }
  if (valueOf(metaKeys.category) !== identity.category) {
    return `Berkas ini format untuk kategori ${quoted(valueOf(metaKeys.categoryName))}, bukan ${quoted(target.categoryName)}; pilih berkas kategori ini`;
  }
  if (valueOf(metaKeys.round) !== identity.round) {
    return `Berkas ini format untuk babak ${quoted(valueOf(metaKeys.roundName))}, bukan ${quoted(round.name)}; pilih berkas babak ini`;
  }
  return null;
}
