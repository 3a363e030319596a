import type { Category, Decision, Recusal, Round, TieBreakKey } from "../../domain/edition.ts";
import type { ReadDb } from "../open.ts";
import { statement } from "../statement.ts";
import { type EntryRow, listEntries } from "./categories.ts";
import { listDecisions } from "./decisions.ts";
import { type StoredIndicator, type StoredRound, listRounds } from "./rounds.ts";

/** A round by the keys that the rules and the edition file use, beside the ids that the database uses. */
export interface RoundByKeys {
  id: number;
  /** Without scores. */
  round: Round;
  stored: StoredRound;
  indicators: StoredIndicator[];
}

/** A category by keys, without scores. */
export interface CategoryByKeys {
  id: number;
  editionId: number;
  category: Category;
  entries: EntryRow[];
  rounds: RoundByKeys[];
  /** `places` of the category's awards. */
  awardPlaces: number[];
  codeOf: Map<number, string>;
  entryIdOf: Map<string, number>;
  panelistKeyOf: Map<number, string>;
  panelistIdOf: Map<string, number>;
}

export function findCategoryByKeys(db: ReadDb, categoryId: number): CategoryByKeys | null {
  const row = statement<[number], { edition_id: number; key: string; name: string }>(
    db,
    "SELECT edition_id, key, name FROM categories WHERE id = ?",
  ).get(categoryId);
  if (!row) return null;
  const entries = listEntries(db, categoryId);
  const panelists = statement<[number], { id: number; key: string }>(
    db,
    "SELECT id, key FROM panelists WHERE edition_id = ?",
  ).all(row.edition_id);
  const awards = statement<[number], { places: number }>(
    db,
    "SELECT places FROM awards WHERE category_id = ? ORDER BY position, id",
  ).all(categoryId);
  const codeOf = new Map(entries.map(({ id, code }) => [id, code]));
  const panelistKeyOf = new Map(panelists.map(({ id, key }) => [id, key]));
  const rounds = listRounds(db, categoryId).map((stored) => ({
    id: stored.id,
    round: toRound(stored, listDecisionsByCode(db, stored.id, codeOf), codeOf, panelistKeyOf),
    stored,
    indicators: stored.indicators,
  }));
  return {
    id: categoryId,
    editionId: row.edition_id,
    category: {
      id: row.key,
      name: row.name,
      entries: entries.map(({ code }) => code),
      rounds: rounds.map(({ round }) => round),
    },
    entries,
    rounds,
    awardPlaces: awards.map(({ places }) => places),
    codeOf,
    entryIdOf: new Map(entries.map(({ id, code }) => [code, id])),
    panelistKeyOf,
    panelistIdOf: new Map(panelists.map(({ id, key }) => [key, id])),
  };
}

/** Which category a round belongs to. */
export function findCategoryOfRound(db: ReadDb, roundId: number): number | null {
  const row = statement<[number], { category_id: number }>(
    db,
    "SELECT category_id FROM rounds WHERE id = ?",
  ).get(roundId);
  return row?.category_id ?? null;
}

function toRound(
  stored: StoredRound,
  decisions: Decision[],
  codeOf: Map<number, string>,
  panelistKeyOf: Map<number, string>,
): Round {
  const recusals: Recusal[] = stored.recusals.map(({ panelistId, entryId, reason }) => ({
    panelist: panelistKeyOf.get(panelistId)!,
    entry: codeOf.get(entryId)!,
    reason,
  }));
  return {
    id: stored.key,
    name: stored.name,
    kind: stored.kind,
    panel: stored.panel.map((id) => panelistKeyOf.get(id)!),
    recusals,
    aggregate: stored.aggregate,
    decimals: stored.decimals,
    carry: stored.carry,
    quorum: stored.quorum,
    advance: stored.advance,
    tieBreak: stored.tieBreak as TieBreakKey[],
    decisions,
    indicators: stored.indicators.map(({ key, name, weight, scale, direction }) => ({
      id: key,
      name,
      weight,
      scale,
      direction,
    })),
    scores: [],
  };
}

function listDecisionsByCode(db: ReadDb, roundId: number, codeOf: Map<number, string>): Decision[] {
  const codes = (ids: number[]) => ids.map((id) => codeOf.get(id)!);
  return listDecisions(db, roundId).map(({ entries, order, reason }) => ({
    entries: codes(entries),
    order: codes(order),
    reason,
  }));
}
