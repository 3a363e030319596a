import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

/** A paper whose PDF left the application with a serial: saved, printed or ticked as printed. */
export interface StoredPrint {
  key: string;
  serial: string;
  /** Round id → version of the sealed result it was made from; empty where it shows none. */
  versions: Record<string, number>;
  /** Null of what went out before there was a register. */
  title: string | null;
  /** Hash of what is on it; null as the title. */
  content: string | null;
  issuedAt: string;
  revokedAt: string | null;
  revokedWhy: string | null;
  /** How many pages went out; null of what went out before each had its code, and of sheets that share one. */
  pages: number | null;
  /** When, by whom and how its code was read off the sheet, of several pages the last that lacked. */
  seenAt: string | null;
  seenBy: string | null;
  seenHow: SeenHow | null;
  /** The number it carries; null where it has none, and of what went out before the register kept it. */
  number: string | null;
  /** The rounds whose result it shows, sealed or not; of what went out before they were kept those of its versions. */
  restsOn: number[];
  /** False where all that is known of it was cancelled in the print dialog, or failed. */
  wentOut: boolean;
}

/** A hand scanner, a camera, a scan or photo that was dropped, or the serial typed off the paper. */
export type SeenHow = "scanner" | "camera" | "file" | "typed";

type Row = Omit<StoredPrint, "versions" | "restsOn" | "wentOut"> & {
  versions: string;
  restsOn: string | null;
  wentOut: 0 | 1;
};

const ownRuns = "print_runs WHERE edition_id = prints.edition_id AND serial = prints.serial";
const live = "(outcome IS NULL OR outcome = 'sent')";
const select = `SELECT key, serial, versions, title, content, issued_at AS issuedAt, revoked_at AS revokedAt,
  revoked_why AS revokedWhy, seen_at AS seenAt, seen_by AS seenBy, seen_how AS seenHow, pages, number,
  rests_on AS restsOn, seen_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM ${ownRuns})
    OR EXISTS (SELECT 1 FROM ${ownRuns} AND ${live}) AS wentOut FROM prints`;

/** What went out last first, also where it had gone out before. */
export function listPrints(db: ReadDb, editionId: number): StoredPrint[] {
  const lastOut = `coalesce((SELECT max(at) FROM ${ownRuns} AND ${live}), issued_at)`;
  return statement<[number], Row>(db, `${select} WHERE edition_id = ? ORDER BY ${lastOut} DESC, id DESC`)
    .all(editionId)
    .map(fromRow);
}

export function findPrint(db: ReadDb, editionId: number, serial: string): StoredPrint | null {
  const row = statement<[number, string], Row>(db, `${select} WHERE edition_id = ? AND serial = ?`).get(
    editionId,
    serial,
  );
  return row ? fromRow(row) : null;
}

/** The title of another edition in which a paper with this serial went out. */
export function findEditionOfSerial(db: ReadDb, serial: string, except: number): string | null {
  return (
    statement<[string, number], { title: string }>(
      db,
      `SELECT editions.title || ' (' || editions.year || ')' AS title FROM prints JOIN editions ON editions.id = edition_id
       WHERE serial = ? AND edition_id <> ? ORDER BY prints.id LIMIT 1`,
    ).get(serial, except)?.title ?? null
  );
}

/**
 * A paper made again from the same version with the same content keeps its serial, and the moment it first went out. How
 * many pages it has is as it last went out.
 */
export function savePrint(
  db: WriteDb,
  editionId: number,
  print: Pick<
    StoredPrint,
    "key" | "serial" | "versions" | "issuedAt" | "title" | "content" | "pages" | "number" | "restsOn"
  >,
): void {
  statement(
    db,
    `INSERT INTO prints (edition_id, key, serial, versions, title, content, pages, number, rests_on, issued_at)
     VALUES (@editionId, @key, @serial, @versions, @title, @content, @pages, @number, @restsOn, @issuedAt)
     ON CONFLICT (edition_id, serial) DO UPDATE SET pages = coalesce(excluded.pages, pages)`,
  ).run({
    editionId,
    ...print,
    versions: JSON.stringify(print.versions),
    restsOn: JSON.stringify(print.restsOn),
  });
}

export function revokePrint(db: WriteDb, editionId: number, serial: string, now: string, why: string): void {
  statement(
    db,
    "UPDATE prints SET revoked_at = ?, revoked_why = ? WHERE edition_id = ? AND serial = ? AND revoked_at IS NULL",
  ).run(now, why, editionId, serial);
}

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

/** One time that a paper went out. */
export interface PrintRun {
  serial: string;
  /** 1 is the first. */
  run: number;
  at: string;
  /** Whose account; null where nobody was signed in. */
  actor: string | null;
  /** The window: "jendela 2". */
  place: string;
  /** Where to: a printer as far as it is known, or a saved file. */
  target: string;
  /** Why again; null of the first. */
  reason: string | null;
  /** What the print dialog answered, or whoever saw it; null of a saved file, and while nothing is known. */
  outcome: PrintOutcome | null;
}

export type PrintOutcome = "sent" | "cancelled" | "failed";

/** In the order of the serials, each from its first time on. */
export function listPrintRuns(db: ReadDb, editionId: number): PrintRun[] {
  return statement<[number], PrintRun>(
    db,
    "SELECT serial, run, at, actor, place, target, reason, outcome FROM print_runs WHERE edition_id = ? ORDER BY serial, run",
  ).all(editionId);
}

/** Counted on from the times it went out before; says which time this is. */
export function insertPrintRun(
  db: WriteDb,
  editionId: number,
  run: Omit<PrintRun, "run" | "outcome">,
): number {
  return statement<[object], { run: number }>(
    db,
    `INSERT INTO print_runs (edition_id, serial, run, at, actor, place, target, reason)
     VALUES (@editionId, @serial,
      (SELECT count(*) + 1 FROM print_runs WHERE edition_id = @editionId AND serial = @serial),
      @at, @actor, @place, @target, @reason) RETURNING run`,
  ).get({ editionId, ...run })!.run;
}

/** What became of one time that a paper was sent to a printer, where nothing is known of it yet; false where it is. */
export function settlePrintRun(
  db: WriteDb,
  editionId: number,
  { serial, run, outcome }: { serial: string; run: number; outcome: PrintOutcome },
): boolean {
  return (
    statement(
      db,
      "UPDATE print_runs SET outcome = ? WHERE edition_id = ? AND serial = ? AND run = ? AND outcome IS NULL",
    ).run(outcome, editionId, serial, run).changes > 0
  );
}

/** Where a number stands on a paper that went out in another edition of the same year; sample data apart. */
export function listNumbersElsewhere(
  db: ReadDb,
  editionId: number,
): { number: string; key: string; title: string | null; edition: string }[] {
  return statement<[number], { number: string; key: string; title: string | null; edition: string }>(
    db,
    `SELECT prints.number, prints.key, prints.title, editions.title || ' (' || editions.year || ')' AS edition
     FROM prints JOIN editions ON editions.id = edition_id JOIN editions AS own ON own.id = ?
     WHERE number IS NOT NULL AND editions.id <> own.id AND editions.year = own.year AND editions.sample = own.sample`,
  ).all(editionId);
}

function fromRow(row: Row): StoredPrint {
  const versions = JSON.parse(row.versions) as Record<string, number>;
  const restsOn =
    row.restsOn === null ? Object.keys(versions).map(Number) : (JSON.parse(row.restsOn) as number[]);
  return { ...row, versions, restsOn, wentOut: row.wentOut === 1 };
}
