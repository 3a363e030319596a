import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

export type PictureMime = "image/png" | "image/jpeg" | "image/svg+xml";
export interface Picture {
  mime: PictureMime;
  bytes: Uint8Array<ArrayBuffer>;
}

export type EmblemOwner = "letterhead" | "governor";

export function setHeadPicture(db: WriteDb, regionId: number, picture: Picture | null): void {
  statement(db, "DELETE FROM head_pictures WHERE region_id = ?").run(regionId);
  if (picture) {
    statement(db, "INSERT INTO head_pictures (region_id, picture_id) VALUES (?, ?)").run(
      regionId,
      insertPicture(db, picture),
    );
  }
  deleteUnusedPictures(db);
}

/** Takes away every picture of a head in an edition; gives the codes of their regions. */
export function blankHeadPictures(db: WriteDb, editionId: number): string[] {
  const codes = statement<[number], string>(
    db,
    "SELECT code FROM head_pictures JOIN regions ON regions.id = region_id WHERE edition_id = ?",
  )
    .pluck()
    .all(editionId);
  statement(
    db,
    "DELETE FROM head_pictures WHERE region_id IN (SELECT id FROM regions WHERE edition_id = ?)",
  ).run(editionId);
  deleteUnusedPictures(db);
  return codes;
}

export function findHeadPicture(db: ReadDb, regionId: number): Picture | null {
  return (
    statement<[number], Picture>(
      db,
      `SELECT mime, bytes FROM pictures JOIN head_pictures ON picture_id = pictures.id WHERE region_id = ?`,
    ).get(regionId) ?? null
  );
}

export function listEmblems(db: ReadDb): (Picture & { owner: EmblemOwner })[] {
  return statement<[], Picture & { owner: EmblemOwner }>(
    db,
    "SELECT owner, mime, bytes FROM pictures JOIN emblems ON picture_id = pictures.id ORDER BY owner",
  ).all();
}

export function setEmblem(db: WriteDb, owner: EmblemOwner, picture: Picture | null): void {
  statement(db, "DELETE FROM emblems WHERE owner = ?").run(owner);
  if (picture) {
    statement(db, "INSERT INTO emblems (owner, picture_id) VALUES (?, ?)").run(
      owner,
      insertPicture(db, picture),
    );
  }
  deleteUnusedPictures(db);
}

export function findEmblem(db: ReadDb, owner: EmblemOwner): Picture | null {
  return (
    statement<[string], Picture>(
      db,
      "SELECT mime, bytes FROM pictures JOIN emblems ON picture_id = pictures.id WHERE owner = ?",
    ).get(owner) ?? null
  );
}

export function deleteUnusedPictures(db: WriteDb): void {
  statement(
    db,
    `DELETE FROM pictures WHERE id NOT IN (SELECT picture_id FROM head_pictures)
      AND id NOT IN (SELECT picture_id FROM emblems)`,
  ).run();
}

function insertPicture(db: WriteDb, { mime, bytes }: Picture): number {
  return Number(
    statement(db, "INSERT INTO pictures (mime, bytes) VALUES (?, ?)").run(mime, bytes).lastInsertRowid,
  );
}
