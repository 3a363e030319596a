import { AppError, type Problem } from "../contract/errors.ts";
import type { ReadDb, WriteDb } from "../database/open.ts";
import { findAccount } from "../database/queries/accounts.ts";
import { deleteKeying, isSheetInForce, type Pass, saveKeying } from "../database/queries/keyings.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { keyingPath } from "../database/queries/proof.ts";
import { deleteScore, type EnteredVia, openSheet, setScore } from "../database/queries/sheets.ts";
import type { DecimalText } from "../domain/edition.ts";
import { factParts } from "../domain/facts.ts";
import {
  type KeyedCell,
  type KeyedSheet,
  cellOf,
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
export function clearOwnPass(act: KeyingAct, place: Omit<Place, "indicatorId">): void {
  const sheet = readSheet(act, place);
  const own = sheet && ownPassOf(sheet, act.account.id);
  if (!own) return;
  for (const [indicatorId, cell] of sheet.cells) {
    if (cell.passes[own] === null) continue;
    putTyped(act, { ...place, indicatorId }, cell, own, null);
    settle(act, { ...place, indicatorId }, cell);
  }
}

/** Empties both passes of a sheet and takes it out of force, to be typed anew. */
export function clearSheet(act: KeyingAct, place: Omit<Place, "indicatorId">): void {
  for (const [indicatorId, cell] of readSheet(act, place)?.cells ?? []) {
    const at = { ...place, indicatorId };
    if (cell.passes[1] === null && cell.passes[2] === null) continue;
    putTyped(act, at, cell, 1, null);
    putTyped(act, at, cell, 2, null);
    putScore(act, at, cell, null);
  }
}

export function readSheet(
  { db, at }: Pick<KeyingAct, "db" | "at">,
  { panelistId, entryId }: Omit<Place, "indicatorId">,
): KeyedSheet | undefined {
  return readKeyedSheets(db, at.round.id, panelistId).get(entryId);
}

/** Refuses whoever typed the sheet, under whatever account of the same name. */
export function refuseTypist(
  { db, at }: Pick<KeyingAct, "db" | "at">,
  place: Omit<Place, "indicatorId">,
  sheet: KeyedSheet,
  account: KeyingAct["account"],
): void {
  const typist = [...sheet.owners.values()].find((id) => isSamePerson(db, account, id));
  if (typist === undefined) return;
  throw new AppError(
    "FORBIDDEN",
    `${sheetName(db, at, place)} diketik ${nameOf(db, typist)} sendiri; yang memeriksanya harus orang lain.`,
  );
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
  { panelistId, entryId }: Omit<Place, "indicatorId">,
): string {
  const panelist =
    panelistId === null
      ? "meja sekretariat"
      : listPanelists(db, byKeys.editionId).find(({ id }) => id === panelistId)?.name;
  return `Lembar ${panelist} untuk ${entries.find(({ id }) => id === entryId)?.label}`;
}

/** Which pass of each sheet the operator types, or a refusal with every sheet that is already others'. */
function choosePasses(
  act: KeyingAct,
  changes: Place[],
  sheets: Map<number | null, Map<number, KeyedSheet>>,
): Map<string, Pass> {
  const passes = new Map<string, Pass>();
  const problems = new Map<string, Problem>();
  for (const place of changes) {
    const key = sheetKey(place);
    if (passes.has(key) || problems.has(key)) continue;
    const found = findPass(act, place, sheetOf(sheets.get(place.panelistId)!, place.entryId));
    if (typeof found === "number") passes.set(key, found);
    else problems.set(key, { path: sheetName(act.db, act.at, place), message: found });
  }
  if (problems.size > 0) throw refusal("FORBIDDEN", [...problems.values()], "lembar");
  return passes;
}

/** The operator's own pass or the first that is free; a sentence when others have them all. */
function findPass({ db, at, account, keying }: KeyingAct, place: Place, sheet: KeyedSheet): Pass | string {
  const own = ownPassOf(sheet, account.id);
  if (own !== null) return own;
  const name = sheetName(db, at, place);
  const owners = [...sheet.owners.values()];
  if (owners.some((id) => isSamePerson(db, account, id))) {
    return `${name} sudah diketik ${account.name} dengan akun lain; pengetik kedua harus orang lain.`;
  }
  const free = ([1, 2] as const).find((pass) => !sheet.owners.has(pass));
  if (keying === "double") {
    return (
      free ??
      `${name} sudah diketik dua kali, oleh ${owners.map((id) => nameOf(db, id)).join(" dan ")}; pengetik ketiga tidak dapat mengubahnya.`
    );
  }
  if (free === 1) return free;
  return `${name} sudah diketik ${nameOf(db, sheet.owners.get(1)!)}; orang lain tidak dapat mengubahnya. Minta verifikator mengembalikannya bila harus diketik ulang.`;
}

/** A typed cell decides anew what is in force: what both read, or, where one must accept it, nothing yet. */
function settle(act: KeyingAct, place: Place, cell: KeyedCell): void {
  const { 1: first, 2: second } = cell.passes;
  const agreed = act.keying === "double" && first !== null && first.value === second?.value;
  putScore(act, place, cell, agreed ? first.value : null);
}

function putTyped(act: KeyingAct, place: Place, cell: KeyedCell, pass: Pass, typed: Typed | null): void {
  const { db, at, savedAt, record } = act;
  const old = cell.passes[pass];
  if (old === null && typed === null) return;
  const sheetId = openSheet(db, at.round.id, place.entryId, place.panelistId);
  if (typed === null) deleteKeying(db, sheetId, place.indicatorId, pass);
  else saveKeying(db, sheetId, { indicatorId: place.indicatorId, pass, ...typed }, savedAt);
  cell.passes[pass] = typed;
  record([{ subject: keyingPath(pathOf(at, place), pass), old: typedFact(old), new: typedFact(typed) }]);
}

/** Puts a value in force, or takes it out. */
export function putScore(act: KeyingAct, place: Place, cell: KeyedCell, value: DecimalText | null): void {
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

function sheetKey({ panelistId, entryId }: Omit<Place, "indicatorId">): string {
  return `${panelistId ?? 0}:${entryId}`;
}

function isSamePerson(db: ReadDb, account: KeyingAct["account"], otherId: number): boolean {
  const same = (a: string, b: string) => a.localeCompare(b, "id", { sensitivity: "accent" }) === 0;
  return account.id === otherId || same(account.name, nameOf(db, otherId));
}

function nameOf(db: ReadDb, accountId: number): string {
  return findAccount(db, accountId)?.name ?? "akun lain";
}
