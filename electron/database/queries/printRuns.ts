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
