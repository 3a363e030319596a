import { AppError } from "../contract/errors.ts";
import type { WriteDb } from "../database/open.ts";
import { savePrint, type StoredPrint } from "../database/queries/corrections.ts";
import { listSeals } from "../database/queries/security.ts";
import { type PaperGround, serialOf, versionsOf } from "./paperSource.ts";

/** A paper with a serial, and the sealed results it shows. */
export type Issue = Pick<StoredPrint, "key" | "serial" | "versions">;

/** What goes out with a paper; null where it shows no sealed result, so that no correction could revoke it. */
export function issueOf(ground: PaperGround, key: string, restsOn: readonly number[]): Issue | null {
  const serial = serialOf(ground, key, restsOn);
  return serial === null ? null : { key, serial, versions: versionsOf(ground, restsOn) };
}

/**
 * Notes papers as gone out, so that a correction revokes them whether or not anybody says that they are printed. Run
 * inside a command. Refused where a correction came while they were made: it would not have revoked them.
 */
export function recordIssues(
  db: WriteDb,
  editionId: number,
  issues: readonly Issue[],
  issuedAt: string,
): void {
  for (const { versions } of issues) {
    for (const [roundId, version] of Object.entries(versions)) {
      if (listSeals(db, Number(roundId)).at(-1)?.version === version) continue;
      throw new AppError(
        "CONFLICT",
        "Hasilnya dikoreksi ketika dokumen ini dibuat, jadi dokumennya tidak dikeluarkan. Buat sekali lagi.",
      );
    }
  }
  for (const issue of issues) savePrint(db, editionId, { ...issue, issuedAt });
}
