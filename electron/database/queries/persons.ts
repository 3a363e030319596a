import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

export interface PersonDetails {
  person: string;
  nip: string | null;
  phone: string | null;
  email: string | null;
}

export function listDetails(db: ReadDb, editionId: number): PersonDetails[] {
  return statement<[number], PersonDetails>(
    db,
    "SELECT person, nip, phone, email FROM person_details WHERE edition_id = ?",
  ).all(editionId);
}

export function saveDetails(db: WriteDb, details: PersonDetails & { editionId: number }): void {
  statement(
    db,
    `INSERT INTO person_details (edition_id, person, nip, phone, email)
     VALUES (@editionId, @person, @nip, @phone, @email)
     ON CONFLICT (edition_id, person) DO UPDATE SET nip = excluded.nip, phone = excluded.phone,
      email = excluded.email, blanked_at = NULL`,
  ).run(details);
}

/** Takes away what is held on people who are no longer of the edition. */
export function deleteDetails(db: WriteDb, editionId: number, persons: readonly string[]): void {
  for (const person of persons) {
    statement(db, "DELETE FROM person_details WHERE edition_id = ? AND person = ?").run(editionId, person);
  }
}

/** Gives whose had something to blank. */
export function blankDetails(db: WriteDb, editionId: number, now: string): string[] {
  return statement<[string, number], string>(
    db,
    `UPDATE person_details SET nip = NULL, phone = NULL, email = NULL, blanked_at = ?
     WHERE edition_id = ? AND (nip IS NOT NULL OR phone IS NOT NULL OR email IS NOT NULL) RETURNING person`,
  )
    .pluck()
    .all(now, editionId);
}
