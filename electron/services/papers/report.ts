import { listAwards } from "../../database/queries/categories.ts";
import { reportBlocks } from "../../documents/report.ts";
import { editionPaper } from "./kind.ts";
import { dateOf, editionDraft, groups, isDraft, officePaper, placeOf, signatoryOf } from "./officePaper.ts";
import { outcomesRestOn, outcomesState, withheld } from "./officeStates.ts";
import { awardsGiven, notesOfAll, outcomesOf } from "./outcomes.ts";
import { atEdition } from "./place.ts";

/** Laporan to the Governor. */
export const report = editionPaper({
  kind: "report",
  shows: "winners",
  again: "withReason",
  stands: "last",
  read: atEdition,
  listOfEdition: ({ db }, around) => [
    editionDraft("report", groups.results, withheld(around.categories, outcomesState(db, around))),
  ],
  restsOn: ({ categories }) => outcomesRestOn(categories),
  paper({ db }, source) {
    const { edition, office, categories } = source;
    const rancangan = isDraft(outcomesState(db, source));
    const took = new Set(categories.flatMap(({ byKeys }) => byKeys.entries.map(({ code }) => code)));
    return officePaper(source, "report", {
      title: `Laporan ${edition.title}`,
      blocks: reportBlocks({
        editionTitle: edition.title,
        theme: edition.theme,
        signatory: signatoryOf(source),
        regions: took.size,
        bases: office.bases,
        outcomes: outcomesOf(source),
        awards: awardsGiven(source, listAwards(db, edition.id)),
        notes: notesOfAll(db, source),
        ceremony: { date: edition.ceremonyDate, venue: edition.venue },
        place: placeOf(source),
        date: dateOf(source, "report"),
        signer: office.signer,
      }),
      rancangan,
      restsOn: outcomesRestOn(categories),
      head: "organiser",
    });
  },
});
