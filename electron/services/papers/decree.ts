import { listAwards } from "../../database/queries/categories.ts";
import { decreeBlocks } from "../../documents/decree.ts";
import { editionPaper } from "./kind.ts";
import { dateOf, editionDraft, groups, isDraft, numberOf, officePaper, signatoryOf } from "./officePaper.ts";
import { outcomesRestOn, outcomesState, withheld } from "./officeStates.ts";
import { awardsGiven, outcomesOf } from "./outcomes.ts";
import { atEdition } from "./place.ts";

/** The Keputusan that names the recipients, as it is laid before whoever signs it. */
export const decree = editionPaper({
  kind: "decree",
  shows: "winners",
  again: "withReason",
  seen: "must",
  stands: "last",
  read: atEdition,
  listOfEdition: ({ db }, around) => [
    editionDraft(
      "decree",
      groups.results,
      withheld(around.categories, outcomesState(db, around)),
      `Keputusan ${around.edition.signatory?.title ?? "Gubernur"}`,
    ),
  ],
  restsOn: ({ categories }) => outcomesRestOn(categories),
  paper({ db }, source) {
    const { edition, office, categories } = source;
    const rancangan = isDraft(outcomesState(db, source));
    const signatory = signatoryOf(source);
    const date = dateOf(source, "decree");
    return officePaper(source, "decree", {
      title: `Keputusan ${signatory.title} tentang Penerima Penghargaan ${edition.title}`,
      foot: `Keputusan ${signatory.title}`,
      blocks: decreeBlocks({
        editionTitle: edition.title,
        number: numberOf(source, "decree"),
        year: date === null ? edition.year : Number(date.slice(0, 4)),
        bases: office.bases,
        outcomes: outcomesOf(source),
        awards: awardsGiven(source, listAwards(db, edition.id)),
        budget: office.budget,
        date,
        signatory,
        copies: office.copies,
      }),
      rancangan,
      restsOn: outcomesRestOn(categories),
      head: "signatory",
    });
  },
});
