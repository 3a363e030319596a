import { getCategoryIdOfRound } from "../lookup.ts";
import { scoreSheetPaper } from "../scoreSheetData.ts";
import { categoryPaper, type Draft, type StateOfPaper } from "./kind.ts";
import { atSheet } from "./place.ts";
import type { Scorer } from "./scorers.ts";

/** Lembar penilaian terisi, listed beside the blank ones. */
export const scoreSheet = categoryPaper({
  kind: "scoreSheet",
  shows: "values",
  again: "withReason",
  read: atSheet,
  categoryOf: (db, { roundId }) => getCategoryIdOfRound(db, roundId),
  restsOn: (_source, { roundId }) => [roundId],
  paper: (context, source, { roundId, panelistId }) =>
    scoreSheetPaper(context, source, roundId, panelistId, true),
});

export function filledSheetDraft(
  roundId: number,
  { panelistId, name }: Scorer,
  group: string,
  state: StateOfPaper,
): Draft {
  return {
    ...state,
    group,
    key: `scoreSheet/${roundId}/${panelistId}`,
    kind: "scoreSheet",
    title: `Lembar penilaian terisi · ${name}`,
  };
}
