import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, expect, test } from "vitest";
import { presentSchema } from "../../build/schema.ts";
import { listBackups } from "../../electron/database/backup.ts";
import { migrate, migrations, pendingMigrations } from "../../electron/database/migrate.ts";
import { closeDatabase, openToWrite } from "../../electron/database/open.ts";
import { steppingClock } from "../support/application.ts";
import { temporaryPaths } from "../support/wires.ts";

const { paths, remove } = temporaryPaths();
afterEach(remove);

test("the schema in the repository is the one the migrations arrive at", () => {
  expect(readFileSync(join(import.meta.dirname, "../../electron/database/schema.sql"), "utf8")).toBe(
    presentSchema(),
  );
});

test("every table is STRICT", () => {
  const db = new Database(":memory:");
  migrate(db);
  const loose = db
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    .all();
  expect(loose).toEqual([]);
});

test("a migration that fails leaves the database as it was", () => {
  const db = new Database(":memory:");
  migrate(db);
  const broken = [
    ...migrations,
    "CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE half (id);",
  ];
  expect(() => migrate(db, broken)).toThrow(/already exists/);
  expect(pendingMigrations(db, broken)).toBe(1);
  expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'half'").all()).toEqual([]);
});

test("a database that lacks a migration is copied before it is changed", async () => {
  const clock = steppingClock();
  closeDatabase(await openToWrite(paths, clock));
  const db = new Database(paths.database);
  // As an older Lencana would have left it: nothing but the first table.
  db.pragma("foreign_keys = OFF");
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  for (const table of tables) db.exec(`DROP TABLE "${table}"`);
  db.exec("CREATE TABLE kept (word TEXT) STRICT; INSERT INTO kept VALUES ('lama')");
  db.pragma("user_version = 0");
  db.close();
  const opened = await openToWrite(paths, clock);
  expect(opened.pragma("user_version", { simple: true })).toBe(migrations.length);
  closeDatabase(opened);
  const [copy] = listBackups(paths);
  expect(copy?.occasion).toBe("migration");
  const before = new Database(join(paths.backups, copy!.name), { readonly: true });
  expect(before.prepare("SELECT word FROM kept").pluck().get()).toBe("lama");
  before.close();
});

test("a database of a newer Lencana is refused and not touched", async () => {
  const clock = steppingClock();
  closeDatabase(await openToWrite(paths, clock));
  const db = new Database(paths.database);
  db.pragma(`user_version = ${migrations.length + 1}`);
  db.close();
  await expect(openToWrite(paths, clock)).rejects.toThrow(/lebih baru.*Pasang Lencana terbaru/s);
  const after = new Database(paths.database, { readonly: true });
  expect(after.pragma("user_version", { simple: true })).toBe(migrations.length + 1);
  after.close();
});
