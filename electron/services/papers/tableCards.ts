import { tableCardBlocks } from "../../documents/tableCards.ts";
import { editionPaper } from "./kind.ts";
import { editionDraft, groups, isDraft, officePaper } from "./officePaper.ts";
import { allEntrantsRestOn, allEntrantsState } from "./officeStates.ts";
import { finalistHeads, panelOfEdition } from "./people.ts";
import { atEdition } from "./place.ts";

/** Kartu meja of finalists, panelists and guests. */
export const tableCards = editionPaper({
  kind: "tableCards",
  shows: "nothing",
  again: "freely",
  stands: "last",
  read: atEdition,
  listOfEdition: ({ db }, { categories }) => [
    editionDraft("tableCards", groups.ceremony, allEntrantsState(db, categories)),
  ],
  restsOn: ({ categories }) => allEntrantsRestOn(categories),
  paper({ db }, source) {
    const { edition, office, categories } = source;
    const heads = finalistHeads(source).map(({ name, office: position }) =>
      name === null ? { name: position, below: null } : { name, below: position },
    );
    const panel = panelOfEdition(source).map(({ panelist: { name, institution } }) => ({
      name,
      below: institution,
    }));
    const guests = office.ceremony.guests.map((name) => ({ name, below: null }));
    return officePaper(source, "tableCards", {
      title: `Kartu Meja ${edition.title}`,
      blocks: tableCardBlocks({ cards: [...heads, ...panel, ...guests] }),
      rancangan: isDraft(allEntrantsState(db, categories)),
      restsOn: allEntrantsRestOn(categories),
      head: "none",
    });
  },
});
