import { attendanceBlocks } from "../../documents/attendance.ts";
import { rowsForOthers } from "./attendance.ts";
import { editionPaper } from "./kind.ts";
import { ceremonyOf, editionDraft, groups, isDraft, officePaper, placeOf } from "./officePaper.ts";
import { allEntrantsRestOn, allEntrantsState } from "./officeStates.ts";
import { finalistHeads, panelOfEdition } from "./people.ts";
import { atEdition } from "./place.ts";

/** Daftar hadir of the ceremony: finalists, panelists, guests. */
export const ceremonyAttendance = editionPaper({
  kind: "ceremonyAttendance",
  shows: "nothing",
  again: "freely",
  stands: "last",
  read: atEdition,
  listOfEdition: ({ db }, { categories }) => [
    editionDraft("ceremonyAttendance", groups.ceremony, allEntrantsState(db, categories)),
  ],
  restsOn: ({ categories }) => allEntrantsRestOn(categories),
  paper({ db }, source) {
    const { edition, office, documents, categories } = source;
    const date = documents.get("ceremonyAttendance")?.date ?? edition.ceremonyDate;
    return officePaper(source, "ceremonyAttendance", {
      title: `Daftar Hadir Penganugerahan ${edition.title}`,
      date,
      blocks: attendanceBlocks({
        editionTitle: edition.title,
        event: "Penganugerahan",
        occasion: ceremonyOf(source),
        groups: [
          {
            title: "Finalis",
            people: finalistHeads(source).map(({ name, office: role }) => ({ name, role })),
            blankRows: 0,
          },
          {
            title: "Panelis",
            people: panelOfEdition(source).map(({ panelist }) => ({
              name: panelist.name,
              role: panelist.institution,
            })),
            blankRows: 0,
          },
          {
            title: "Undangan lain",
            people: office.ceremony.guests.map((role) => ({ name: null, role })),
            blankRows: rowsForOthers,
          },
        ],
        place: placeOf(source),
        date,
        signer: office.signer,
      }),
      rancangan: isDraft(allEntrantsState(db, categories)),
      restsOn: allEntrantsRestOn(categories),
      head: "organiser",
    });
  },
});
