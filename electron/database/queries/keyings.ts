import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

/** The first or the second reading of a paper sheet. */
export type Pass = 1 | 2;

/** What somebody typed into one cell. */
export interface KeyingRow {
  entryId: number;
  panelistId: number | null;
  indicatorId: number;
  pass: Pass;
  value: string;
  accountId: number;
}

/** Everything typed of one panelist's sheets in a round (null: the desk's). */
export function listPanelistKeyings(db: ReadDb, roundId: number, panelistId: number | null): KeyingRow[] {
  return statement<[number, number | null], KeyingRow>(
    db,
    `SELECT entry_id AS entryId, panelist_id AS panelistId, indicator_id AS indicatorId, pass, value,
      account_id AS accountId
     FROM sheets JOIN keyings ON sheet_id = sheets.id WHERE round_id = ? AND panelist_id IS ?`,
  ).all(roundId, panelistId);
}

export function saveKeying(
  db: WriteDb,
  sheetId: number,
  keying: Pick<KeyingRow, "indicatorId" | "pass" | "value" | "accountId">,
): void {
  statement(
    db,
    `INSERT INTO keyings (sheet_id, indicator_id, pass, value, account_id)
     VALUES (@sheetId, @indicatorId, @pass, @value, @accountId)
     ON CONFLICT (sheet_id, indicator_id, pass) DO UPDATE SET value = excluded.value,
      account_id = excluded.account_id`,
  ).run({ sheetId, ...keying });
}

export function deleteKeying(db: WriteDb, sheetId: number, indicatorId: number, pass: Pass): void {
  statement(db, "DELETE FROM keyings WHERE sheet_id = ? AND indicator_id = ? AND pass = ?").run(
    sheetId,
    indicatorId,
    pass,
  );
}

/** How the typing of a sheet stands, in numbers of cells. */
export interface KeyedSheetRow {
  entryId: number;
  panelistId: number | null;
  /** Typed in the first pass. */
  first: number;
  second: number;
  /** Read differently by the two, and not yet decided. */
  differences: number;
  /** Typed, but not in force. */
  unsettled: number;
  inForce: number;
}

export function listKeyedSheets(db: ReadDb, roundId: number): KeyedSheetRow[] {
  return statement<[number], KeyedSheetRow>(
    db,
    `SELECT entry_id AS entryId, panelist_id AS panelistId, ifnull(sum(cells.first), 0) AS first,
      ifnull(sum(cells.second), 0) AS second, ifnull(sum(readings = 2 AND scores.value IS NULL), 0) AS differences,
      ifnull(sum(readings > 0 AND scores.value IS NULL), 0) AS unsettled,
      (SELECT count(*) FROM scores AS given WHERE given.sheet_id = sheets.id) AS inForce
     FROM sheets LEFT JOIN
      (SELECT sheet_id, indicator_id, max(pass = 1) AS first, max(pass = 2) AS second, count(DISTINCT value) AS readings
       FROM keyings GROUP BY sheet_id, indicator_id) AS cells ON cells.sheet_id = sheets.id
     LEFT JOIN scores ON scores.sheet_id = cells.sheet_id AND scores.indicator_id = cells.indicator_id
     WHERE round_id = ? GROUP BY sheets.id`,
  ).all(roundId);
}

/** Who typed which sheet of a round, first pass first. */
export function listTypists(
  db: ReadDb,
  roundId: number,
): { entryId: number; panelistId: number | null; name: string }[] {
  return statement<[number], { entryId: number; panelistId: number | null; name: string }>(
    db,
    `SELECT entry_id AS entryId, panelist_id AS panelistId, name FROM keyings
     JOIN sheets ON sheets.id = sheet_id JOIN accounts ON accounts.id = account_id
     WHERE round_id = ? GROUP BY sheet_id, account_id ORDER BY sheet_id, min(pass)`,
  ).all(roundId);
}

/**
 * Cells of a round that were typed and are not in force: read once, read differently, or waiting to be accepted. Only
 * those of one indicator, panelist or entry, where asked.
 */
export function countUnsettled(
  db: ReadDb,
  roundId: number,
  only: { indicatorId?: number; panelistId?: number; entryId?: number } = {},
): number {
  const row = statement<[object], { count: number }>(
    db,
    `SELECT count(DISTINCT sheet_id || '/' || indicator_id) AS count FROM sheets
     JOIN keyings ON sheet_id = sheets.id WHERE round_id = @roundId
      AND (@indicatorId IS NULL OR indicator_id = @indicatorId)
      AND (@panelistId IS NULL OR panelist_id = @panelistId) AND (@entryId IS NULL OR entry_id = @entryId)
      AND NOT EXISTS (SELECT 1 FROM scores
       WHERE scores.sheet_id = keyings.sheet_id AND scores.indicator_id = keyings.indicator_id)`,
  ).get({ roundId, indicatorId: null, panelistId: null, entryId: null, ...only });
  return row?.count ?? 0;
}

/** A sheet by the keys that ledger and edition file use; `panelist` null is the desk. */
export interface SheetByKeys {
  category: string;
  round: string;
  panelist: string | null;
  entry: string;
}

/** Whether every indicator of a round has a score in force on this sheet. */
export function isSheetInForce(db: ReadDb, editionId: number, sheet: SheetByKeys): boolean {
  const missing = statement<[SheetByKeys & { editionId: number }]>(
    db,
    `SELECT 1 FROM rounds JOIN categories ON categories.id = rounds.category_id
     JOIN indicators ON indicators.round_id = rounds.id
     LEFT JOIN regions ON regions.edition_id = categories.edition_id AND regions.code = @entry
     LEFT JOIN entries ON entries.category_id = categories.id AND entries.region_id = regions.id
     LEFT JOIN panelists ON panelists.edition_id = categories.edition_id AND panelists.key = @panelist
     LEFT JOIN sheets ON sheets.round_id = rounds.id AND sheets.entry_id = entries.id
      AND (@panelist IS NULL OR panelists.id IS NOT NULL) AND ifnull(sheets.panelist_id, 0) = ifnull(panelists.id, 0)
     LEFT JOIN scores ON scores.sheet_id = sheets.id AND scores.indicator_id = indicators.id
     WHERE categories.edition_id = @editionId AND categories.key = @category AND rounds.key = @round
      AND scores.value IS NULL LIMIT 1`,
  ).get({ editionId, ...sheet });
  return missing === undefined;
}
