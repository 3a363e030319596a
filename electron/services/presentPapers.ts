import type { PaperRow } from "../contract/documents.ts";
import { listPrints, type StoredPrint } from "../database/queries/register.ts";
import type { Context } from "./context.ts";
import { listPapers } from "./documentList.ts";
import { readPapers } from "./readPapers.ts";

/** The list of papers, where one counts as printed only while it says what was seen on its sheets. */
export async function listPresentPapers(context: Context, editionId: number): Promise<PaperRow[]> {
  const rows = await listPapers(context, editionId);
  const papers = listOut(context, editionId).filter(({ form }) => form === "pdf");
  const out = Map.groupBy(papers, ({ key }) => key);
  const present = await readPresent(context, editionId);
  return rows.map((row) => {
    const serial = present.get(row.key)?.serial;
    const prints = out.get(row.key) ?? [];
    // Nothing is known of what a paper said that went out before there was a register.
    if (serial === undefined || prints.length === 0 || prints.some(({ content }) => content === null))
      return row;
    const own = prints.find((print) => print.serial === serial);
    if (row.state === "printed" && own?.seenAt === undefined) {
      const why = "Isinya berubah sejak dicetak. Cetak ulang, lalu tarik lembar yang lama.";
      return { ...row, state: "ready", why };
    }
    if (row.state === "printed" && own?.seenAt === null) {
      const why = `Lembar yang dibaca berisi lain; lembar seri ${own.serial} dengan isi ini belum dibaca. Tarik lembar yang lain.`;
      return { ...row, state: "ready", why };
    }
    if (row.state === "ready" && !own) {
      const why = `Isinya berubah sejak keluar dengan seri ${prints[0]!.serial}. Keluarkan lagi, lalu tarik lembar itu.`;
      return { ...row, why };
    }
    return row;
  });
}

/** What a paper would be now; both null where it can no longer be made. */
export interface Present {
  serial: string | null;
  content: string | null;
}

/** What each paper that went out would be now, by its key. Those that may not be read yet are left out. */
export async function readPresent(
  context: Context,
  editionId: number,
): Promise<ReadonlyMap<string, Present>> {
  const keys = [...new Set(listOut(context, editionId).map(({ key }) => key))];
  if (keys.length === 0) return new Map();
  const { papers, failures } = await readPapers(context, editionId, keys, { keepGoing: true });
  return new Map([
    ...papers.map(({ key, issue }) => [key, issue ?? nothing] as const),
    ...failures.filter(({ error }) => error.code !== "FORBIDDEN").map(({ key }) => [key, nothing] as const),
  ]);
}

const nothing: Present = { serial: null, content: null };

/** What went out and is not revoked, the newest first. */
function listOut({ db }: Context, editionId: number): StoredPrint[] {
  return listPrints(db, editionId).filter(({ wentOut, revokedAt }) => wentOut && revokedAt === null);
}
