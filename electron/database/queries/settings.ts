import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

export function findSetting(db: ReadDb, key: string): unknown {
  const row = statement<[string], { value: string }>(db, "SELECT value FROM settings WHERE key = ?").get(key);
  return row ? JSON.parse(row.value) : null;
}

export function listSettings(db: ReadDb): { key: string; value: string }[] {
  return statement<[], { key: string; value: string }>(
    db,
    "SELECT key, value FROM settings ORDER BY key",
  ).all();
}

export function saveSetting(db: WriteDb, key: string, value: unknown): void {
  statement(
    db,
    "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  ).run(key, JSON.stringify(value));
}

export function findMapping(db: ReadDb, roundId: number, fingerprint: string): string | null {
  const row = statement<[number, string], { mapping: string }>(
    db,
    "SELECT mapping FROM column_mappings WHERE round_id = ? AND fingerprint = ?",
  ).get(roundId, fingerprint);
  return row?.mapping ?? null;
}

export function saveMapping(db: WriteDb, roundId: number, fingerprint: string, mapping: string): void {
  statement(
    db,
    `INSERT INTO column_mappings (round_id, fingerprint, mapping) VALUES (?, ?, ?)
     ON CONFLICT (round_id, fingerprint) DO UPDATE SET mapping = excluded.mapping`,
  ).run(roundId, fingerprint, mapping);
}
