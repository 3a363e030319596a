import { getCategoryIdOfRound } from "../lookup.ts";
import { recapPaper } from "../roundPaperData.ts";
import { categoryPaper } from "./kind.ts";
import { atRound } from "./place.ts";

/** Rekapitulasi nilai of a round. */
export const recap = categoryPaper({
  kind: "recap",
  shows: "winners",
  again: "withReason",
  read: atRound,
  listOfRound: (_context, _around, { round, group, result }) => [
    {
      ...result,
      group,
      key: `recap/${round.id}`,
      kind: "recap",
      title: `Rekapitulasi nilai · ${round.name}`,
    },
  ],
  categoryOf: (db, { roundId }) => getCategoryIdOfRound(db, roundId),
  restsOn: (_source, { roundId }) => [roundId],
  paper: (_context, source, { roundId }) => recapPaper(source, roundId),
});
