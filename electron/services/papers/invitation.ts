import { AppError } from "../../contract/errors.ts";
import { invitationBlocks, type Invited } from "../../documents/invitation.ts";
import { presentationSlots } from "../../documents/presentationOrder.ts";
import { headOfficeLabel } from "../../domain/names.ts";
import { entriesOfRound } from "../officeData.ts";
import { getCategoryIdOfRound } from "../lookup.ts";
import { listRegionsByCode } from "./regionsByCode.ts";
import { categoryPaper } from "./kind.ts";
import { letterState, letterWords, refuseOpenOccasion } from "./letter.ts";
import { officePaper } from "./officePaper.ts";
import { entrantsRestOn, entrantsState } from "./officeStates.ts";
import { orderWords, panelRoundOf } from "./panelRound.ts";
import { atEntry } from "./place.ts";

/** Undangan to the head of each region that presents. */
export const invitation = categoryPaper({
  kind: "invitation",
  shows: "nothing",
  again: "withReason",
  read: atEntry,
  listOfRound({ db }, around, { round, index, ranked, group }) {
    if (round.kind !== "panel") return [];
    const state = letterState(db, around.edition, { round }, entrantsState(db, around, index));
    const entries = entriesOfRound(around.byKeys, ranked);
    const base = { ...state, group, kind: "invitation" as const };
    if (entries.length === 0)
      return [{ ...base, key: `invitation/${round.id}/0`, title: "Undangan finalis" }];
    const regions = listRegionsByCode(db, around.edition.id);
    return entries.map(({ id, code }) => ({
      ...base,
      key: `invitation/${round.id}/${id}`,
      title: `Undangan finalis · ${headOfficeLabel(regions.get(code)!)}`,
    }));
  },
  categoryOf: (db, { roundId }) => getCategoryIdOfRound(db, roundId),
  restsOn: (source, { roundId }) => entrantsRestOn(source, roundId),
  paper({ db }, source, { roundId, entryId }) {
    const key = `invitation/${roundId}/${entryId}`;
    const held = panelRoundOf(db, source, roundId);
    const place = held.presenters.findIndex(({ id }) => id === entryId);
    const entry = held.presenters[place];
    if (!entry)
      throw new AppError("NOT_FOUND", "Daerah ini bukan finalis babak ini lagi. Muat ulang daftar dokumen.");
    refuseOpenOccasion(held);
    const region = source.regions.get(entry.code)!;
    const turn = () => ({
      number: place + 1,
      ...presentationSlots(orderWords(source, key, held))[place]!,
    });
    const invited: Invited = {
      kind: "finalist",
      office: headOfficeLabel(region),
      name: region.head?.name ?? null,
      region: region.label,
      category: source.byKeys.category.name,
      previousRound: held.previous?.name ?? null,
      turn: held.event.turns === null ? null : turn(),
      inPerson: held.event.inPerson,
    };
    return officePaper(source, key, {
      title: `Undangan Finalis ${region.label}`,
      // With the order of presentation, once there is one.
      blocks: invitationBlocks({
        ...letterWords(source, key, held),
        attachment: held.event.turns === null ? null : orderWords(source, key, held),
        invited,
      }),
      rancangan: held.rancangan,
      restsOn: entrantsRestOn(source, roundId),
      head: "organiser",
    });
  },
});
