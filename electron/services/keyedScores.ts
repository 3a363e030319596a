import { AppError, type Problem } from "../contract/errors.ts";
import type { ReadDb, WriteDb } from "../database/open.ts";
import { deleteKeying, isSheetInForce, type Pass, saveKeying } from "../database/queries/keyings.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { keyingPath } from "../database/queries/proof.ts";
import { deleteScore, type EnteredVia, openSheet, setScore } from "../database/queries/sheets.ts";
import type { DecimalText } from "../domain/edition.ts";
import { canonicalDecimal } from "../domain/exact.ts";
import { factParts } from "../domain/facts.ts";
import {
  cellOf,
  isDifferent,
  isOpenCell,
  type KeyedCell,
  type KeyedSheet,
  ownPassOf,
  readKeyedSheets,
  sheetOf,
  shownValue,
  type TwoHanded,
  type Typed,
} from "./keyedSheets.ts";
import type { Record } from "./ledgerWriting.ts";
import type { RoundAtWork } from "./roundAtWork.ts";
import { checkScores, pathOf, type Place, refusal, type SaveOutcome, type ScoreToSave } from "./scores.ts";
import type { Session } from "./session.ts";
import { findPass, refuseOwnTyping } from "./typists.ts";

/** One sheet of a round. */
export type SheetPlace = Omit<Place, "indicatorId">;

/** One act on typed sheets: where, by whom, and how it gets into the ledger. */
export interface KeyingAct {
  db: WriteDb;
  at: RoundAtWork;
  account: NonNullable<Session["account"]>;
  keying: TwoHanded;
  savedAt: string;
  via: EnteredVia;
  record: Record;
}

/** A typed value as somebody looked at it. */
interface Seen {
  indicatorId: number;
  value: DecimalText;
}

/**
 * Saves what one operator typed, all or none. `double`: a score is in force while both passes have it; `confirm`:
 * only once it is accepted. Run inside a command.
 */
export function typeScores(act: KeyingAct, scores: ScoreToSave[]): SaveOutcome {
  const { db, at, account } = act;
  const panelists = new Set(scores.map(({ panelistId }) => panelistId));
  const sheets = new Map([...panelists].map((id) => [id, readKeyedSheets(db, at.round.id, id)]));
  const changes = checkScores(at, scores, ({ panelistId, entryId, indicatorId }) =>
    shownValue(at, sheets.get(panelistId)?.get(entryId), indicatorId, account.id),
  );
  const passes = choosePasses(act, changes, sheets);
  refuseSettled(act, changes, sheets);
  for (const { value, panelistId, entryId, indicatorId } of changes) {
    const cell = cellOf(sheetOf(sheets.get(panelistId)!, entryId), indicatorId);
    const pass = passes.get(sheetKey({ panelistId, entryId }))!;
    const place = { panelistId, entryId, indicatorId };
    putTyped(act, place, cell, pass, value === null ? null : { value, accountId: account.id });
    settle(act, place, cell);
  }
  return { changed: changes.length, unchanged: scores.length - changes.length };
}

/** Empties the operator's own pass of a sheet; what it kept in force is so no longer. */
export function clearOwnPass(act: KeyingAct, place: SheetPlace): void {
  const sheet = readSheet(act, place);
  const own = ownPassOf(sheet, act.account.id);
  if (own === null) return;
  if ([...sheet.cells.values()].some((cell) => settledWords(cell) !== null)) {
    throw new AppError(
      "FORBIDDEN",
      `${sheetName(act.db, act.at, place)} sudah dibandingkan dengan ketikan lain atau diterima, jadi tidak dapat dikosongkan sendiri. Mintalah verifikator mengembalikan lembarnya.`,
    );
  }
  for (const [indicatorId, cell] of sheet.cells) {
    if (cell.passes[own] === null) continue;
    putTyped(act, { ...place, indicatorId }, cell, own, null);
    settle(act, { ...place, indicatorId }, cell);
  }
}

/** Takes a sheet out of force and empties both passes, to be typed anew. */
export function clearSheet(act: KeyingAct, place: SheetPlace): void {
  const sheet = readSheet(act, place);
  refuseTypist(act, place, sheet);
  if (sheet.owners.size === 0) throw notTyped(act, place);
  for (const [indicatorId, cell] of sheet.cells) {
    const at = { ...place, indicatorId };
    if (cell.passes[1] === null && cell.passes[2] === null) continue;
    putTyped(act, at, cell, 1, null);
    putTyped(act, at, cell, 2, null);
    putScore(act, at, cell, null);
  }
}

