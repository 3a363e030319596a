import type { WriteDb } from "../database/open.ts";
import { findHeadPicture, setHeadPicture } from "../database/queries/pictures.ts";
import { findOffice, saveOffice } from "../database/queries/office.ts";
import { listRegions } from "../database/queries/regions.ts";

/** Gives the regions of one edition the pictures that the same regions have in another. */
export function copyHeadPictures(db: WriteDb, fromEditionId: number, toEditionId: number): void {
  const source = new Map(listRegions(db, fromEditionId).map(({ code, id }) => [code, id]));
  for (const { code, id } of listRegions(db, toEditionId)) {
    const picture = source.has(code) ? findHeadPicture(db, source.get(code)!) : null;
    if (picture) setHeadPicture(db, id, picture);
  }
}

/** Gives one edition what the office gave for another: who signs, what it rests on, how the ceremony goes. */
export function copyOffice(db: WriteDb, fromEditionId: number, toEditionId: number): void {
  const details = findOffice(db, fromEditionId);
  if (details) saveOffice(db, toEditionId, details);
}
