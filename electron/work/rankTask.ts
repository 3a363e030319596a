import { AppError } from "../contract/errors.ts";
import { type ReadDb, openToRead } from "../database/open.ts";
import { type CategoryByKeys, findCategoryByKeys, type RoundByKeys } from "../database/queries/rules.ts";
import { listSheetPlaces, readRoundScores, readSheetScores } from "../database/queries/scoreRows.ts";
import type { DecimalText } from "../domain/edition.ts";
import { carriedPoints, type Points, pointsOf } from "../domain/points.ts";
import { entriesOf, rankCategory } from "../domain/ranking.ts";
import type { RoundResult, Standing } from "../domain/result.ts";
import {
  type CompiledRules,
  compileRules,
  putValue,
  standingFromTally,
  startTally,
  type Tally,
} from "../domain/standing.ts";
import { openPointsOf } from "../domain/roundCheck.ts";
import { listTies, type TieOutcome } from "../domain/ties.ts";

export interface RankInput {
  database: string;
  categoryId: number;
  /** What changed since the last run: everything, or only scores of these entries in these rounds. */
  changed: "all" | { roundId: number; entryId: number }[];
  /** Also give what papers and workbooks show beyond the ranking. */
  withStandings: boolean;
}

export interface RankedRound {
  roundId: number;
  /** The rules of this round or of one before it lack something, so nothing in it can be final. */
  rulesOpen: boolean;
  result: RoundResult;
  /** By entry code: points each indicator gave, one per indicator, and points carried over. */
  points: Map<string, Points>;
  /** By entry code: what is missing from whom. Only entries that lack something. */
  missing: Map<string, Standing["missing"]>;
  ties: TieOutcome[];
  /** By entry code; empty unless asked for. */
  standings: Map<string, Standing>;
}

interface WarmRound {
  byKeys: RoundByKeys;
  rules: CompiledRules;
  standings: Map<string, Standing>;
  shares: Map<string, (DecimalText | null)[]>;
}

interface WarmCategory {
  byKeys: CategoryByKeys;
  rounds: Map<number, WarmRound>;
}

const databases = new Map<string, ReadDb>();
const warm = new Map<string, WarmCategory>();

/**
 * Ranks a category from disk. Standings stay warm in this thread, so that after one changed score only the entry
 * it belongs to is read and reckoned again.
 */
export function rank({ database, categoryId, changed, withStandings }: RankInput): RankedRound[] {
  const db = open(database);
  const key = `${database}\n${categoryId}`;
  // One read transaction: the ranking is of one moment, whatever is typed meanwhile.
  db.exec("BEGIN");
  try {
    let category = changed === "all" ? undefined : warm.get(key);
    if (category && changed !== "all") {
      for (const { roundId, entryId } of changed) refresh(db, category, roundId, entryId);
    } else {
      warm.set(key, (category = load(db, categoryId)));
    }
    return rankWarm(category, withStandings);
  } catch (error) {
    warm.delete(key);
    throw error;
  } finally {
    db.exec("COMMIT");
  }
}

