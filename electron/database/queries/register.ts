import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";
import type { SeenHow } from "./seen.ts";

/** A paper whose PDF left the application with a serial: saved or printed. */
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
  /** How many pages went out; null of what went out before each had its code. */
  pages: number | null;
  /** When, by whom and how its code was read off the sheet, of several pages the last that lacked. */
  seenAt: string | null;
  seenBy: string | null;
  seenHow: SeenHow | null;
  /** The number it carries; null where it has none, and of what went out before the register kept it. */
  number: string | null;
  /** The rounds whose result it shows, sealed or not; of what went out before they were kept those of its versions. */
  restsOn: number[];
  /** When and by whom it was noted that sheets which are no longer right were taken back. */
  withdrawnAt: string | null;
  withdrawnBy: string | null;
  /** "docx": to be edited further; its serial stands on no sheet. */
  form: "pdf" | "docx";
  /** False where all that is known of it was cancelled in the print dialog, or failed. */
  wentOut: boolean;
}

type Row = Omit<StoredPrint, "versions" | "restsOn" | "wentOut"> & {
  versions: string;
  restsOn: string | null;
  wentOut: 0 | 1;
};

const ownRuns = "print_runs WHERE edition_id = prints.edition_id AND serial = prints.serial";
const live = "(outcome IS NULL OR outcome = 'sent')";
const select = `SELECT key, serial, versions, title, content, issued_at AS issuedAt, revoked_at AS revokedAt,
  revoked_why AS revokedWhy, seen_at AS seenAt, seen_by AS seenBy, seen_how AS seenHow, pages, number, form,
  withdrawn_at AS withdrawnAt, withdrawn_by AS withdrawnBy,
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
 * many pages it has is as it last went out, and it has sheets again.
 */
export function savePrint(
  db: WriteDb,
  editionId: number,
  print: Pick<
    StoredPrint,
    "key" | "serial" | "versions" | "issuedAt" | "title" | "content" | "pages" | "number" | "restsOn" | "form"
  >,
): void {
  statement(
    db,
    `INSERT INTO prints (edition_id, key, serial, versions, title, content, pages, number, rests_on, form, issued_at)
     VALUES (@editionId, @key, @serial, @versions, @title, @content, @pages, @number, @restsOn, @form, @issuedAt)
     ON CONFLICT (edition_id, serial) DO UPDATE SET pages = coalesce(excluded.pages, pages),
      withdrawn_at = NULL, withdrawn_by = NULL`,
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

export function withdrawPrint(
  db: WriteDb,
  editionId: number,
  serial: string,
  { at, by }: { at: string; by: string | null },
): void {
  statement(
    db,
    "UPDATE prints SET withdrawn_at = ?, withdrawn_by = ? WHERE edition_id = ? AND serial = ?",
  ).run(at, by, editionId, serial);
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
