import { listRuleBookPapers, ruleBookPaper } from "../ruleBookPaper.ts";
import { editionPaper, restsOnNothing } from "./kind.ts";
import { atVersion } from "./place.ts";

/** Tata nilai, every version. */
export const ruleBook = editionPaper({
  kind: "ruleBook",
  shows: "nothing",
  again: "freely",
  stands: "first",
  read: atVersion,
  listOfEdition: (context, { edition }) => listRuleBookPapers(context, edition.id),
  restsOn: restsOnNothing,
  paper: (context, { edition }, { version }) => ruleBookPaper(context, edition.id, version),
});
