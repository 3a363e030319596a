import { attendanceBlocks } from "../../documents/attendance.ts";
import { headOfficeLabel } from "../../domain/names.ts";
import { getCategoryIdOfRound } from "../lookup.ts";
import { categoryPaper } from "./kind.ts";
import { officePaper, placeOf } from "./officePaper.ts";
import { entrantsRestOn, entrantsState } from "./officeStates.ts";
import { panelRoundOf } from "./panelRound.ts";
import { atRound } from "./place.ts";

/** Rows for those who come besides. */
export const rowsForOthers = 6;

/** Daftar hadir of a panel round. */
export const attendance = categoryPaper({
  kind: "attendance",
  shows: "nothing",
  again: "freely",
  read: atRound,
  listOfRound: ({ db }, around, { round, index, group }) =>
    round.kind !== "panel"
      ? []
      : [
          {
            ...entrantsState(db, around, index),
            group,
            key: `attendance/${round.id}`,
            kind: "attendance",
            title: `Daftar hadir · ${round.name}`,
          },
        ],
  categoryOf: (db, { roundId }) => getCategoryIdOfRound(db, roundId),
  restsOn: (source, { roundId }) => entrantsRestOn(source, roundId),
  paper({ db }, source, { roundId }) {
    const held = panelRoundOf(db, source, roundId);
    const date = source.documents.get(`attendance/${roundId}`)?.date ?? held.event.date;
    return officePaper(source, `attendance/${roundId}`, {
      title: `Daftar Hadir ${held.round.name}`,
      date,
      blocks: attendanceBlocks({
        editionTitle: source.edition.title,
        event: `Babak ${held.round.name} Kategori ${source.byKeys.category.name}`,
        occasion: held.occasion,
        groups: [
          {
            title: "Finalis",
            people: held.presenters.map(({ code }) => {
              const region = source.regions.get(code)!;
              return { name: region.head?.name ?? null, role: headOfficeLabel(region) };
            }),
            blankRows: 0,
          },
          {
            title: "Panelis",
            people: held.panel.map(({ name, institution }) => ({ name, role: institution })),
            blankRows: 0,
          },
          { title: "Undangan lain", people: [], blankRows: rowsForOthers },
        ],
        place: placeOf(source),
        date,
        signer: source.office.signer,
      }),
      rancangan: held.rancangan,
      restsOn: entrantsRestOn(source, roundId),
      head: "organiser",
    });
  },
});
