import Database from "better-sqlite3";
import { migrate } from "./migrate.ts";
import type { ReadDb } from "./open.ts";

/** A table, index or trigger of a database that is not as the migrations make it. */
export interface SchemaChange {
  type: "table" | "index" | "trigger" | "view";
  name: string;
  table: string;
  is: "gone" | "changed" | "added";
}

/**
 * What was changed of the schema itself: without a guard or a constraint, rows can come to be that the application
 * never writes. Held against a database made anew, so that the migrations stay the one place that says what is right.
 */
export function listSchemaChanges(db: ReadDb): SchemaChange[] {
  const expected = new Map(expectedSchema().map((row) => [row.name, row]));
  const present = new Map(rowsOf(db).map((row) => [row.name, row]));
  const changes: SchemaChange[] = [];
  for (const { type, name, table, sql } of expected.values()) {
    const found = present.get(name);
    if (!found) changes.push({ type, name, table, is: "gone" });
    else if (found.sql !== sql || found.type !== type) changes.push({ type, name, table, is: "changed" });
  }
  for (const { type, name, table } of present.values()) {
    if (!expected.has(name)) changes.push({ type, name, table, is: "added" });
  }
  return changes;
}

type Row = Pick<SchemaChange, "type" | "name" | "table"> & { sql: string | null };
let expectedRows: Row[] | null = null;

function expectedSchema(): Row[] {
  if (expectedRows) return expectedRows;
  const fresh = new Database(":memory:");
  try {
    migrate(fresh);
    return (expectedRows = rowsOf(fresh));
  } finally {
    fresh.close();
  }
}

/** Without what SQLite makes for itself: its own statistics and the indexes of keys. */
function rowsOf(db: Database.Database): Row[] {
  return db
    .prepare<[], Row>(
      `SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .all();
}
