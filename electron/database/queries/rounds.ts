import type { IndicatorRules, RoundRow, RoundRules } from "../../contract/rounds.ts";
import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";
import { countUnsettled } from "./keyings.ts";

/** A round as stored; what is derived from it (open points, sentences) is the service's. */
export type StoredRound = Omit<RoundRow, "tieBreakSentence" | "openPoints" | "statements">;
export type StoredIndicator = IndicatorRules & { id: number };

interface Row {
  id: number;
  category_id: number;
  key: string;
  name: string;
  kind: StoredRound["kind"];
  aggregate: StoredRound["aggregate"];
  decimals: number;
  carry: string;
  quorum: number;
  advance_top: number | null;
  advance_at_least: string | null;
  tie_break: string;
  position: number;
}

export function listRounds(db: ReadDb, categoryId: number): StoredRound[] {
  return statement<[number], Row>(db, "SELECT * FROM rounds WHERE category_id = ? ORDER BY position, id")
    .all(categoryId)
    .map((row, position) => whole(db, row, position));
}

export function findRound(db: ReadDb, id: number): StoredRound | null {
  const row = statement<[number], { category_id: number }>(
    db,
    "SELECT category_id FROM rounds WHERE id = ?",
  ).get(id);
  return (row && listRounds(db, row.category_id).find((round) => round.id === id)) ?? null;
}

export function listIndicators(db: ReadDb, roundId: number): StoredIndicator[] {
  return statement<
    [number],
    {
      id: number;
      key: string;
      name: string;
      weight: string;
      scale_min: string;
      scale_max: string;
      scale_step: string | null;
      direction: "higher" | "lower";
    }
  >(db, "SELECT * FROM indicators WHERE round_id = ? ORDER BY position, id")
    .all(roundId)
    .map(({ id, key, name, weight, scale_min: min, scale_max: max, scale_step: step, direction }) => ({
      id,
      key,
      name,
      weight,
      scale: { min, max, step },
      direction,
    }));
}

export function insertRound(db: WriteDb, categoryId: number, key: string, rules: RoundRules): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO rounds (category_id, key, name, kind, aggregate, decimals, carry, quorum, advance_top,
      advance_at_least, tie_break, position)
     VALUES (@categoryId, @key, @name, @kind, @aggregate, @decimals, @carry, @quorum, @top, @atLeast, @tieBreak,
      (SELECT coalesce(max(position) + 1, 0) FROM rounds WHERE category_id = @categoryId))`,
  ).run({ categoryId, key, ...toColumns(rules) });
  const id = Number(lastInsertRowid);
  setPanel(db, id, rules.panel);
  rules.indicators.forEach((indicator, position) => insertIndicator(db, id, indicator, position));
  return id;
}

export function updateRound(db: WriteDb, id: number, rules: RoundRules): void {
  statement(
    db,
    `UPDATE rounds SET name = @name, kind = @kind, aggregate = @aggregate, decimals = @decimals, carry = @carry,
      quorum = @quorum, advance_top = @top, advance_at_least = @atLeast, tie_break = @tieBreak WHERE id = @id`,
  ).run({ id, ...toColumns(rules) });
  setPanel(db, id, rules.panel);
}

export function deleteRound(db: WriteDb, id: number): void {
  statement(db, "DELETE FROM sheets WHERE round_id = ?").run(id);
  statement(db, "DELETE FROM rounds WHERE id = ?").run(id);
}

export function insertIndicator(
  db: WriteDb,
  roundId: number,
  rules: IndicatorRules,
  position: number,
): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO indicators (round_id, key, name, weight, scale_min, scale_max, scale_step, direction, position)
     VALUES (@roundId, @key, @name, @weight, @min, @max, @step, @direction, @position)`,
  ).run({ roundId, position, ...indicatorColumns(rules) });
  return Number(lastInsertRowid);
}

/** Keys may trade places within one save, so they are first moved out of each other's way. */
export function updateIndicators(db: WriteDb, indicators: (StoredIndicator & { position: number })[]): void {
  for (const { id } of indicators)
    statement(db, "UPDATE indicators SET key = ? WHERE id = ?").run(`\u0001${id}`, id);
  for (const indicator of indicators) {
    statement(
      db,
      `UPDATE indicators SET key = @key, name = @name, weight = @weight, scale_min = @min, scale_max = @max,
        scale_step = @step, direction = @direction, position = @position WHERE id = @id`,
    ).run({ id: indicator.id, position: indicator.position, ...indicatorColumns(indicator) });
  }
}

export function deleteIndicator(db: WriteDb, id: number): void {
  statement(db, "DELETE FROM indicators WHERE id = ?").run(id);
}

export function insertRecusal(
  db: WriteDb,
  recusal: { roundId: number; panelistId: number; entryId: number; reason: string },
): void {
  statement(
    db,
    "INSERT INTO recusals (round_id, panelist_id, entry_id, reason) VALUES (@roundId, @panelistId, @entryId, @reason)",
  ).run(recusal);
}

export function findRecusalRound(db: ReadDb, recusalId: number): number | null {
  const row = statement<[number], { round_id: number }>(db, "SELECT round_id FROM recusals WHERE id = ?").get(
    recusalId,
  );
  return row?.round_id ?? null;
}

export function deleteRecusal(db: WriteDb, id: number): void {
  statement(db, "DELETE FROM recusals WHERE id = ?").run(id);
}

function setPanel(db: WriteDb, roundId: number, panel: number[]): void {
  statement(db, "DELETE FROM panels WHERE round_id = ?").run(roundId);
  panel.forEach((panelistId, position) =>
    statement(db, "INSERT INTO panels (round_id, panelist_id, position) VALUES (?, ?, ?)").run(
      roundId,
      panelistId,
      position,
    ),
  );
}

function toColumns({ name, kind, aggregate, decimals, carry, quorum, advance, tieBreak }: RoundRules) {
  return {
    name,
    kind,
    aggregate,
    decimals,
    carry,
    quorum,
    top: advance && "top" in advance ? advance.top : null,
    atLeast: advance && "atLeast" in advance ? advance.atLeast : null,
    tieBreak: JSON.stringify(tieBreak),
  };
}

function indicatorColumns({ key, name, weight, scale, direction }: IndicatorRules) {
  return { key, name, weight, ...scale, direction };
}

function whole(db: ReadDb, row: Row, position: number): StoredRound {
  const { id, key, name, kind, aggregate, decimals, carry, quorum } = row;
  const panel = statement<[number], { panelist_id: number }>(
    db,
    "SELECT panelist_id FROM panels WHERE round_id = ? ORDER BY position",
  ).all(id);
  const recusals = statement<[number], StoredRound["recusals"][number]>(
    db,
    "SELECT id, panelist_id AS panelistId, entry_id AS entryId, reason FROM recusals WHERE round_id = ? ORDER BY id",
  ).all(id);
  const values = statement<[number], { values: number }>(
    db,
    `SELECT count(*) AS "values" FROM sheets JOIN scores ON sheet_id = sheets.id WHERE round_id = ?`,
  ).get(id);
  return {
    id,
    key,
    categoryId: row.category_id,
    position,
    name,
    kind,
    aggregate,
    decimals,
    carry,
    quorum,
    advance:
      row.advance_top !== null
        ? { top: row.advance_top }
        : row.advance_at_least !== null
          ? { atLeast: row.advance_at_least }
          : null,
    tieBreak: JSON.parse(row.tie_break) as string[],
    panel: panel.map(({ panelist_id: panelistId }) => panelistId),
    indicators: listIndicators(db, id),
    recusals,
    values: (values?.values ?? 0) + countUnsettled(db, id),
  };
}
