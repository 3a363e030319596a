import { AppError } from "../contract/errors.ts";
import { listIssuedFiles } from "../database/queries/printRuns.ts";
import { findPrint, listPrints, type StoredPrint } from "../database/queries/register.ts";
import { saveSignedPaper } from "../database/queries/signedPapers.ts";
import { checkSignedPdf } from "../documents/signedPdf.ts";
import { announce, type Context } from "./context.ts";
import type { Issue } from "./issuing.ts";
import { command } from "./ledgerWriting.ts";
import { renderForPreview } from "./paperRun.ts";
import { type NamedPaper, readPapers } from "./readPapers.ts";
import { sha256 } from "./sha256.ts";

const largestSignedBytes = 25_000_000;

/**
 * Files the PDF of a paper that came back with an electronic signature, and says who signed.
 * @throws AppError where the paper is not out as it is now, or the PDF is not that paper with a signature added.
 */
export async function fileSignedPaper(
  context: Context,
  { editionId, key, file }: { editionId: number; key: string; file: File },
): Promise<{ signer: string; issuer: string }> {
  if (file.size > largestSignedBytes) {
    throw new AppError("TOO_LARGE", "PDF bertanda tangan ini lebih dari 25 MB. Periksa berkas yang dipilih.");
  }
  const named = (await readPapers(context, editionId, [key])).papers[0]!;
  const issue = getIssued(context, editionId, named);
  const theirs = new Uint8Array(await file.arrayBuffer());
  const ours = findIssuedBytes(context, editionId, issue, theirs);
  const found = checkSignedPdf(ours ?? (await renderForPreview(context, named.paper)), theirs);
  if ("fault" in found) throw new AppError("INVALID", `"${named.title}" tidak disimpan. ${found.fault}`);
  const { signer, issuer } = found;
  const filed = {
    serial: issue.serial,
    key,
    hash: sha256(theirs),
    signer,
    issuer,
    filedAt: context.clock.now(),
    filedBy: context.session?.account?.name ?? null,
  };
  command(context, editionId, { act: "register.fileSigned" }, () => {
    // While it was read the paper may have been corrected, or its print called off.
    getIssued(context, editionId, named);
    saveSignedPaper(context.db, editionId, filed, theirs);
  });
  announce(context, editionId, "register");
  return { signer, issuer };
}

/** A paper that counts as issued with what it says now. */
function getIssued({ db }: Context, editionId: number, { key, title, issue }: NamedPaper): Issue {
  const print = issue && findPrint(db, editionId, issue.serial);
  if (!issue || !print) {
    const last = listPrints(db, editionId).find((one) => one.key === key);
    if (last && last.revokedAt !== null)
      throw new AppError("CONFLICT", `"${title}" tidak disimpan. ${notInForce(last)}`);
    throw new AppError(
      "NOT_READY",
      `"${title}" belum pernah dikeluarkan dengan isi yang sekarang, jadi belum ada yang dapat ditandatangani.`,
    );
  }
  const why = notInForce(print);
  if (why) throw new AppError("CONFLICT", `"${title}" tidak disimpan. ${why}`);
  return issue;
}

function notInForce({ serial, revokedAt, revokedWhy, wentOut }: StoredPrint): string | null {
  if (revokedAt !== null) {
    const because = revokedWhy === null ? "" : ` (${revokedWhy.replace(/\.$/, "")})`;
    return `Dokumen bernomor seri ${serial} sudah dicabut${because}; keluarkan penggantinya, lalu tandatangani PDF itu.`;
  }
  if (wentOut) return null;
  return `Pencetakan nomor seri ${serial} dibatalkan atau gagal, jadi dokumennya tidak pernah keluar; keluarkan dulu, lalu tandatangani PDF itu.`;
}

/**
 * The beginning of a PDF where it is, to the byte, one that the paper went out in alone: known whatever this Lencana would
 * make of the paper now, for the rule book at its foot, a typeface or a template may have changed since.
 */
function findIssuedBytes(
  { db }: Context,
  editionId: number,
  { serial }: Issue,
  theirs: Uint8Array,
): Uint8Array | null {
  const issued = listIssuedFiles(db, editionId, serial).find(
    (one) => one.bytes <= theirs.length && sha256(theirs.subarray(0, one.bytes)) === one.hash,
  );
  return issued ? theirs.subarray(0, issued.bytes) : null;
}
