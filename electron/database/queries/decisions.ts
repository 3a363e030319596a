import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

export interface StoredDecision {
  id: number;
  roundId: number;
  /** As listed when the tie was recorded. */
  entries: number[];
  /** Best first. */
  order: number[];
  reason: string;
  decidedAt: string;
}

interface Row {
  id: number;
  round_id: number;
  reason: string;
  decided_at: string;
}

export function listDecisions(db: ReadDb, roundId: number): StoredDecision[] {
  return statement<[number], Row>(db, "SELECT * FROM decisions WHERE round_id = ? ORDER BY position, id")
    .all(roundId)
    .map((row) => whole(db, row));
}

export function findDecision(db: ReadDb, id: number): StoredDecision | null {
  const row = statement<[number], Row>(db, "SELECT * FROM decisions WHERE id = ?").get(id);
  return row ? whole(db, row) : null;
}

export function insertDecision(
  db: WriteDb,
  decision: Pick<StoredDecision, "roundId" | "entries" | "order" | "reason" | "decidedAt">,
): number {
  const { roundId, reason, decidedAt } = decision;
  const id = Number(
    statement(
      db,
      `INSERT INTO decisions (round_id, reason, decided_at, position) VALUES (@roundId, @reason, @decidedAt,
        (SELECT coalesce(max(position) + 1, 0) FROM decisions WHERE round_id = @roundId))`,
    ).run({ roundId, reason, decidedAt }).lastInsertRowid,
  );
  decision.order.forEach((entryId, place) =>
    statement(
      db,
      "INSERT INTO decision_entries (decision_id, entry_id, listed, place) VALUES (?, ?, ?, ?)",
    ).run(id, entryId, decision.entries.indexOf(entryId), place),
  );
  return id;
}

export function deleteDecision(db: WriteDb, id: number): void {
  statement(db, "DELETE FROM decisions WHERE id = ?").run(id);
}

function whole(db: ReadDb, row: Row): StoredDecision {
  const places = statement<[number], { entry_id: number; listed: number }>(
    db,
    "SELECT entry_id, listed FROM decision_entries WHERE decision_id = ? ORDER BY place",
  ).all(row.id);
  return {
    id: row.id,
    roundId: row.round_id,
    entries: places.toSorted((a, b) => a.listed - b.listed).map(({ entry_id: entryId }) => entryId),
    order: places.map(({ entry_id: entryId }) => entryId),
    reason: row.reason,
    decidedAt: row.decided_at,
  };
}