/** Puts a whole sheet in force as its one operator typed it. `seen` is what was held against the paper. */
export function acceptSheet(act: KeyingAct, place: SheetPlace, seen: Seen[] | undefined): void {
  const { db, at } = act;
  const sheet = readSheet(act, place);
  refuseTypist(act, place, sheet);
  if (sheet.owners.size === 0) throw notTyped(act, place);
  const { indicators } = at.round;
  const given = indicators.filter(({ id }) => {
    const cell = sheet.cells.get(id);
    return cell && (cell.score !== null || isOpenCell(cell));
  });
  if (given.length < indicators.length) {
    throw new AppError(
      "NOT_READY",
      `${sheetName(db, at, place)} baru berisi ${given.length} dari ${indicators.length} nilai. Terima setelah lengkap.`,
    );
  }
  const open = [...sheet.cells].filter(([, cell]) => isOpenCell(cell));
  if (open.length === 0) {
    throw new AppError("CONFLICT", `${sheetName(db, at, place)} sudah diterima.`);
  }
  const looked =
    seen && new Map(seen.map(({ indicatorId, value }) => [indicatorId, canonicalDecimal(value)]));
  for (const [indicatorId, cell] of open) {
    const { value } = cell.passes[1]!;
    if (looked && looked.get(indicatorId) !== value) throw typedAnew(act, place);
    putScore(act, { ...place, indicatorId }, cell, value);
  }
}

/** Puts one of two different readings in force; both stay as they were typed. */
export function resolveCell(
  act: KeyingAct,
  {
    indicatorId,
    pass,
    value,
    ...place
  }: SheetPlace & { indicatorId: number; pass: Pass; value?: DecimalText | undefined },
): void {
  const { db, at } = act;
  const sheet = readSheet(act, place);
  refuseTypist(act, place, sheet);
  const indicator = at.round.indicators.find(({ id }) => id === indicatorId);
  const cell = sheet.cells.get(indicatorId);
  const chosen = cell?.passes[pass];
  if (!indicator || !cell || !chosen || !isDifferent(cell)) {
    throw new AppError(
      "CONFLICT",
      `${sheetName(db, at, place)}: tidak ada (lagi) dua ketikan yang berbeda di sel ini. Muat ulang perbedaannya.`,
    );
  }
  if (value !== undefined && canonicalDecimal(value) !== chosen.value) throw typedAnew(act, place);
  putScore(act, { ...place, indicatorId }, cell, chosen.value);
}

export function readSheet(
  { db, at }: Pick<KeyingAct, "db" | "at">,
  { panelistId, entryId }: SheetPlace,
): KeyedSheet {
  return sheetOf(readKeyedSheets(db, at.round.id, panelistId), entryId);
}

/** Refuses whoever typed the sheet. */
export function refuseTypist(
  { db, at, account }: Pick<KeyingAct, "db" | "at" | "account">,
  place: SheetPlace,
  sheet: KeyedSheet,
): void {
  refuseOwnTyping(db, account, { sheet, name: () => sheetName(db, at, place) });
}

/** Whether a ledger subject is what was typed of a sheet that is not, or not wholly, in force. */
export function isUnsettled(db: ReadDb, editionId: number, subject: string): boolean {
  if (!subject.startsWith("ketikan/")) return false;
  const [, category = "", round = "", sheet = "", entry = ""] = factParts(subject);
  const panelist = sheet === "meja" ? null : sheet.slice("p:".length);
  return !isSheetInForce(db, editionId, { category, round, panelist, entry });
}

/** "Lembar Dr. A untuk Kabupaten Magetan". */
export function sheetName(
  db: ReadDb,
  { byKeys, entries }: RoundAtWork,
  { panelistId, entryId }: SheetPlace,
): string {
  const panelist =
    panelistId === null
      ? "meja sekretariat"
      : listPanelists(db, byKeys.editionId).find(({ id }) => id === panelistId)?.name;
  return `Lembar ${panelist} untuk ${entries.find(({ id }) => id === entryId)?.label}`;
}

/**
 * What two have typed, or a second has accepted, is no longer one operator's: else a difference would be typed away
 * until it is gone, and a decided value undone by one keystroke.
 */