function rankWarm({ byKeys, rounds }: WarmCategory, withStandings: boolean): RankedRound[] {
  const byRoundKey = new Map([...rounds.values()].map((round) => [round.byKeys.round.id, round]));
  const results = rankCategory(
    byKeys.category,
    byKeys.awardPlaces,
    (round) => byRoundKey.get(round.id)!.standings,
  );
  let rulesOpen = false;
  return results.map((result, index) => {
    const round = byRoundKey.get(result.id)!;
    const place = {
      first: index === 0,
      last: index === results.length - 1,
      entries: byKeys.entries.length,
    };
    rulesOpen ||= openPointsOf(round.byKeys.round, place).length > 0;
    const previous = results[index - 1] ?? null;
    const carriedFrom = new Map(previous?.results.map(({ entry, total }) => [entry, total]));
    const ranked = result.results.map(({ entry }) => round.standings.get(entry)!);
    return {
      roundId: round.byKeys.id,
      rulesOpen,
      result,
      points: new Map(
        ranked.map((standing) => {
          let shares = round.shares.get(standing.entry);
          if (!shares) round.shares.set(standing.entry, (shares = pointsOf(round.byKeys.round, standing)));
          const carried = carriedPoints(
            round.byKeys.round,
            previous ? (carriedFrom.get(standing.entry) ?? null) : null,
          );
          return [standing.entry, { indicators: shares, carried }];
        }),
      ),
      missing: new Map(
        ranked.filter(({ missing }) => missing.length > 0).map((one) => [one.entry, one.missing]),
      ),
      ties: listTies(
        {
          round: round.byKeys.round,
          entries: entriesOf(byKeys.category, previous),
          standings: round.standings,
          previous,
        },
        result,
      ),
      standings: new Map(withStandings ? ranked.map((standing) => [standing.entry, standing]) : []),
    };
  });
}

function load(db: ReadDb, categoryId: number): WarmCategory {
  const byKeys = findCategoryByKeys(db, categoryId);
  if (!byKeys) throw new AppError("NOT_FOUND", "Kategori ini sudah tidak ada. Muat ulang halaman.");
  const rounds = new Map<number, WarmRound>();
  for (const round of byKeys.rounds) {
    const rules = compileRules(round.round);
    const tallies = new Map(byKeys.entries.map(({ id, code }) => [id, startTally(rules, code)]));
    readInto(db, byKeys, round, rules, tallies, null);
    const standings = new Map(
      [...tallies.values()].map((tally) => [tally.entry, standingFromTally(rules, tally)]),
    );
    rounds.set(round.id, { byKeys: round, rules, standings, shares: new Map() });
  }
  return { byKeys, rounds };
}

function refresh(db: ReadDb, { byKeys, rounds }: WarmCategory, roundId: number, entryId: number): void {
  const round = rounds.get(roundId)!;
  const tally = startTally(round.rules, byKeys.codeOf.get(entryId)!);
  readInto(db, byKeys, round.byKeys, round.rules, new Map([[entryId, tally]]), entryId);
  round.standings.set(tally.entry, standingFromTally(round.rules, tally));
  round.shares.delete(tally.entry);
}

function readInto(
  db: ReadDb,
  { panelistIdOf }: CategoryByKeys,
  round: RoundByKeys,
  rules: CompiledRules,
  tallies: Map<number, Tally>,
  onlyEntry: number | null,
): void {
  const indicatorIndexes = new Map(round.indicators.map(({ id }, index) => [id, index]));
  const panelIndexes = new Map<number | null, number>(
    rules.panel.map((key, index) => [key === null ? null : panelistIdOf.get(key)!, index]),
  );
  const places = new Map(
    listSheetPlaces(db, round.id, onlyEntry).flatMap(({ id, entryId, panelistId }) => {
      const tally = tallies.get(entryId);
      const panelist = panelIndexes.get(panelistId);
      return tally && panelist !== undefined ? [[id, { tally, panelist }] as const] : [];
    }),
  );
  // Scores come sheet by sheet, so the place is looked up once a sheet.
  let lastSheet = -1;
  let place: { tally: Tally; panelist: number } | undefined;
  const take = (sheetId: number, indicatorId: number, value: string) => {
    if (sheetId !== lastSheet) {
      lastSheet = sheetId;
      place = places.get(sheetId);
    }
    const indicator = indicatorIndexes.get(indicatorId);
    if (place && indicator !== undefined) putValue(rules, place.tally, place.panelist, indicator, value);
  };
  if (onlyEntry === null) readRoundScores(db, round.id, take);
  else for (const sheetId of places.keys()) readSheetScores(db, sheetId, take);
}

function open(database: string): ReadDb {
  let db = databases.get(database);
  if (!db) databases.set(database, (db = openToRead(database)));
  return db;
}
