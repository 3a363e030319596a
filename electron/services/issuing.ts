import { AppError } from "../contract/errors.ts";
import type { WriteDb } from "../database/open.ts";
import { saveDocument } from "../database/queries/documents.ts";
import { insertPrintRun, type IssuedFile } from "../database/queries/printRuns.ts";
import { findPrint, savePrint, type StoredPrint } from "../database/queries/register.ts";
import { forgetSeen } from "../database/queries/seen.ts";
import { listSeals } from "../database/queries/security.ts";
import type { Context } from "./context.ts";
import { parseDocumentKey } from "./documentKey.ts";
import { findUsedNumbers } from "./paperNumbers.ts";

/** A paper with a serial, what is on it, and the sealed results it shows. */
export type Issue = Pick<
  StoredPrint,
  "key" | "serial" | "versions" | "restsOn" | "content" | "number" | "form"
> & {
  title: string;
};

/** A paper as it goes out: how many pages it has, and the PDF that holds it alone, where there is one. */
export type Outgoing = Issue & Pick<StoredPrint, "pages"> & { file: IssuedFile | null };

/** One time that a paper went out: its serial, and the how manieth time. */
export interface Run {
  serial: string;
  run: number;
}

/** Where papers go, and why those that went out before go out again. */
export interface Going {
  /** "PDF disimpan", or the printer as far as it is known. */
  target: string;
  reason: string | null;
  /** What was open of the names on a paper that goes out all the same, by key. */
  despite?: ReadonlyMap<string, string>;
  at: string;
}

/**
 * Notes papers as gone out, so that a correction revokes them whether or not anybody says that they are printed. Run
 * inside a command. Refused where a correction came while they were made: it would not have revoked them.
 */
export function recordIssues(
  context: Context,
  editionId: number,
  issues: readonly Outgoing[],
  going: Going,
): Run[] {
  const { db, session } = context;
  for (const { versions } of issues) refuseOutdated(db, versions);
  // Another window may have sent the same, or another paper of the same number, while these were made.
  refuseAgainWithoutReason(context, editionId, issues, going.reason);
  const [used] = findUsedNumbers(context, editionId, issues).values();
  if (used !== undefined) throw new AppError("CONFLICT", used);
  return issues.map((issue) => {
    const before = findPrint(db, editionId, issue.serial);
    if (before) forgetOtherPages(db, editionId, before, issue.pages);
    const { file, ...print } = issue;
    savePrint(db, editionId, { ...print, issuedAt: going.at });
    const run = insertPrintRun(db, editionId, {
      serial: issue.serial,
      at: going.at,
      actor: session?.account?.name ?? null,
      place: session?.from ?? "baris perintah",
      target: going.target,
      file,
      reason: reasonOf(before?.wentOut ? going.reason : null, going.despite?.get(issue.key) ?? null),
    });
    return { serial: issue.serial, run };
  });
}

function reasonOf(again: string | null, despite: string | null): string | null {
  if (despite === null) return again;
  return again === null ? `dikeluarkan ${despite}` : `${again}; dikeluarkan ${despite}`;
}

/** Refuses papers that went out before and go again without a word why. */
export function refuseAgainWithoutReason(
  { db }: Context,
  editionId: number,
  issues: readonly Issue[],
  reason: string | null,
): void {
  if (reason !== null) return;
  const again = issues.filter(
    ({ key, serial }) =>
      parseDocumentKey(key).again === "withReason" && findPrint(db, editionId, serial)?.wentOut === true,
  );
  const [first] = again;
  if (!first) return;
  const others = again.length > 1 ? ` dan ${again.length - 1} dokumen lain` : "";
  throw new AppError(
    "CONFLICT",
    `"${first.title}"${others} sudah pernah keluar dengan isi yang sama. Tulis alasan mengeluarkannya lagi.`,
    { problems: again.map(({ key, title }) => ({ path: key, message: `${title} sudah pernah keluar.` })) },
  );
}

/** Another Lencana may set the same paper on more or fewer pages: those that were seen are then no part of it. */
function forgetOtherPages(db: WriteDb, editionId: number, before: StoredPrint, pages: number | null): void {
  if (pages === null || before.pages === null || before.pages === pages) return;
  forgetSeen(db, editionId, before.serial);
  if (before.seenAt !== null) saveDocument(db, editionId, before.key, { printedAt: null });
}

function refuseOutdated(db: WriteDb, versions: Record<string, number>): void {
  for (const [roundId, version] of Object.entries(versions)) {
    if (listSeals(db, Number(roundId)).at(-1)?.version === version) continue;
    throw new AppError(
      "CONFLICT",
      "Hasilnya dikoreksi ketika dokumen ini dibuat, jadi dokumennya tidak dikeluarkan. Buat sekali lagi.",
    );
  }
}
