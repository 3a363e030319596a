import { listAwards } from "../../database/queries/categories.ts";
import { memoBlocks } from "../../documents/memo.ts";
import { editionPaper } from "./kind.ts";
import { dateOf, editionDraft, groups, isDraft, numberOf, officePaper, signatoryOf } from "./officePaper.ts";
import { outcomesRestOn, outcomesState, withheld } from "./officeStates.ts";
import { awardsGiven, outcomesOf } from "./outcomes.ts";
import { atEdition } from "./place.ts";

/** Nota dinas to the Governor. */
export const memo = editionPaper({
  kind: "memo",
  shows: "winners",
  again: "withReason",
  stands: "last",
  read: atEdition,
  listOfEdition: ({ db }, around) => [
    editionDraft("memo", groups.results, withheld(around.categories, outcomesState(db, around))),
  ],
  restsOn: ({ categories }) => outcomesRestOn(categories),
  paper({ db }, source) {
    const { edition, office } = source;
    const rancangan = isDraft(outcomesState(db, source));
    const outcomes = outcomesOf(source);
    return officePaper(source, "memo", {
      title: `Nota Dinas Hasil Penilaian ${edition.title}`,
      blocks: memoBlocks({
        editionTitle: edition.title,
        theme: edition.theme,
        number: numberOf(source, "memo"),
        date: dateOf(source, "memo"),
        // The draft decree, and the minutes of each category.
        attachments: 1 + outcomes.length,
        signatory: signatoryOf(source),
        signer: office.signer,
        copies: office.copies,
        outcomes,
        awards: awardsGiven(source, listAwards(db, edition.id)),
        ceremonyDate: edition.ceremonyDate,
      }),
      rancangan,
      restsOn: outcomesRestOn(source.categories),
      head: "organiser",
    });
  },
});
