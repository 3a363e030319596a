import type { Edition } from "../domain/edition.ts";
import { entriesOf, placesOf, rankCategory } from "../domain/ranking.ts";
import { totalsOf } from "../domain/rankingTotals.ts";
import { standingsOf } from "../domain/standing.ts";
import type { RankingWorkbook } from "./rankingLayout.ts";

export interface RoundRanking {
  edition: Edition;
  categoryId: string;
  roundId: string;
  now: Date;
}

/** Ranks a round of an edition and gathers what its workbook takes. */
export function rankingWorkbookOf({ edition, categoryId, roundId, now }: RoundRanking): RankingWorkbook {
  const category = edition.categories.find(({ id }) => id === categoryId);
  const index = category?.rounds.findIndex(({ id }) => id === roundId) ?? -1;
  const round = category?.rounds[index];
  if (!category || !round) throw new RangeError(`no round ${roundId} in category ${categoryId}`);
  const results = rankCategory(category, placesOf(edition, categoryId));
  const [result, earlier] = [results[index], results[index - 1]];
  if (!result) throw new RangeError(`round ${roundId} was not ranked`);
  const entries = entriesOf(category, earlier ?? null);
  const before = category.rounds[index - 1];
  return {
    editionTitle: edition.title,
    categoryName: category.name,
    round,
    entries,
    panelists: edition.panelists,
    regions: edition.regions,
    standings: standingsOf(round, entries),
    result,
    previous: before && earlier ? { roundName: before.name, totals: totalsOf(earlier) } : null,
    final: result.complete && result.undecided.length === 0,
    sample: edition.sample,
    now,
  };
}
