import { getCategoryIdOfRound } from "../lookup.ts";
import { statementPaper } from "../statementPaper.ts";
import { categoryPaper, ready, restsOnNothing } from "./kind.ts";
import { atSheet } from "./place.ts";
import { scorersOf } from "./scorers.ts";

/** Pernyataan berhalangan, of each panelist who does not score an entry. */
export const statement = categoryPaper({
  kind: "statement",
  shows: "nothing",
  again: "freely",
  read: atSheet,
  listOfRound(_context, around, { round, group }) {
    const tied = new Set(round.recusals.map(({ panelistId }) => panelistId));
    return scorersOf(around, round)
      .filter(({ panelistId }) => tied.has(panelistId))
      .map(({ panelistId, name }) => ({
        ...ready,
        group,
        key: `statement/${round.id}/${panelistId}`,
        kind: "statement",
        title: `Pernyataan berhalangan · ${name}`,
      }));
  },
  categoryOf: (db, { roundId }) => getCategoryIdOfRound(db, roundId),
  restsOn: restsOnNothing,
  paper: (context, source, { roundId, panelistId }) => statementPaper(context, source, roundId, panelistId),
});
