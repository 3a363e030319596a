import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";
import { countUnsettled } from "./keyings.ts";

export type EnteredVia = "grid" | "template" | "mapped" | "edition";

export interface ScoreRow {
  entryId: number;
  panelistId: number | null;
  indicatorId: number;
  value: string;
  enteredAt: number;
  enteredVia: EnteredVia;
}

const selectScores = `
  SELECT entry_id AS entryId, panelist_id AS panelistId, indicator_id AS indicatorId, value,
    entered_at AS enteredAt, entered_via AS enteredVia
  FROM sheets JOIN scores ON sheet_id = sheets.id`;

/** One panelist's values in a round (null: the desk's). */
export function listPanelistScores(db: ReadDb, roundId: number, panelistId: number | null): ScoreRow[] {
  return statement<[number, number | null], ScoreRow>(
    db,
    `${selectScores} WHERE round_id = ? AND panelist_id IS ?`,
  ).all(roundId, panelistId);
}

/** Everything given to one entry in a round. */
export function listEntryScores(db: ReadDb, roundId: number, entryId: number): ScoreRow[] {
  return statement<[number, number], ScoreRow>(db, `${selectScores} WHERE round_id = ? AND entry_id = ?`).all(
    roundId,
    entryId,
  );
}

/** How many values each sheet of a round has. */
export function countSheetValues(
  db: ReadDb,
  roundId: number,
): { entryId: number; panelistId: number | null; given: number }[] {
  return statement<[number], { entryId: number; panelistId: number | null; given: number }>(
    db,
    `SELECT entry_id AS entryId, panelist_id AS panelistId,
      (SELECT count(*) FROM scores WHERE sheet_id = sheets.id) AS given FROM sheets WHERE round_id = ?`,
  ).all(roundId);
}

/** The id of a sheet, made when it is not there yet. */
export function openSheet(db: WriteDb, roundId: number, entryId: number, panelistId: number | null): number {
  const found = statement<[number, number, number], { id: number }>(
    db,
    "SELECT id FROM sheets WHERE round_id = ? AND entry_id = ? AND ifnull(panelist_id, 0) = ?",
  ).get(roundId, entryId, panelistId ?? 0);
  if (found) return found.id;
  return Number(
    statement(db, "INSERT INTO sheets (round_id, entry_id, panelist_id) VALUES (?, ?, ?)").run(
      roundId,
      entryId,
      panelistId,
    ).lastInsertRowid,
  );
}

export function setScore(
  db: WriteDb,
  sheetId: number,
  indicatorId: number,
  value: string,
  enteredAt: number,
  enteredVia: EnteredVia,
): void {
  statement(
    db,
    `INSERT INTO scores (sheet_id, indicator_id, value, entered_at, entered_via) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (sheet_id, indicator_id) DO UPDATE SET value = excluded.value, entered_at = excluded.entered_at,
      entered_via = excluded.entered_via`,
  ).run(sheetId, indicatorId, value, enteredAt, enteredVia);
}

export function deleteScore(db: WriteDb, sheetId: number, indicatorId: number): void {
  statement(db, "DELETE FROM scores WHERE sheet_id = ? AND indicator_id = ?").run(sheetId, indicatorId);
}

/** Values that dropping this indicator would lose. */
export function countIndicatorValues(db: ReadDb, roundId: number, indicatorId: number): number {
  const inForce = countOf(
    db,
    `SELECT count(*) AS count FROM sheets JOIN scores ON sheet_id = sheets.id AND indicator_id = ?
     WHERE round_id = ?`,
    indicatorId,
    roundId,
  );
  return inForce + countUnsettled(db, roundId, { indicatorId });
}

/** Values that taking this panelist off the panel would lose. */
export function countPanelistValues(db: ReadDb, roundId: number, panelistId: number): number {
  const inForce = countOf(
    db,
    `SELECT count(*) AS count FROM sheets JOIN scores ON sheet_id = sheets.id
     WHERE panelist_id = ? AND round_id = ?`,
    panelistId,
    roundId,
  );
  return inForce + countUnsettled(db, roundId, { panelistId });
}

/** Values on the sheet of one panelist for one entry. */
export function countSheet(db: ReadDb, roundId: number, panelistId: number, entryId: number): number {
  const inForce = countOf(
    db,
    `SELECT count(*) AS count FROM sheets JOIN scores ON sheet_id = sheets.id
     WHERE panelist_id = ? AND round_id = ? AND entry_id = ?`,
    panelistId,
    roundId,
    entryId,
  );
  return inForce + countUnsettled(db, roundId, { panelistId, entryId });
}

export function deleteIndicatorValues(db: WriteDb, roundId: number, indicatorId: number): void {
  for (const table of ["scores", "keyings"]) {
    statement(
      db,
      `DELETE FROM ${table} WHERE indicator_id = ? AND sheet_id IN (SELECT id FROM sheets WHERE round_id = ?)`,
    ).run(indicatorId, roundId);
  }
}

export function deletePanelistSheets(db: WriteDb, roundId: number, panelistId: number): void {
  statement(db, "DELETE FROM sheets WHERE round_id = ? AND panelist_id = ?").run(roundId, panelistId);
}

/** Values of an indicator, in force or typed, to hold against a changed scale. */
export function listIndicatorValues(
  db: ReadDb,
  roundId: number,
  indicatorId: number,
): { value: string; entryId: number; panelistId: number | null }[] {
  const valuesIn = (table: "scores" | "keyings") =>
    `SELECT value, entry_id AS entryId, panelist_id AS panelistId FROM sheets
     JOIN ${table} ON sheet_id = sheets.id AND indicator_id = @indicatorId WHERE round_id = @roundId`;
  return statement<[object], { value: string; entryId: number; panelistId: number | null }>(
    db,
    `${valuesIn("scores")} UNION ${valuesIn("keyings")}`,
  ).all({ indicatorId, roundId });
}

function countOf(db: ReadDb, sql: string, ...parameters: number[]): number {
  return statement<number[], { count: number }>(db, sql).get(...parameters)?.count ?? 0;
}
