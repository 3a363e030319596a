import type { EditionRow } from "../../contract/editions.ts";
import { gelarOf } from "../gelar.ts";
import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";
import { deleteUnusedPictures } from "./pictures.ts";

interface Row {
  id: number;
  sample: number;
  year: number;
  title: string;
  theme: string | null;
  organiser: string | null;
  venue: string | null;
  ceremony_date: string | null;
  signatory_name: string | null;
  signatory_title: string | null;
  signatory_place: string | null;
  signatory_gelar_before: string | null;
  signatory_gelar_after: string | null;
  created_at: string;
  updated_at: string;
}

export type EditionFields = Omit<EditionRow, "id" | "createdAt" | "updatedAt">;

export function listEditions(db: ReadDb): EditionRow[] {
  return statement<[], Row>(db, "SELECT * FROM editions ORDER BY year DESC, id DESC").all().map(fromRow);
}

export function findEdition(db: ReadDb, id: number): EditionRow | null {
  const row = statement<[number], Row>(db, "SELECT * FROM editions WHERE id = ?").get(id);
  return row ? fromRow(row) : null;
}

export function insertEditionRow(db: WriteDb, fields: EditionFields, now: string): number {
  const result = statement(
    db,
    `INSERT INTO editions (sample, year, title, theme, organiser, venue, ceremony_date, signatory_name,
      signatory_title, signatory_place, signatory_gelar_before, signatory_gelar_after, created_at, updated_at)
     VALUES (@sample, @year, @title, @theme, @organiser, @venue, @ceremonyDate, @signatoryName,
      @signatoryTitle, @signatoryPlace, @gelarBefore, @gelarAfter, @now, @now)`,
  ).run({ ...toColumns(fields), now });
  return Number(result.lastInsertRowid);
}

export function updateEditionRow(db: WriteDb, id: number, fields: EditionFields, now: string): void {
  statement(
    db,
    `UPDATE editions SET sample = @sample, year = @year, title = @title, theme = @theme, organiser = @organiser,
      venue = @venue, ceremony_date = @ceremonyDate, signatory_name = @signatoryName,
      signatory_title = @signatoryTitle, signatory_place = @signatoryPlace,
      signatory_gelar_before = @gelarBefore, signatory_gelar_after = @gelarAfter, updated_at = @now WHERE id = @id`,
  ).run({ ...toColumns(fields), now, id });
}

/** Notes that something of the edition was changed. */
export function touchEdition(db: WriteDb, id: number, now: string): void {
  statement(db, "UPDATE editions SET updated_at = ? WHERE id = ?").run(now, id);
}

/** Removes the edition and everything of it; scores first, so that no indicator is looked up among them. */
export function deleteEdition(db: WriteDb, id: number): void {
  statement(
    db,
    `DELETE FROM scores WHERE sheet_id IN (
      SELECT sheets.id FROM sheets JOIN rounds ON rounds.id = sheets.round_id
      JOIN categories ON categories.id = rounds.category_id WHERE categories.edition_id = ?)`,
  ).run(id);
  statement(
    db,
    `DELETE FROM sheets WHERE round_id IN (
      SELECT rounds.id FROM rounds JOIN categories ON categories.id = rounds.category_id
      WHERE categories.edition_id = ?)`,
  ).run(id);
  statement(db, "DELETE FROM editions WHERE id = ?").run(id);
  deleteUnusedPictures(db);
}

function toColumns({ signatory, sample, ...fields }: EditionFields) {
  return {
    ...fields,
    sample: sample ? 1 : 0,
    signatoryName: signatory?.name ?? null,
    signatoryTitle: signatory?.title ?? null,
    signatoryPlace: signatory?.place ?? null,
    gelarBefore: signatory?.gelar?.before ?? null,
    gelarAfter: signatory?.gelar?.after ?? null,
  };
}

function fromRow(row: Row): EditionRow {
  const { signatory_name: name, signatory_title: title, signatory_place: place } = row;
  return {
    id: row.id,
    sample: row.sample === 1,
    year: row.year,
    title: row.title,
    theme: row.theme,
    organiser: row.organiser,
    venue: row.venue,
    ceremonyDate: row.ceremony_date,
    signatory:
      name && title && place
        ? {
            name,
            title,
            place,
            ...gelarOf("gelar", row.signatory_gelar_before, row.signatory_gelar_after),
          }
        : null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Editions with a ledger of their own. */
export function listSecuredEditions(db: ReadDb): number[] {
  return statement<[], number>(db, "SELECT id FROM editions WHERE secured_at IS NOT NULL ORDER BY id")
    .pluck()
    .all();
}
