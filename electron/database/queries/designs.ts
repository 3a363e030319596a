import type { DesignPicture } from "../../contract/designs.ts";
import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";
import type { Picture, PictureMime } from "./pictures.ts";

export interface StoredDesign {
  key: string;
  name: string;
  /** As JSON. */
  content: string;
  source: string | null;
  hash: string;
  savedAt: string;
}

const columns = "key, name, content, source, hash, saved_at AS savedAt";

export function listDesigns(db: ReadDb, editionId: number): StoredDesign[] {
  return statement<[number], StoredDesign>(
    db,
    `SELECT ${columns} FROM designs WHERE edition_id = ? ORDER BY name COLLATE NOCASE, key`,
  ).all(editionId);
}

export function findDesign(db: ReadDb, editionId: number, key: string): StoredDesign | null {
  return (
    statement<[number, string], StoredDesign>(
      db,
      `SELECT ${columns} FROM designs WHERE edition_id = ? AND key = ?`,
    ).get(editionId, key) ?? null
  );
}

export function saveDesign(db: WriteDb, editionId: number, design: StoredDesign): void {
  statement(
    db,
    `INSERT INTO designs (edition_id, key, name, content, source, hash, saved_at)
     VALUES (@editionId, @key, @name, @content, @source, @hash, @savedAt)
     ON CONFLICT (edition_id, key) DO UPDATE SET name = excluded.name, content = excluded.content,
      source = excluded.source, hash = excluded.hash, saved_at = excluded.saved_at`,
  ).run({ editionId, ...design });
}

export function deleteDesign(db: WriteDb, editionId: number, key: string): void {
  statement(db, "DELETE FROM designs WHERE edition_id = ? AND key = ?").run(editionId, key);
}

/** The design of each award that one was chosen for. */
export function listAwardDesigns(db: ReadDb, editionId: number): Map<number, string> {
  const rows = statement<[number], { awardId: number; key: string }>(
    db,
    `SELECT award_id AS awardId, design_key AS key FROM award_designs
     JOIN awards ON awards.id = award_id WHERE edition_id = ?`,
  ).all(editionId);
  return new Map(rows.map(({ awardId, key }) => [awardId, key]));
}

export function chooseDesign(db: WriteDb, awardId: number, key: string | null): void {
  statement(db, "DELETE FROM award_designs WHERE award_id = ?").run(awardId);
  if (key === null) return;
  statement(db, "INSERT INTO award_designs (award_id, design_key) VALUES (?, ?)").run(awardId, key);
}

type PictureColumns = Omit<DesignPicture, "vector"> & { mime: PictureMime };

export function listDesignPictures(db: ReadDb, editionId: number): DesignPicture[] {
  return statement<[number], PictureColumns>(
    db,
    `SELECT hash, name, mime, width, height, length(bytes) AS bytes FROM design_pictures
     WHERE edition_id = ? ORDER BY id`,
  )
    .all(editionId)
    .map(({ mime, ...picture }) => ({ ...picture, vector: mime === "image/svg+xml" }));
}

export type StoredPicture = Picture & { hash: string; name: string; width: number; height: number };

export function findDesignPicture(db: ReadDb, editionId: number, hash: string): StoredPicture | null {
  return (
    statement<[number, string], StoredPicture>(
      db,
      "SELECT hash, name, mime, width, height, bytes FROM design_pictures WHERE edition_id = ? AND hash = ?",
    ).get(editionId, hash) ?? null
  );
}

/** The same picture again is the one that is there. */
export function insertDesignPicture(db: WriteDb, editionId: number, picture: StoredPicture): void {
  statement(
    db,
    `INSERT INTO design_pictures (edition_id, hash, name, mime, width, height, bytes)
     VALUES (@editionId, @hash, @name, @mime, @width, @height, @bytes) ON CONFLICT (edition_id, hash) DO NOTHING`,
  ).run({ editionId, ...picture });
}

export function deleteDesignPicture(db: WriteDb, editionId: number, hash: string): void {
  statement(db, "DELETE FROM design_pictures WHERE edition_id = ? AND hash = ?").run(editionId, hash);
}

/** Gives an edition the designs of another, with their pictures and the choices of awards that bear the same key. */
export function copyDesigns(db: WriteDb, from: number, to: number): void {
  const both = { from, to };
  statement(
    db,
    `INSERT INTO designs (edition_id, key, name, content, source, hash, saved_at)
     SELECT @to, key, name, content, source, hash, saved_at FROM designs WHERE edition_id = @from`,
  ).run(both);
  statement(
    db,
    `INSERT INTO design_pictures (edition_id, hash, name, mime, width, height, bytes)
     SELECT @to, hash, name, mime, width, height, bytes FROM design_pictures WHERE edition_id = @from ORDER BY id`,
  ).run(both);
  statement(
    db,
    `INSERT INTO award_designs (award_id, design_key)
     SELECT copies.id, design_key FROM award_designs JOIN awards ON awards.id = award_id
     JOIN awards AS copies ON copies.key = awards.key AND copies.edition_id = @to
     WHERE awards.edition_id = @from`,
  ).run(both);
}
