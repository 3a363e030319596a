import { awardRecipients } from "./awards.ts";
import type { Category, Edition, Round } from "./edition.ts";
import { compare, parseDecimal, rational, toFraction, unitsToText } from "./exact.ts";
import { type Contender, findContender, totalsOf } from "./rankingTotals.ts";
import type { EditionResult, EntryResult, RoundResult, Standing } from "./result.ts";
import { standingsOf } from "./standing.ts";
import { breakTie } from "./tieBreak.ts";

/** All that ranking one round takes. */
export interface RoundToRank {
  round: Round;
  /** Those the round ranks, in the order of entry: see `entriesOf`. */
  entries: readonly string[];
  /** One per entry. */
  standings: ReadonlyMap<string, Standing>;
  /** Null in a first round. */
  previous: RoundResult | null;
  /** Places besides `advance.top` over which no tie may stay: those of the awards, in a last round. */
  cuts: readonly number[];
}

/** Gives the standings of a round's entries; a caller with a cache brings its own. */
export type StandingsOf = (round: Round, entries: readonly string[]) => ReadonlyMap<string, Standing>;

/** Those still equal after the whole chain, and the key that last separated each from others. */
interface Group {
  contenders: Contender[];
  tieBreak: string | null;
}

/** Ranks a whole edition and says who receives its awards. */
export function rankEdition(edition: Edition): EditionResult {
  const categories = edition.categories.map((category) => ({
    id: category.id,
    rounds: rankCategory(category, placesOf(edition, category.id)),
  }));
  const lastRounds = new Map(categories.map(({ id, rounds }) => [id, rounds.at(-1) ?? null]));
  return {
    format: "lencana/result@1",
    categories,
    awards: edition.awards.map((award) => ({
      id: award.id,
      recipients: awardRecipients(award, lastRounds.get(award.category) ?? null, edition.regions),
    })),
  };
}

/** The places of each award of a category. */
export function placesOf(edition: Pick<Edition, "awards">, categoryId: string): number[] {
  return edition.awards.filter(({ category }) => category === categoryId).map(({ places }) => places);
}

/** Ranks the rounds of a category in turn, each over those that advanced. */
export function rankCategory(
  category: Category,
  awardPlaces: readonly number[],
  standingsFor: StandingsOf = standingsOf,
): RoundResult[] {
  const results: RoundResult[] = [];
  for (const round of category.rounds) {
    const previous = results.at(-1) ?? null;
    const entries = entriesOf(category, previous);
    const cuts = round === category.rounds.at(-1) ? awardPlaces : [];
    results.push(rankRound({ round, entries, standings: standingsFor(round, entries), previous, cuts }));
  }
  return results;
}

/** The entries the next round ranks, in the order of entry: all in a first round, later those that advanced. */
export function entriesOf(category: Pick<Category, "entries">, previous: RoundResult | null): string[] {
  if (!previous) return [...category.entries];
  const advanced = new Set(previous.results.filter(({ advances }) => advances).map(({ entry }) => entry));
  return category.entries.filter((entry) => advanced.has(entry));
}

/** Ranks one round: totals, order, ties, cuts and completeness. A few milliseconds for 514 entries. */
export function rankRound({ round, entries, standings, previous, cuts }: RoundToRank): RoundResult {
  const previousTotals = previous && totalsOf(previous);
  const contenders: Contender[] = [];
  const waiting: EntryResult[] = [];
  let complete = previous === null || (previous.complete && previous.undecided.length === 0);
  for (const entry of entries) {
    const standing = getStanding(standings, entry);
    if (standing.missing.length > 0 || !standing.quorumMet) complete = false;
    const contender = findContender(round, standing, previousTotals);
    if (contender) contenders.push(contender);
    else waiting.push({ entry, rank: null, total: null, exact: null, tieBreak: null, advances: false });
  }
  const allCuts = round.advance && "top" in round.advance ? [...cuts, round.advance.top] : cuts;
  const results: EntryResult[] = [];
  const undecided: string[][] = [];
  for (const group of groupContenders(round, contenders)) {
    const above = results.length;
    const through = above + group.contenders.length;
    const decided = !allCuts.some((cut) => above < cut && cut < through);
    if (!decided) undecided.push(group.contenders.map(({ entry }) => entry));
    for (const contender of group.contenders) {
      results.push({
        entry: contender.entry,
        rank: above + 1,
        total: unitsToText(contender.units, round.decimals),
        exact: toFraction(contender.exact),
        tieBreak: group.tieBreak,
        advances: decided && passes(round, contender, through),
      });
    }
  }
  // An entry nobody may score has no missing value, yet a round with an unranked entry is not to be sealed.
  complete &&= waiting.length === 0;
  return { id: round.id, complete, results: [...results, ...waiting], undecided };
}

/** Sorts into groups of equal rounded total, best first. */
export function sortByTotal(contenders: readonly Contender[]): Contender[][] {
  const groups: Contender[][] = [];
  for (const contender of contenders.toSorted(
    (a, b) => Number(b.units > a.units) - Number(b.units < a.units),
  )) {
    const group = groups.at(-1);
    if (group?.[0]?.units === contender.units) group.push(contender);
    else groups.push([contender]);
  }
  return groups;
}

function groupContenders(round: Round, contenders: readonly Contender[]): Group[] {
  return sortByTotal(contenders).flatMap((tied) => {
    if (tied.length === 1) return [{ contenders: tied, tieBreak: null }];
    const { groups, separatedBy } = breakTie(round, tied);
    return groups.map((group) => ({
      contenders: group,
      tieBreak: separatedBy.get(group[0]?.entry ?? "") ?? null,
    }));
  });
}

function passes({ advance, decimals }: Round, { units }: Contender, through: number): boolean {
  if (advance === null) return false;
  if ("top" in advance) return through <= advance.top;
  return compare(rational(units, 10n ** BigInt(decimals)), parseDecimal(advance.atLeast)) >= 0;
}

/** The standing of an entry that must have one. */
export function getStanding(standings: ReadonlyMap<string, Standing>, entry: string): Standing {
  const standing = standings.get(entry);
  if (!standing) throw new Error(`no standing of entry ${entry}`);
  return standing;
}
