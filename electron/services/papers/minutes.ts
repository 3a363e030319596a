import { getCategoryIdOfRound } from "../lookup.ts";
import { minutesPaper } from "../roundPaperData.ts";
import { categoryPaper } from "./kind.ts";
import { atRound } from "./place.ts";

/** Berita acara penilaian of a round. */
export const minutes = categoryPaper({
  kind: "minutes",
  shows: "winners",
  again: "withReason",
  seen: "must",
  read: atRound,
  listOfRound: (_context, _around, { round, group, result }) => [
    {
      ...result,
      group,
      key: `minutes/${round.id}`,
      kind: "minutes",
      title: `Berita acara penilaian · ${round.name}`,
    },
  ],
  categoryOf: (db, { roundId }) => getCategoryIdOfRound(db, roundId),
  restsOn: (_source, { roundId }) => [roundId],
  paper: (_context, source, { roundId }) => minutesPaper(source, roundId),
});
