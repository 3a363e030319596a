import { presentationOrderBlocks } from "../../documents/presentationOrder.ts";
import { getCategoryIdOfRound } from "../lookup.ts";
import { readEvent } from "../officeData.ts";
import { categoryPaper, type StateOfPaper } from "./kind.ts";
import { officePaper } from "./officePaper.ts";
import { entrantsRestOn, entrantsState } from "./officeStates.ts";
import { orderWords, panelRoundOf } from "./panelRound.ts";
import { atRound } from "./place.ts";

const noOrder: StateOfPaper = {
  state: "draft",
  why: "Urutannya belum disusun atau diundi. Lengkapi di Persiapan, Surat & acara.",
};

/** Urutan presentasi of a panel round. */
export const presentationOrder = categoryPaper({
  kind: "presentationOrder",
  shows: "nothing",
  again: "freely",
  read: atRound,
  listOfRound({ db }, around, { round, index, group }) {
    if (round.kind !== "panel") return [];
    const state = entrantsState(db, around, index);
    const ordered = state.state !== "ready" || readEvent(db, round.id).turns !== null;
    return [
      {
        ...(ordered ? state : noOrder),
        group,
        key: `presentationOrder/${round.id}`,
        kind: "presentationOrder",
        title: `Urutan presentasi · ${round.name}`,
      },
    ];
  },
  categoryOf: (db, { roundId }) => getCategoryIdOfRound(db, roundId),
  restsOn: (source, { roundId }) => entrantsRestOn(source, roundId),
  paper({ db }, source, { roundId }) {
    const key = `presentationOrder/${roundId}`;
    const held = panelRoundOf(db, source, roundId);
    return officePaper(source, key, {
      title: `Urutan Presentasi ${source.byKeys.category.name}`,
      blocks: presentationOrderBlocks(orderWords(source, key, held)),
      rancangan: held.rancangan || held.event.turns === null,
      restsOn: entrantsRestOn(source, roundId),
      head: "organiser",
    });
  },
});
