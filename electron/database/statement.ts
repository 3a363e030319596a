import type Database from "better-sqlite3";
import type { ReadDb } from "./open.ts";

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** The prepared statement of a text, prepared once a handle. */
export function statement<Parameters extends unknown[] = unknown[], Row = unknown>(
  db: ReadDb,
  sql: string,
): Database.Statement<Parameters, Row> {
  let ofDb = prepared.get(db);
  if (!ofDb) prepared.set(db, (ofDb = new Map()));
  let found = ofDb.get(sql);
  if (!found) ofDb.set(sql, (found = db.prepare(sql)));
  return found as Database.Statement<Parameters, Row>;
}
