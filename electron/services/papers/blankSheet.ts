import { getCategoryIdOfRound } from "../lookup.ts";
import { scoreSheetPaper } from "../scoreSheetData.ts";
import { blocked, categoryPaper, ready, restsOnNothing } from "./kind.ts";
import { atSheet } from "./place.ts";
import { filledSheetDraft } from "./scoreSheet.ts";
import { scorersOf } from "./scorers.ts";

/** Lembar penilaian kosong. Each is listed with the filled one of the same panelist after it. */
export const blankSheet = categoryPaper({
  kind: "blankSheet",
  shows: "nothing",
  again: "freely",
  read: atSheet,
  listOfRound: (_context, around, { round, group, noSheets, filled }) =>
    scorersOf(around, round).flatMap((scorer) => [
      {
        ...(noSheets ? blocked(noSheets) : ready),
        group,
        key: `blankSheet/${round.id}/${scorer.panelistId}`,
        kind: "blankSheet",
        title: `Lembar penilaian kosong · ${scorer.name}`,
      },
      filledSheetDraft(round.id, scorer, group, filled),
    ]),
  categoryOf: (db, { roundId }) => getCategoryIdOfRound(db, roundId),
  restsOn: restsOnNothing,
  paper: (context, source, { roundId, panelistId }) =>
    scoreSheetPaper(context, source, roundId, panelistId, false),
});
