import { Workbook } from "@cj-tech-master/excelts";
import { createRouterClient } from "@orpc/server";
import { router } from "../../electron/services/index.ts";
import type { BigDatabase } from "./bigDatabase.ts";
import { type Figure, inTurn, ratioFigure } from "./table.ts";

/** Importing a filled 514 × 100 template, checked and saved, beside the spreadsheet library reading the same file. */
export async function benchImport({ context, roundId }: BigDatabase): Promise<Figure[]> {
  const api = createRouterClient(router, { context });
  const file = await api.spreadsheets.template({ roundId });
  const bytes = await file.bytes();
  const empty = context.db.prepare(
    "DELETE FROM scores WHERE sheet_id IN (SELECT id FROM sheets WHERE round_id = ?)",
  );
  const importAll = async () => {
    const { changed } = await api.spreadsheets.importTemplate({ roundId, file });
    if (changed !== 51_400) throw new Error(`${changed} values came in`);
  };
  const readOnly = async () => {
    empty.run(roundId);
    await new Workbook().xlsx.load(bytes);
  };
  // Once unmeasured: both load their code.
  await readOnly();
  await importAll();
  const { ours, reference } = await inTurn(5, importAll, readOnly);
  return [
    ratioFigure("import of the 514 × 100 template", ours, { name: "the reader alone", ms: reference }, 1.3),
  ];
}
