import { join } from "node:path";
import Database from "better-sqlite3";
import type { Paths } from "../platform/paths.ts";
import { listBackups } from "./backup.ts";
import { eraseDeleted, inTransaction, type WriteDb } from "./open.ts";
import { blankDetails } from "./queries/persons.ts";
import { blankHeadPictures } from "./queries/pictures.ts";

export interface BlankedBackups {
  /** How many copies held something and hold it no more. */
  blanked: number;
  /** Names of copies that could not be looked through: damaged, or held by another program. */
  unread: string[];
}

/** Blanks contact details and pictures of an edition in every copy of the database too; all else in them stays. */
export function blankBackups(
  paths: Paths,
  edition: { id: number; createdAt: string },
  now: string,
): BlankedBackups {
  const result: BlankedBackups = { blanked: 0, unread: [] };
  for (const { name } of listBackups(paths)) {
    try {
      if (blankBackup(join(paths.backups, name), edition, now)) result.blanked += 1;
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
      result.unread.push(name);
    }
  }
  return result;
}

function blankBackup(file: string, { id, createdAt }: { id: number; createdAt: string }, now: string) {
  const db = new Database(file, { fileMustExist: true, timeout: 1000 }) as WriteDb;
  try {
    eraseDeleted(db);
    // Under the same number an older copy may hold another edition.
    const same = db.prepare("SELECT 1 FROM editions WHERE id = ? AND created_at = ?").get(id, createdAt);
    if (same === undefined) return false;
    const hasDetails = db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'person_details'").get();
    return inTransaction(db, () => {
      const pictures = blankHeadPictures(db, id);
      const details = hasDetails === undefined ? [] : blankDetails(db, id, now);
      return pictures.length + details.length > 0;
    });
  } finally {
    db.close();
  }
}
