import type { AwardRow, CategoryRow } from "../../contract/categories.ts";
import type { AwardRecipient, RegionType, RoundKind } from "../../domain/edition.ts";
import { regionLabel } from "../../domain/names.ts";
import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

export interface EntryRow {
  id: number;
  regionId: number;
  code: string;
  type: RegionType;
  name: string;
  label: string;
}

interface CategoryColumns {
  id: number;
  edition_id: number;
  key: string;
  name: string;
}

export function listCategories(db: ReadDb, editionId: number): CategoryRow[] {
  return statement<[number], CategoryColumns>(
    db,
    "SELECT * FROM categories WHERE edition_id = ? ORDER BY position, id",
  )
    .all(editionId)
    .map((row) => whole(db, row));
}

export function findCategory(db: ReadDb, id: number): (CategoryRow & { editionId: number }) | null {
  const row = statement<[number], CategoryColumns>(db, "SELECT * FROM categories WHERE id = ?").get(id);
  return row ? { ...whole(db, row), editionId: row.edition_id } : null;
}

export function listEntries(db: ReadDb, categoryId: number): EntryRow[] {
  return statement<[number], Omit<EntryRow, "label">>(
    db,
    `SELECT entries.id, regions.id AS regionId, code, type, name FROM entries
     JOIN regions ON regions.id = entries.region_id WHERE category_id = ? ORDER BY entries.position, entries.id`,
  )
    .all(categoryId)
    .map((row) => ({ ...row, label: regionLabel(row) }));
}

export function insertCategory(db: WriteDb, editionId: number, key: string, name: string): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO categories (edition_id, key, name, position) VALUES (?, ?, ?,
      (SELECT coalesce(max(position) + 1, 0) FROM categories WHERE edition_id = ?))`,
  ).run(editionId, key, name, editionId);
  return Number(lastInsertRowid);
}

export function renameCategory(db: WriteDb, id: number, name: string): void {
  statement(db, "UPDATE categories SET name = ? WHERE id = ?").run(name, id);
}

export function deleteCategory(db: WriteDb, id: number): void {
  statement(db, "DELETE FROM sheets WHERE round_id IN (SELECT id FROM rounds WHERE category_id = ?)").run(id);
  statement(db, "DELETE FROM categories WHERE id = ?").run(id);
}

export function insertEntry(db: WriteDb, categoryId: number, regionId: number, position: number): number {
  const { lastInsertRowid } = statement(
    db,
    "INSERT INTO entries (category_id, region_id, position) VALUES (?, ?, ?)",
  ).run(categoryId, regionId, position);
  return Number(lastInsertRowid);
}

export function moveEntry(db: WriteDb, id: number, position: number): void {
  statement(db, "UPDATE entries SET position = ? WHERE id = ?").run(position, id);
}

export function deleteEntry(db: WriteDb, id: number): void {
  statement(db, "DELETE FROM entries WHERE id = ?").run(id);
}

/** Entries that a recorded score, recusal or decision of the category speaks of. */
export function listEntriesInUse(db: ReadDb, categoryId: number): Set<number> {
  const rows = statement<[{ categoryId: number }], { id: number }>(
    db,
    `SELECT id FROM entries WHERE category_id = @categoryId AND (
      EXISTS (SELECT 1 FROM sheets JOIN scores ON sheet_id = sheets.id WHERE entry_id = entries.id)
      OR EXISTS (SELECT 1 FROM sheets JOIN keyings ON sheet_id = sheets.id WHERE entry_id = entries.id)
      OR EXISTS (SELECT 1 FROM decision_entries WHERE entry_id = entries.id))`,
  ).all({ categoryId });
  return new Set(rows.map(({ id }) => id));
}

interface AwardColumns extends Omit<AwardRow, "categoryId"> {
  category_id: number;
  edition_id: number;
  recipient: AwardRecipient;
}

export function listAwards(db: ReadDb, editionId: number): AwardRow[] {
  return statement<[number], AwardColumns>(
    db,
    "SELECT * FROM awards WHERE edition_id = ? ORDER BY position, id",
  )
    .all(editionId)
    .map(awardFromRow);
}

export function findAward(db: ReadDb, id: number): (AwardRow & { editionId: number }) | null {
  const row = statement<[number], AwardColumns>(db, "SELECT * FROM awards WHERE id = ?").get(id);
  return row ? { ...awardFromRow(row), editionId: row.edition_id } : null;
}

export function insertAward(db: WriteDb, editionId: number, award: Omit<AwardRow, "id">): number {
  const { lastInsertRowid } = statement(
    db,
    `INSERT INTO awards (edition_id, key, category_id, name, places, recipient, position)
     VALUES (@editionId, @key, @categoryId, @name, @places, @recipient,
      (SELECT coalesce(max(position) + 1, 0) FROM awards WHERE edition_id = @editionId))`,
  ).run({ ...award, editionId });
  return Number(lastInsertRowid);
}

export function updateAward(
  db: WriteDb,
  id: number,
  award: Pick<AwardRow, "name" | "places" | "recipient">,
): void {
  statement(db, "UPDATE awards SET name = ?, places = ?, recipient = ? WHERE id = ?").run(
    award.name,
    award.places,
    award.recipient,
    id,
  );
}

export function deleteAward(db: WriteDb, id: number): void {
  statement(db, "DELETE FROM awards WHERE id = ?").run(id);
}

function whole(db: ReadDb, { id, key, name }: CategoryColumns): CategoryRow {
  const rounds = statement<[number], { id: number; key: string; name: string; kind: RoundKind }>(
    db,
    "SELECT id, key, name, kind FROM rounds WHERE category_id = ? ORDER BY position, id",
  ).all(id);
  const entries = listEntries(db, id).map(({ id: entryId, regionId, code, label }) => ({
    id: entryId,
    regionId,
    code,
    label,
  }));
  return { id, key, name, entries, rounds };
}

function awardFromRow({ id, key, category_id: categoryId, name, places, recipient }: AwardColumns): AwardRow {
  return { id, key, categoryId, name, places, recipient };
}
