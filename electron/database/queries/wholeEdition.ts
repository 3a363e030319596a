import type { Edition, EditionEvent, Round, Sheet } from "../../domain/edition.ts";
import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";
import { insertAward, insertCategory, insertEntry, listAwards, listCategories } from "./categories.ts";
import { insertDecision } from "./decisions.ts";
import { findEdition, insertEditionRow } from "./editions.ts";
import { findOffice, findRoundEvent, saveOffice, saveRoundEvent } from "./office.ts";
import { insertPanelist, listPanelists } from "./panelists.ts";
import { insertRegion, listRegions } from "./regions.ts";
import { insertRecusal, insertRound } from "./rounds.ts";
import { type CategoryByKeys, findCategoryByKeys } from "./rules.ts";
import { setScore } from "./sheets.ts";

/** Everything of an edition as the edition file has it, or null. */
export function findWholeEdition(
  db: ReadDb,
  editionId: number,
  { withScores }: { withScores: boolean } = { withScores: true },
): Edition | null {
  const row = findEdition(db, editionId);
  if (!row) return null;
  const categories = listCategories(db, editionId);
  const keyOf = new Map(categories.map(({ id, key }) => [id, key]));
  const { sample, year, title, theme, organiser, venue, ceremonyDate, signatory } = row;
  return {
    sample,
    year,
    title,
    theme,
    organiser,
    venue,
    ceremonyDate,
    signatory,
    regions: listRegions(db, editionId).map(({ code, type, name, head, agency }) => ({
      code,
      type,
      name,
      head,
      agency,
    })),
    panelists: listPanelists(db, editionId).map(({ key, name, gelar, institution }) => ({
      id: key,
      name,
      ...(gelar && { gelar }),
      institution,
    })),
    categories: categories.map(({ id }) => {
      const byKeys = findCategoryByKeys(db, id)!;
      const rounds = byKeys.rounds.map(({ id: roundId, round }) => ({
        ...round,
        scores: withScores ? listSheets(db, roundId, byKeys) : [],
      }));
      return { ...byKeys.category, rounds };
    }),
    awards: listAwards(db, editionId).map(({ key, categoryId, places, name, recipient }) => ({
      id: key,
      category: keyOf.get(categoryId)!,
      places,
      name,
      recipient,
    })),
  };
}

/**
 * A whole edition with what papers need besides: the office's details and the rounds' events. Apart from
 * `findWholeEdition`, since what is hashed of an edition rests on that and not on these.
 */
export function findWholeEditionWithOffice(
  db: ReadDb,
  editionId: number,
  options: { withScores: boolean } = { withScores: true },
): Edition | null {
  const edition = findWholeEdition(db, editionId, options);
  if (!edition) return null;
  const roundIds = listCategories(db, editionId).map(({ rounds }) => rounds.map(({ id }) => id));
  return {
    ...edition,
    office: findOffice(db, editionId),
    categories: edition.categories.map((category, place) => ({
      ...category,
      rounds: category.rounds.map((round, index) => ({
        ...round,
        event: round.kind === "panel" ? findEventOf(db, roundIds[place]![index]!, category.entries) : null,
      })),
    })),
  };
}

/** A region that left the category keeps its place in what is stored, in case it comes back; a file knows it no more. */
function findEventOf(db: ReadDb, roundId: number, entries: readonly string[]): EditionEvent | null {
  const event = findRoundEvent(db, roundId);
  return event && { ...event, turns: event.turns && event.turns.filter((code) => entries.includes(code)) };
}

/** Writes a whole edition, all ids new. Run inside a transaction. */
export function insertWholeEdition(db: WriteDb, edition: Edition, now: string): number {
  const editionId = insertEditionRow(db, edition, now);
  if (edition.office) saveOffice(db, editionId, edition.office);
  const regionIds = new Map(
    edition.regions.map((region) => [region.code, insertRegion(db, editionId, region)]),
  );
  const panelistIds = new Map(
    edition.panelists.map(({ id, name, gelar, institution }) => [
      id,
      insertPanelist(db, editionId, { key: id, name, gelar, institution }),
    ]),
  );
  const categoryIds = new Map<string, number>();
  for (const category of edition.categories) {
    const categoryId = insertCategory(db, editionId, category.id, category.name);
    categoryIds.set(category.id, categoryId);
    const entryIds = new Map(
      category.entries.map((code, position) => [
        code,
        insertEntry(db, categoryId, regionIds.get(code)!, position),
      ]),
    );
    for (const round of category.rounds) insertWholeRound(db, categoryId, round, entryIds, panelistIds, now);
  }
  for (const { id, category, name, places, recipient } of edition.awards) {
    insertAward(db, editionId, { key: id, categoryId: categoryIds.get(category)!, name, places, recipient });
  }
  return editionId;
}

