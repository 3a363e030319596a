import { AppError, type Problem } from "../contract/errors.ts";
import type { Mapping } from "../contract/spreadsheets.ts";
import type { Sheet } from "../domain/edition.ts";
import { inspectWorkbook, type InspectedSheet } from "../interchange/foreignInspect.ts";
import type { ForeignTarget, OpenRow } from "../interchange/foreignRow.ts";
import { readForeignSheet } from "../interchange/foreignSheet.ts";
import type { CellProblem } from "../interchange/grid.ts";
import { readScoreTemplate } from "../interchange/scoreTemplateRead.ts";
import type { TemplateTarget } from "../interchange/scoreTemplateForm.ts";

interface Given {
  bytes: Uint8Array;
  name: string;
}

/** The sheets of a filled template, or a refusal with every problem. */
export function readTemplateTask({ bytes, name, target }: Given & { target: TemplateTarget }): Sheet[] {
  const reading = readScoreTemplate(bytes, target);
  if ("problems" in reading) throw refusal(name, reading.problems);
  return reading.sheets;
}

export function inspectTask({ bytes, name }: Given): InspectedSheet[] {
  const inspected = inspectWorkbook(bytes);
  if ("problems" in inspected) throw refusal(name, inspected.problems);
  return inspected.sheets;
}

/** The sheets of an office's own workbook, or the regions only the user can settle; and its heads, to know it by. */
export function readForeignTask({
  bytes,
  name,
  mapping,
  target,
}: Given & { mapping: Mapping; target: ForeignTarget }): {
  sheets: Sheet[];
  open: OpenRow[];
  headers: string[];
} {
  const { sheets, open, headers, problems } = readForeignSheet(bytes, mapping, target);
  if (problems.length > 0) throw refusal(name, problems);
  return { sheets, open, headers };
}

function refusal(name: string, problems: CellProblem[]): AppError {
  const listed: Problem[] = problems.map(({ sheet, cell, message }) => ({
    path: [sheet && `Lembar ${sheet}`, cell && `sel ${cell}`].filter(Boolean).join(", ") || name,
    message,
  }));
  const more = problems.length > 1 ? ` Masih ada ${problems.length - 1} hal lain.` : "";
  return new AppError("INVALID", `Tidak ada yang diimpor dari "${name}". ${listed[0]?.message}.${more}`, {
    problems: listed,
  });
}
