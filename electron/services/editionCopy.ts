import type { ReadDb, WriteDb } from "../database/open.ts";
import { listCategories } from "../database/queries/categories.ts";
import { findHeadPicture, setHeadPicture } from "../database/queries/pictures.ts";
import { findOffice, findRoundEvent, saveOffice, saveRoundEvent } from "../database/queries/office.ts";
import { listRegions } from "../database/queries/regions.ts";
import { noEvent } from "./officeData.ts";

/** Gives the regions of one edition the pictures that the same regions have in another. */
export function copyHeadPictures(db: WriteDb, fromEditionId: number, toEditionId: number): void {
  const source = new Map(listRegions(db, fromEditionId).map(({ code, id }) => [code, id]));
  for (const { code, id } of listRegions(db, toEditionId)) {
    const picture = source.has(code) ? findHeadPicture(db, source.get(code)!) : null;
    if (picture) setHeadPicture(db, id, picture);
  }
}

/**
 * Gives one edition what the office gave for another: who signs, what it rests on, how the ceremony goes. What bears the
 * costs is another line of the budget every year, so it is left to be filled in.
 */
export function copyOffice(db: WriteDb, fromEditionId: number, toEditionId: number): void {
  const details = findOffice(db, fromEditionId);
  if (details) saveOffice(db, toEditionId, { ...details, budget: null });
}

/** Gives panel rounds the habits of the same rounds in another edition: minutes, pauses, who must come; no day, no order. */
export function copyEvents(db: WriteDb, fromEditionId: number, toEditionId: number): void {
  const source = new Map(roundsByKeys(db, fromEditionId));
  for (const [keys, roundId] of roundsByKeys(db, toEditionId)) {
    const event = source.has(keys) ? findRoundEvent(db, source.get(keys)!) : null;
    if (!event) continue;
    const { presentationMinutes, interviewMinutes, inPerson, pauses } = event;
    saveRoundEvent(db, roundId, { ...noEvent, presentationMinutes, interviewMinutes, inPerson, pauses });
  }
}

function roundsByKeys(db: ReadDb, editionId: number): [string, number][] {
  return listCategories(db, editionId).flatMap((category) =>
    category.rounds.map((round): [string, number] => [JSON.stringify([category.key, round.key]), round.id]),
  );
}
