import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { AppError } from "../contract/errors.ts";
import type { Clock } from "../platform/clock.ts";
import type { Paths } from "../platform/paths.ts";
import { backUp } from "./backup.ts";
import { migrate, pendingMigrations } from "./migrate.ts";

declare const readable: unique symbol;
declare const writable: unique symbol;

/** A handle that only queries that read accept. */
export interface ReadDb extends Database.Database {
  readonly [readable]: true;
}
/** The one handle that may write; it reads too. */
export interface WriteDb extends ReadDb {
  readonly [writable]: true;
}

const mebibytes = (count: number) => -1024 * count;

/** Opens the database to read only, as worker threads do. */
export function openToRead(file: string): ReadDb {
  const db = new Database(file, { readonly: true, fileMustExist: true });
  db.pragma(`cache_size = ${mebibytes(64)}`);
  db.pragma("mmap_size = 1073741824");
  return db as ReadDb;
}

/** Opens, copies and migrates the database of a data folder, alone: a second application is refused. */
export async function openToWrite(paths: Paths, clock: Clock): Promise<WriteDb> {
  mkdirSync(paths.backups, { recursive: true });
  const lock = takeLock(paths);
  try {
    const db = new Database(paths.database);
    db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    db.pragma("busy_timeout = 5000");
    eraseDeleted(db);
    db.pragma(`cache_size = ${mebibytes(64)}`);
    db.pragma("mmap_size = 1073741824");
    const isEmpty = db.prepare("SELECT count(*) FROM sqlite_schema").pluck().get() === 0;
    if (pendingMigrations(db) > 0) {
      if (!isEmpty) await backUp(db as WriteDb, paths, clock, "migration");
      migrate(db);
    }
    locks.set(db, lock);
    return db as WriteDb;
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** From now on what is deleted or blanked through this handle is overwritten in the file, not only let go of. */
export function eraseDeleted(db: Database.Database): void {
  db.pragma("secure_delete = ON");
}

/** Brings what was written into the database file and empties the file beside it, which held what was there before. */
export function emptyJournal(db: WriteDb): void {
  db.pragma("wal_checkpoint(TRUNCATE)");
}

/** Closes the database and lets the next application in. */
export function closeDatabase(db: WriteDb): void {
  db.close();
  locks.get(db)?.close();
}

const locks = new WeakMap<Database.Database, Database.Database>();

/** The operating system lets go of this lock however the application ends, so no stale lock file can shut users out. */
function takeLock(paths: Paths): Database.Database {
  const lock = new Database(join(paths.data, "lencana.lock"), { timeout: 0 });
  try {
    lock.pragma("locking_mode = EXCLUSIVE");
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      throw new AppError(
        "CONFLICT",
        `Lencana sudah terbuka dengan data di ${paths.data}. Pakai jendela yang sudah ada, atau tutup dulu yang itu.`,
      );
    }
    throw error;
  }
}

/** Runs `work` as one immediate transaction: all of it or nothing. No await inside. */
export function inTransaction<T>(db: WriteDb, work: () => T): T {
  return db.transaction(work).immediate();
}

/** Moves whenever another connection, another program's too, has written to the database. */
export function outsideVersion(db: ReadDb): number {
  return Number(db.pragma("data_version", { simple: true }));
}