function insertWholeRound(
  db: WriteDb,
  categoryId: number,
  round: Round,
  entryIds: Map<string, number>,
  panelistIds: Map<string, number>,
  now: string,
): void {
  const rules = {
    ...round,
    panel: round.panel.map((key) => panelistIds.get(key)!),
    indicators: round.indicators.map(({ id, ...indicator }) => ({ key: id, ...indicator })),
  };
  const roundId = insertRound(db, categoryId, round.id, rules);
  if (round.event) saveRoundEvent(db, roundId, round.event);
  for (const { panelist, entry, reason } of round.recusals) {
    insertRecusal(db, {
      roundId,
      panelistId: panelistIds.get(panelist)!,
      entryId: entryIds.get(entry)!,
      reason,
    });
  }
  for (const { entries, order, reason } of round.decisions) {
    const ids = (codes: string[]) => codes.map((code) => entryIds.get(code)!);
    insertDecision(db, { roundId, entries: ids(entries), order: ids(order), reason, decidedAt: now });
  }
  insertSheets(db, roundId, round.scores, entryIds, panelistIds, Date.parse(now));
}

function insertSheets(
  db: WriteDb,
  roundId: number,
  sheets: Sheet[],
  entryIds: Map<string, number>,
  panelistIds: Map<string, number>,
  enteredAt: number,
): void {
  const indicatorIds = new Map(
    statement<[number], { id: number; key: string }>(db, "SELECT id, key FROM indicators WHERE round_id = ?")
      .all(roundId)
      .map(({ id, key }) => [key, id]),
  );
  const insertSheet = statement(db, "INSERT INTO sheets (round_id, entry_id, panelist_id) VALUES (?, ?, ?)");
  for (const { entry, panelist, values } of sheets) {
    const panelistId = panelist === null ? null : panelistIds.get(panelist)!;
    const sheetId = Number(insertSheet.run(roundId, entryIds.get(entry)!, panelistId).lastInsertRowid);
    for (const [key, value] of Object.entries(values)) {
      setScore(db, sheetId, indicatorIds.get(key)!, value, enteredAt, "edition");
    }
  }
}

function listSheets(db: ReadDb, roundId: number, { codeOf, panelistKeyOf }: CategoryByKeys): Sheet[] {
  const rows = statement<
    [number],
    { sheetId: number; entryId: number; panelistId: number | null; key: string | null; value: string | null }
  >(
    db,
    `SELECT sheets.id AS sheetId, sheets.entry_id AS entryId, sheets.panelist_id AS panelistId,
      indicators.key AS key, scores.value AS value
     FROM sheets JOIN entries ON entries.id = sheets.entry_id
     LEFT JOIN panels ON panels.round_id = sheets.round_id AND panels.panelist_id = sheets.panelist_id
     LEFT JOIN scores ON scores.sheet_id = sheets.id
     LEFT JOIN indicators ON indicators.id = scores.indicator_id
     WHERE sheets.round_id = ?
     ORDER BY entries.position, entries.id, panels.position, sheets.id, indicators.position, indicators.id`,
  ).all(roundId);
  const sheets = new Map<number, Sheet>();
  for (const { sheetId, entryId, panelistId, key, value } of rows) {
    let sheet = sheets.get(sheetId);
    if (!sheet) {
      const panelist = panelistId === null ? null : panelistKeyOf.get(panelistId)!;
      sheets.set(sheetId, (sheet = { entry: codeOf.get(entryId)!, panelist, values: {} }));
    }
    if (key !== null && value !== null) sheet.values[key] = value;
  }
  return [...sheets.values()].filter(({ values }) => Object.keys(values).length > 0);
}
