import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

export interface CorrectionChange {
  entry: string;
  panelist: string | null;
  indicator: string;
  old: string | null;
  new: string;
}

export interface StoredCorrection {
  id: number;
  roundId: number;
  number: number;
  reason: string;
  changes: CorrectionChange[];
  requestedBy: number;
  requestedAt: string;
  state: "open" | "done" | "withdrawn";
  version: number | null;
}

type Row = Omit<StoredCorrection, "changes"> & { changes: string };

const select = `SELECT corrections.id, round_id AS roundId, number, reason, changes, requested_by AS requestedBy,
  requested_at AS requestedAt, state, version FROM corrections`;

export function listCorrections(db: ReadDb, editionId: number): StoredCorrection[] {
  return statement<[number], Row>(
    db,
    `${select} JOIN rounds ON rounds.id = round_id JOIN categories ON categories.id = rounds.category_id
     WHERE edition_id = ? ORDER BY corrections.id DESC`,
  )
    .all(editionId)
    .map(fromRow);
}

export function findCorrection(db: ReadDb, id: number): StoredCorrection | null {
  const row = statement<[number], Row>(db, `${select} WHERE corrections.id = ?`).get(id);
  return row ? fromRow(row) : null;
}

export function insertCorrection(
  db: WriteDb,
  correction: Pick<StoredCorrection, "roundId" | "reason" | "changes" | "requestedBy" | "requestedAt">,
): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO corrections (round_id, number, reason, changes, requested_by, requested_at, state)
     VALUES (@roundId, (SELECT ifnull(max(number), 0) + 1 FROM corrections WHERE round_id = @roundId), @reason,
      @changes, @requestedBy, @requestedAt, 'open')`,
  ).run({ ...correction, changes: JSON.stringify(correction.changes) });
  return Number(lastInsertRowid);
}

export function endCorrection(
  db: WriteDb,
  id: number,
  state: "done" | "withdrawn",
  version: number | null,
): void {
  statement(db, "UPDATE corrections SET state = ?, version = ? WHERE id = ?").run(state, version, id);
}

export function findDeclaration(
  db: ReadDb,
  editionId: number,
): { declaredAt: string; embargoUntil: string } | null {
  return (
    statement<[number], { declaredAt: string; embargoUntil: string }>(
      db,
      "SELECT declared_at AS declaredAt, embargo_until AS embargoUntil FROM declarations WHERE edition_id = ?",
    ).get(editionId) ?? null
  );
}

export function saveDeclaration(
  db: WriteDb,
  editionId: number,
  declaredAt: string,
  embargoUntil: string,
): void {
  statement(
    db,
    `INSERT INTO declarations (edition_id, declared_at, embargo_until) VALUES (?, ?, ?)
     ON CONFLICT (edition_id) DO UPDATE SET declared_at = excluded.declared_at, embargo_until = excluded.embargo_until`,
  ).run(editionId, declaredAt, embargoUntil);
}

function fromRow(row: Row): StoredCorrection {
  return { ...row, changes: JSON.parse(row.changes) as CorrectionChange[] };
}
