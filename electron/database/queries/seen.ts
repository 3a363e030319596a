import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

/** A hand scanner, a camera, a scan or photo that was dropped, or the serial typed off the paper. */
export type SeenHow = "scanner" | "camera" | "file" | "typed";

/** That the whole paper was seen. */
export function saveSeen(
  db: WriteDb,
  editionId: number,
  serial: string,
  seen: { at: string; by: string | null; how: SeenHow },
): void {
  statement(
    db,
    "UPDATE prints SET seen_at = ?, seen_by = ?, seen_how = ? WHERE edition_id = ? AND serial = ?",
  ).run(seen.at, seen.by, seen.how, editionId, serial);
}

/** Takes back that a paper was seen, with all of its pages. */
export function forgetSeen(db: WriteDb, editionId: number, serial: string): void {
  statement(
    db,
    "UPDATE prints SET seen_at = NULL, seen_by = NULL, seen_how = NULL WHERE edition_id = ? AND serial = ?",
  ).run(editionId, serial);
  statement(db, "DELETE FROM seen_pages WHERE edition_id = ? AND serial = ?").run(editionId, serial);
}

/** A page of a paper of several, whose code was read off the sheet. */
export interface SeenPage {
  serial: string;
  /** From 1. */
  page: number;
  seenAt: string;
  seenBy: string | null;
  seenHow: SeenHow | null;
}

/** In the order of the serials and their pages. */
export function listSeenPages(db: ReadDb, editionId: number): SeenPage[] {
  return statement<[number], SeenPage>(
    db,
    `SELECT serial, page, seen_at AS seenAt, seen_by AS seenBy, seen_how AS seenHow FROM seen_pages
     WHERE edition_id = ? ORDER BY serial, page`,
  ).all(editionId);
}

/** Notes a page with how many its paper has, where that is not known from when it went out. */
export function insertSeenPage(
  db: WriteDb,
  editionId: number,
  { of, ...seen }: SeenPage & { of: number },
): void {
  statement(
    db,
    `INSERT INTO seen_pages (edition_id, serial, page, seen_at, seen_by, seen_how)
     VALUES (@editionId, @serial, @page, @seenAt, @seenBy, @seenHow)`,
  ).run({ editionId, ...seen });
  statement(db, "UPDATE prints SET pages = ? WHERE edition_id = ? AND serial = ? AND pages IS NULL").run(
    of,
    editionId,
    seen.serial,
  );
}
