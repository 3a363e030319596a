import { AppError } from "../../contract/errors.ts";
import { invitationBlocks } from "../../documents/invitation.ts";
import { getCategoryIdOfRound } from "../lookup.ts";
import { categoryPaper } from "./kind.ts";
import { letterWords } from "./letter.ts";
import { officePaper } from "./officePaper.ts";
import { entrantsRestOn, entrantsState } from "./officeStates.ts";
import { panelRoundOf } from "./panelRound.ts";
import { atSheet } from "./place.ts";
import { scorersOf } from "./scorers.ts";

/** Undangan to each panelist of a round. */
export const panelInvitation = categoryPaper({
  kind: "panelInvitation",
  shows: "nothing",
  again: "withReason",
  read: atSheet,
  listOfRound({ db }, around, { round, index, group }) {
    if (round.kind !== "panel") return [];
    const state = entrantsState(db, around, index);
    return scorersOf(around, round).map(({ panelistId, name }) => ({
      ...state,
      group,
      key: `panelInvitation/${round.id}/${panelistId}`,
      kind: "panelInvitation",
      title: `Undangan panelis · ${name}`,
    }));
  },
  categoryOf: (db, { roundId }) => getCategoryIdOfRound(db, roundId),
  restsOn: (source, { roundId }) => entrantsRestOn(source, roundId),
  paper({ db }, source, { roundId, panelistId }) {
    const key = `panelInvitation/${roundId}/${panelistId}`;
    const held = panelRoundOf(db, source, roundId);
    const panelist = held.panel.find(({ id }) => id === panelistId);
    if (!panelist)
      throw new AppError("NOT_FOUND", "Panelis ini tidak menilai babak ini lagi. Muat ulang daftar dokumen.");
    return officePaper(source, key, {
      title: `Undangan Panelis ${panelist.name}`,
      blocks: invitationBlocks({
        ...letterWords(source, key, held),
        attachments: 0,
        invited: {
          kind: "panelist",
          name: panelist.name,
          institution: panelist.institution,
          categories: [source.byKeys.category.name],
          entries: held.presenters.length,
        },
      }),
      rancangan: held.rancangan,
      restsOn: entrantsRestOn(source, roundId),
      head: "organiser",
    });
  },
});
