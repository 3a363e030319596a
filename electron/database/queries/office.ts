import type { EditionEvent, EditionOffice } from "../../domain/edition.ts";
import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

interface DetailsRow {
  signer_office: string | null;
  signer_name: string | null;
  signer_rank: string | null;
  bases: string;
  budget: string | null;
  copies: string;
  ceremony_start: string | null;
  ceremony_items: string | null;
  guests: string;
}

/** As stored; items are null until somebody gave them. */
export type StoredOffice = EditionOffice;

export function findOffice(db: ReadDb, editionId: number): StoredOffice | null {
  const row = statement<[number], DetailsRow>(db, "SELECT * FROM office_details WHERE edition_id = ?").get(
    editionId,
  );
  if (!row) return null;
  return {
    signer: { office: row.signer_office, name: row.signer_name, rank: row.signer_rank },
    bases: JSON.parse(row.bases),
    budget: row.budget,
    copies: JSON.parse(row.copies),
    ceremony: {
      start: row.ceremony_start,
      items: JSON.parse(row.ceremony_items ?? "null"),
      guests: JSON.parse(row.guests),
    },
  };
}

export function saveOffice(db: WriteDb, editionId: number, details: StoredOffice): void {
  const { signer, bases, budget, copies, ceremony } = details;
  statement(
    db,
    `INSERT OR REPLACE INTO office_details (edition_id, signer_office, signer_name, signer_rank, bases, budget, copies,
      ceremony_start, ceremony_items, guests)
     VALUES (@editionId, @office, @name, @rank, @bases, @budget, @copies, @start, @items, @guests)`,
  ).run({
    editionId,
    ...signer,
    bases: JSON.stringify(bases),
    budget,
    copies: JSON.stringify(copies),
    start: ceremony.start,
    items: ceremony.items && JSON.stringify(ceremony.items),
    guests: JSON.stringify(ceremony.guests),
  });
}

/** A round's event with its order: codes of regions, and the seed where it was drawn by lot. */
export type StoredEvent = EditionEvent;

interface EventRow extends Omit<StoredEvent, "inPerson" | "pauses" | "turns"> {
  inPerson: 0 | 1;
  pauses: string;
  turns: string | null;
}

export function findRoundEvent(db: ReadDb, roundId: number): StoredEvent | null {
  const row = statement<[number], EventRow>(
    db,
    `SELECT date, start, venue, presentation_minutes AS presentationMinutes,
      interview_minutes AS interviewMinutes, in_person AS inPerson, pauses, turns, lot FROM round_events WHERE round_id = ?`,
  ).get(roundId);
  return row
    ? {
        ...row,
        inPerson: row.inPerson === 1,
        pauses: JSON.parse(row.pauses),
        turns: JSON.parse(row.turns ?? "null"),
      }
    : null;
}

export function saveRoundEvent(
  db: WriteDb,
  roundId: number,
  { inPerson, pauses, turns, ...event }: StoredEvent,
): void {
  statement(
    db,
    `INSERT OR REPLACE INTO round_events (round_id, date, start, venue, presentation_minutes, interview_minutes, in_person,
      pauses, turns, lot)
     VALUES (@roundId, @date, @start, @venue, @presentationMinutes, @interviewMinutes, @inPerson, @pauses, @turns, @lot)`,
  ).run({
    roundId,
    ...event,
    inPerson: inPerson ? 1 : 0,
    pauses: JSON.stringify(pauses),
    turns: turns && JSON.stringify(turns),
  });
}
