import type { Keying } from "../database/queries/security.ts";
import { listPanelistKeyings, type Pass } from "../database/queries/keyings.ts";
import { listPanelistScores } from "../database/queries/sheets.ts";
import type { ReadDb } from "../database/open.ts";
import type { DecimalText } from "../domain/edition.ts";
import type { RoundAtWork } from "./roundAtWork.ts";

export interface Typed {
  value: DecimalText;
  accountId: number;
}

/** A cell as each pass has it, and what is in force; null: nothing. */
export interface KeyedCell {
  passes: Record<Pass, Typed | null>;
  score: DecimalText | null;
}

/** A sheet as it was typed: cells by indicator id, and whose its passes are. */
export interface KeyedSheet {
  cells: Map<number, KeyedCell>;
  owners: Map<Pass, number>;
}

/** A round whose values take two people. */
export type TwoHanded = Exclude<Keying, "single">;

/** The sheets of one panelist (null: the desk) in a round, by entry id; those never typed are absent. */
export function readKeyedSheets(
  db: ReadDb,
  roundId: number,
  panelistId: number | null,
): Map<number, KeyedSheet> {
  const sheets = new Map<number, KeyedSheet>();
  for (const { entryId, indicatorId, value } of listPanelistScores(db, roundId, panelistId)) {
    cellOf(sheetOf(sheets, entryId), indicatorId).score = value;
  }
  for (const { entryId, indicatorId, pass, value, accountId } of listPanelistKeyings(
    db,
    roundId,
    panelistId,
  )) {
    const sheet = sheetOf(sheets, entryId);
    sheet.owners.set(pass, accountId);
    cellOf(sheet, indicatorId).passes[pass] = { value, accountId };
  }
  return sheets;
}

export function sheetOf(sheets: Map<number, KeyedSheet>, entryId: number): KeyedSheet {
  let sheet = sheets.get(entryId);
  if (!sheet) sheets.set(entryId, (sheet = { cells: new Map(), owners: new Map() }));
  return sheet;
}

export function cellOf({ cells }: KeyedSheet, indicatorId: number): KeyedCell {
  let cell = cells.get(indicatorId);
  if (!cell) cells.set(indicatorId, (cell = { passes: { 1: null, 2: null }, score: null }));
  return cell;
}

/** Typed, and not (or no longer) in force. */
export function isOpenCell({ passes, score }: KeyedCell): boolean {
  return score === null && (passes[1] !== null || passes[2] !== null);
}

export function isDifferent({ passes, score }: KeyedCell): boolean {
  return score === null && passes[1] !== null && passes[2] !== null && passes[1].value !== passes[2].value;
}

/**
 * What somebody may see in a cell: what they typed themselves. What is in force is shown to others only where it was
 * never typed, or once the whole sheet is in force, so that nobody types what another has read.
 */
export function shownValue(
  { round }: Pick<RoundAtWork, "round">,
  sheet: KeyedSheet | undefined,
  indicatorId: number,
  accountId: number,
): DecimalText | null {
  const cell = sheet?.cells.get(indicatorId);
  if (!sheet || !cell) return null;
  const { 1: first, 2: second } = cell.passes;
  const own = [first, second].find((typed) => typed?.accountId === accountId);
  if (own) return own.value;
  // One's own pass is as empty as one left it, even where the other has gone on.
  if (ownPassOf(sheet, accountId) !== null) return first || second ? null : cell.score;
  const untyped = first === null && second === null;
  return untyped || round.indicators.every(({ id }) => (sheet.cells.get(id)?.score ?? null) !== null)
    ? cell.score
    : null;
}

/** The pass somebody has on a sheet, or null. */
export function ownPassOf({ owners }: KeyedSheet, accountId: number): Pass | null {
  for (const [pass, owner] of owners) if (owner === accountId) return pass;
  return null;
}
