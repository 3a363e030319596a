import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

/** How papers of a kind are numbered: "914/{urut}/213.2/{tahun}". */
export function listPatterns(db: ReadDb, editionId: number): { kind: string; pattern: string }[] {
  return statement<[number], { kind: string; pattern: string }>(
    db,
    "SELECT kind, pattern FROM number_patterns WHERE edition_id = ? ORDER BY kind",
  ).all(editionId);
}

/** Null takes it away. */
export function savePattern(db: WriteDb, editionId: number, kind: string, pattern: string | null): void {
  statement(db, "DELETE FROM number_patterns WHERE edition_id = ? AND kind = ?").run(editionId, kind);
  if (pattern === null) return;
  statement(db, "INSERT INTO number_patterns (edition_id, kind, pattern) VALUES (?, ?, ?)").run(
    editionId,
    kind,
    pattern,
  );
}
