import { rmSync } from "node:fs";
import Database from "better-sqlite3";
import { AppError } from "../contract/errors.ts";
import type { Clock } from "../platform/clock.ts";
import type { Paths } from "../platform/paths.ts";
import { backUp, getBackupFile } from "./backup.ts";
import { migrate, migrations } from "./migrate.ts";
import type { WriteDb } from "./open.ts";

/**
 * Puts a copy back into the open database: the present state is copied first, the copy is checked and brought up to
 * the present schema aside, and then every table is replaced in one transaction.
 */
export async function restoreBackup(db: WriteDb, paths: Paths, clock: Clock, name: string): Promise<void> {
  const file = getBackupFile(paths, name);
  if (db.prepare("SELECT count(*) FROM ledger").pluck().get() !== 0) {
    throw new AppError(
      "CONFLICT",
      "Ada edisi yang sudah diamankan; memulihkan cadangan akan memutus buku catatannya. Tutup Lencana dan ganti berkas datanya dengan tangan bila memang harus; buku catatan akan menunjukkannya.",
    );
  }
  const content = readCopy(file, name);
  await backUp(db, paths, clock, "restore");
  db.pragma("foreign_keys = OFF");
  db.prepare("ATTACH DATABASE ? AS copy").run(content);
  try {
    db.transaction(() => {
      const tables = db
        .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        .pluck()
        .all() as string[];
      for (const table of tables) {
        const columns = (
          db.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(table) as string[]
        ).join(", ");
        db.exec(
          `DELETE FROM main."${table}"; INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM copy."${table}"`,
        );
      }
      if ((db.pragma("foreign_key_check") as unknown[]).length > 0) throw damaged(name);
    }).immediate();
  } finally {
    db.exec("DETACH DATABASE copy");
    db.pragma("foreign_keys = ON");
    if (content !== file) rmSync(content, { force: true });
  }
}

/** A temporary file with the copy at the present schema, checked whole. */
function readCopy(file: string, name: string): string {
  const copy = new Database(file, { readonly: true });
  try {
    if (copy.pragma("integrity_check", { simple: true }) !== "ok") throw damaged(name);
    const version = Number(copy.pragma("user_version", { simple: true }));
    if (version === migrations.length) return file;
    const target = `${file}.lifted`;
    copy.exec(`VACUUM INTO '${target.replaceAll("'", "''")}'`);
    const lifted = new Database(target);
    try {
      migrate(lifted);
    } finally {
      lifted.close();
    }
    return target;
  } catch (error) {
    throw error instanceof Database.SqliteError ? damaged(name) : error;
  } finally {
    copy.close();
  }
}

function damaged(name: string): AppError {
  return new AppError(
    "STORAGE",
    `Cadangan "${name}" rusak, jadi tidak dipulihkan. Pilih cadangan lain; data sekarang tidak berubah.`,
  );
}
