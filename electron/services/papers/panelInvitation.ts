import { AppError } from "../../contract/errors.ts";
import { invitationBlocks } from "../../documents/invitation.ts";
import { getCategoryIdOfRound } from "../lookup.ts";
import type { PaperSource } from "../paperSource.ts";
import { categoryPaper, ready } from "./kind.ts";
import { letterState, letterWords, refuseOpenOccasion } from "./letter.ts";
import { officePaper } from "./officePaper.ts";
import { entrantsRestOn } from "./officeStates.ts";
import { plannedRoundOf } from "./panelRound.ts";
import { atSheet } from "./place.ts";
import { scorersOf } from "./scorers.ts";

/** Undangan to each panelist of a round, sent before it is known who presents: how many they are is told once it is certain. */
export const panelInvitation = categoryPaper({
  kind: "panelInvitation",
  shows: "nothing",
  again: "withReason",
  read: atSheet,
  listOfRound({ db }, around, { round, group }) {
    if (round.kind !== "panel") return [];
    const state = letterState(db, around.edition, { round }, ready);
    return scorersOf(around, round).map(({ panelistId, name }) => ({
      ...state,
      group,
      key: `panelInvitation/${round.id}/${panelistId}`,
      kind: "panelInvitation",
      title: `Undangan panelis · ${name}`,
    }));
  },
  categoryOf: (db, { roundId }) => getCategoryIdOfRound(db, roundId),
  restsOn: (source, { roundId }) => countRestsOn(source, roundId),
  paper(_context, source, { roundId, panelistId }) {
    const key = `panelInvitation/${roundId}/${panelistId}`;
    const held = plannedRoundOf(source, roundId);
    const panelist = held.panel.find(({ id }) => id === panelistId);
    if (!panelist)
      throw new AppError("NOT_FOUND", "Panelis ini tidak menilai babak ini lagi. Muat ulang daftar dokumen.");
    refuseOpenOccasion(held);
    return officePaper(source, key, {
      title: `Undangan Panelis ${panelist.name}`,
      blocks: invitationBlocks({
        ...letterWords(source, key, held),
        attachment: null,
        invited: {
          kind: "panelist",
          name: panelist.name,
          institution: panelist.institution,
          categories: [source.byKeys.category.name],
          entries: isCountCertain(source, roundId) ? held.presenters.length : null,
        },
      }),
      rancangan: false,
      restsOn: countRestsOn(source, roundId),
      head: "organiser",
    });
  },
});

/** Whether the rounds before have settled how many present. */
function isCountCertain(source: PaperSource, roundId: number): boolean {
  return entrantsRestOn(source, roundId).every((id) => source.official.has(id));
}

/** What it does not tell it does not rest on: a correction of the round before then revokes no letter. */
function countRestsOn(source: PaperSource, roundId: number): number[] {
  return isCountCertain(source, roundId) ? entrantsRestOn(source, roundId) : [];
}
