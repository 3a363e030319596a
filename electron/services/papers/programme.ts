import { programmeBlocks } from "../../documents/programme.ts";
import { blocked, editionPaper, ready, restsOnNothing } from "./kind.ts";
import {
  ceremonyOf,
  dateOf,
  editionDraft,
  groups,
  officePaper,
  placeOf,
  signatoryMissing,
  signatoryOf,
} from "./officePaper.ts";
import { atEdition } from "./place.ts";

/** Susunan acara of the ceremony. */
export const programme = editionPaper({
  kind: "programme",
  shows: "nothing",
  again: "freely",
  stands: "last",
  read: atEdition,
  listOfEdition: (_context, { edition }) => [
    editionDraft("programme", groups.ceremony, edition.signatory ? ready : blocked(signatoryMissing)),
  ],
  restsOn: restsOnNothing,
  paper(_context, source) {
    const { edition, office } = source;
    return officePaper(source, "programme", {
      title: `Susunan Acara ${edition.title}`,
      blocks: programmeBlocks({
        editionTitle: edition.title,
        theme: edition.theme,
        occasion: ceremonyOf(source),
        signatory: signatoryOf(source),
        items: office.ceremony.items,
        place: placeOf(source),
        date: dateOf(source, "programme"),
        signer: office.signer,
      }),
      rancangan: false,
      restsOn: [],
      head: "organiser",
    });
  },
});
