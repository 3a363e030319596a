import type { PaperRow } from "../contract/documents.ts";
import { listPrints } from "../database/queries/register.ts";
import type { Context } from "./context.ts";
import { listPapers } from "./documentList.ts";
import { readPapers } from "./readPapers.ts";

/** The list of papers, where one counts as printed only while it says what it said when it went out. */
export async function listPresentPapers(context: Context, editionId: number): Promise<PaperRow[]> {
  const rows = await listPapers(context, editionId);
  const printed = rows.filter(({ state }) => state === "printed").map(({ key }) => key);
  if (printed.length === 0) return rows;
  const { papers } = await readPapers(context, editionId, printed, { keepGoing: true });
  const out = Map.groupBy(listPrints(context.db, editionId), ({ key }) => key);
  const outdated = new Set(
    papers.flatMap(({ key, issue }) => {
      const prints = out.get(key) ?? [];
      // Nothing is known of what a paper said that went out before there was a register.
      const isPresent = prints.some(({ serial, content }) => content === null || serial === issue?.serial);
      return prints.length === 0 || isPresent ? [] : [key];
    }),
  );
  return rows.map((row) =>
    outdated.has(row.key)
      ? {
          ...row,
          state: "ready",
          why: "Isinya berubah sejak dicetak. Cetak ulang, lalu tarik lembar yang lama.",
        }
      : row,
  );
}
