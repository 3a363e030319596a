import type { ReadDb } from "../open.ts";
import { statement } from "../statement.ts";

/** The sheets of a round (or of one entry in it): whose they are. */
export function listSheetPlaces(
  db: ReadDb,
  roundId: number,
  onlyEntry: number | null,
): { id: number; entryId: number; panelistId: number | null }[] {
  const select = "SELECT id, entry_id AS entryId, panelist_id AS panelistId FROM sheets WHERE round_id = ?";
  type Row = { id: number; entryId: number; panelistId: number | null };
  return onlyEntry === null
    ? statement<[number], Row>(db, select).all(roundId)
    : statement<[number, number], Row>(db, `${select} AND entry_id = ?`).all(roundId, onlyEntry);
}

/** Hands over every value of a round, a row at a time and sheet by sheet: nothing grows with their number. */
export function readRoundScores(
  db: ReadDb,
  roundId: number,
  take: (sheetId: number, indicatorId: number, value: string) => void,
): void {
  const rows = statement<[number], [sheetId: number, indicatorId: number, value: string]>(
    db,
    "SELECT sheet_id, indicator_id, value FROM scores WHERE sheet_id IN (SELECT id FROM sheets WHERE round_id = ?)",
  )
    .raw()
    .iterate(roundId);
  for (const [sheetId, indicatorId, value] of rows) take(sheetId, indicatorId, value);
}

/** The values of one sheet. */
export function readSheetScores(
  db: ReadDb,
  sheetId: number,
  take: (sheetId: number, indicatorId: number, value: string) => void,
): void {
  const rows = statement<[number], [number, string]>(
    db,
    "SELECT indicator_id, value FROM scores WHERE sheet_id = ?",
  )
    .raw()
    .all(sheetId);
  for (const [indicatorId, value] of rows) take(sheetId, indicatorId, value);
}