function refuseSettled(
  { db, at }: KeyingAct,
  changes: Place[],
  sheets: Map<number | null, Map<number, KeyedSheet>>,
): void {
  const problems = changes.flatMap((place): Problem[] => {
    const cell = sheets.get(place.panelistId)?.get(place.entryId)?.cells.get(place.indicatorId);
    const words = cell ? settledWords(cell) : null;
    if (words === null) return [];
    const indicator = at.round.indicators.find(({ id }) => id === place.indicatorId)?.name;
    const path = `${sheetName(db, at, place)} · ${indicator}`;
    return [{ path, message: `${sheetName(db, at, place)}, ${indicator}: ${words}` }];
  });
  if (problems.length > 0) throw refusal("FORBIDDEN", problems);
}

/** Why an operator changes a cell no more; null while only one has typed it. */
function settledWords(cell: KeyedCell): string | null {
  const { 1: first, 2: second } = cell.passes;
  if (isDifferent(cell)) return "kedua ketikannya berbeda, dan verifikator yang memutuskannya dari kertas.";
  if (cell.score === null || (first === null && second === null)) return null;
  return "nilainya sudah berlaku. Mintalah verifikator mengembalikan lembarnya bila keliru.";
}

/** Which pass of each sheet the operator types, or a refusal with every sheet that is already others'. */
function choosePasses(
  { db, at, account, keying }: KeyingAct,
  changes: Place[],
  sheets: Map<number | null, Map<number, KeyedSheet>>,
): Map<string, Pass> {
  const passes = new Map<string, Pass>();
  const problems = new Map<string, Problem>();
  for (const place of changes) {
    const key = sheetKey(place);
    if (passes.has(key) || problems.has(key)) continue;
    const name = () => sheetName(db, at, place);
    const sheet = sheetOf(sheets.get(place.panelistId)!, place.entryId);
    const found = findPass(db, account, keying, { sheet, name });
    if (typeof found === "number") passes.set(key, found);
    else problems.set(key, { path: name(), message: found });
  }
  if (problems.size > 0) throw refusal("FORBIDDEN", [...problems.values()], "lembar");
  return passes;
}

function typedAnew({ db, at }: KeyingAct, place: SheetPlace): AppError {
  return new AppError(
    "CONFLICT",
    `${sheetName(db, at, place)} diketik ulang sementara Anda memeriksanya. Periksa lagi dengan kertasnya.`,
  );
}

function notTyped({ db, at }: KeyingAct, place: SheetPlace): AppError {
  return new AppError("NOT_READY", `${sheetName(db, at, place)} belum diketik.`);
}

/** A typed cell decides anew what is in force: what both read, or, where one must accept it, nothing yet. */
function settle(act: KeyingAct, place: Place, cell: KeyedCell): void {
  const { 1: first, 2: second } = cell.passes;
  const agreed = act.keying === "double" && first !== null && first.value === second?.value;
  putScore(act, place, cell, agreed ? first.value : null);
}

function putTyped(act: KeyingAct, place: Place, cell: KeyedCell, pass: Pass, typed: Typed | null): void {
  const { db, at, record } = act;
  const old = cell.passes[pass];
  if (old === null && typed === null) return;
  const sheetId = openSheet(db, at.round.id, place.entryId, place.panelistId);
  if (typed === null) deleteKeying(db, sheetId, place.indicatorId, pass);
  else saveKeying(db, sheetId, { indicatorId: place.indicatorId, pass, ...typed });
  cell.passes[pass] = typed;
  record([{ subject: keyingPath(pathOf(at, place), pass), old: typedFact(old), new: typedFact(typed) }]);
}

/** Puts a value in force, or takes it out. */
function putScore(act: KeyingAct, place: Place, cell: KeyedCell, value: DecimalText | null): void {
  const { db, at, savedAt, via, record } = act;
  const old = cell.score;
  if (old === value) return;
  const sheetId = openSheet(db, at.round.id, place.entryId, place.panelistId);
  if (value === null) deleteScore(db, sheetId, place.indicatorId);
  else setScore(db, sheetId, place.indicatorId, value, Date.parse(savedAt), via);
  cell.score = value;
  record([{ subject: pathOf(at, place), old, new: value }]);
}

function typedFact(typed: Typed | null) {
  return typed && { value: typed.value, account: typed.accountId };
}

function sheetKey({ panelistId, entryId }: SheetPlace): string {
  return `${panelistId ?? 0}:${entryId}`;
}
