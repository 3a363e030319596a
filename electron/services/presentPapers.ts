import type { PaperRow } from "../contract/documents.ts";
import { listInWords } from "../domain/indonesian.ts";
import type { Context } from "./context.ts";
import { listPapers } from "./documentList.ts";
import { listPrintStates, type PrintState } from "./printStates.ts";

/**
 * The list of papers, where one counts as printed only while it says what was seen on its sheets, and one whose former
 * sheets are still about says so.
 */
export async function listPresentPapers(context: Context, editionId: number): Promise<PaperRow[]> {
  const rows = await listPapers(context, editionId);
  const { prints: all, present } = await listPrintStates(context, editionId);
  const out = Map.groupBy(
    all.filter(({ print }) => print.form === "pdf" && print.wentOut),
    ({ print }) => print.key,
  );
  return rows.map((row) => {
    const prints = out.get(row.key) ?? [];
    const changed = changeOf(row, prints, present.get(row.key)?.serial);
    if (row.state === "revoked" || row.state === "blocked") return changed;
    const about = prints.filter(({ toWithdraw }) => toWithdraw).map(({ print }) => print.serial);
    if (about.length === 0) return changed;
    return {
      ...changed,
      why: `${changed.why} Tarik lembar seri ${listInWords(about)}, lalu catat di Register dokumen.`.trim(),
    };
  });
}

/** What of a paper's state is no longer so because it says something else by now. */
function changeOf(row: PaperRow, prints: readonly PrintState[], serial: string | null | undefined): PaperRow {
  const inForce = prints.filter(({ print }) => print.revokedAt === null);
  // Nothing is known of what a paper said that went out before there was a register.
  if (serial === undefined || inForce.length === 0 || inForce.some(({ print }) => print.content === null))
    return row;
  const own = inForce.find(({ print }) => print.serial === serial)?.print;
  if (row.state === "printed" && !own) {
    return { ...row, state: "ready", why: "Isinya berubah sejak dicetak. Cetak ulang." };
  }
  if (row.state === "printed" && own?.seenAt === null) {
    const why = `Lembar yang dibaca berisi lain; lembar seri ${own.serial} dengan isi ini belum dibaca.`;
    return { ...row, state: "ready", why };
  }
  if (row.state === "ready" && !own) {
    const { serial: before } = inForce[0]!.print;
    return { ...row, why: `Isinya berubah sejak keluar dengan seri ${before}. Keluarkan lagi.` };
  }
  return row;
}
