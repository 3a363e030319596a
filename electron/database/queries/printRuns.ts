import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

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

/** The PDF that a paper went out in: its SHA-256, and how many bytes it has. */
export interface IssuedFile {
  hash: string;
  bytes: number;
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
  run: Omit<PrintRun, "run" | "outcome"> & { file: IssuedFile | null },
): number {
  const { file, ...rest } = run;
  return statement<[object], { run: number }>(
    db,
    `INSERT INTO print_runs (edition_id, serial, run, at, actor, place, target, reason, pdf_hash, pdf_bytes)
     VALUES (@editionId, @serial,
      (SELECT count(*) + 1 FROM print_runs WHERE edition_id = @editionId AND serial = @serial),
      @at, @actor, @place, @target, @reason, @hash, @bytes) RETURNING run`,
  ).get({ editionId, ...rest, hash: file?.hash ?? null, bytes: file?.bytes ?? null })!.run;
}

/** The PDFs of a paper's own that it went out in, each once; none of the times that it went out with others. */
export function listIssuedFiles(db: ReadDb, editionId: number, serial: string): IssuedFile[] {
  return statement<[number, string], IssuedFile>(
    db,
    `SELECT DISTINCT pdf_hash AS hash, pdf_bytes AS bytes FROM print_runs
     WHERE edition_id = ? AND serial = ? AND pdf_hash IS NOT NULL AND pdf_bytes IS NOT NULL`,
  ).all(editionId, serial);
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
