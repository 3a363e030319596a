import { AppError } from "../../contract/errors.ts";
import { programmeBlocks } from "../../documents/programme.ts";
import { ceremonyLacks } from "./ceremonyReadiness.ts";
import { blocked, editionPaper, ready, restsOnNothing } from "./kind.ts";
import {
  ceremonyOf,
  dateOf,
  editionDraft,
  groups,
  officePaper,
  placeOf,
  signatoryOf,
} from "./officePaper.ts";
import { readOffice } from "../officeData.ts";
import { atEdition } from "./place.ts";

/** Susunan acara of the ceremony. */
export const programme = editionPaper({
  kind: "programme",
  shows: "nothing",
  again: "freely",
  stands: "last",
  read: atEdition,
  listOfEdition: ({ db }, { edition }) => {
    const lacks = ceremonyLacks(edition, readOffice(db, edition.id), { hours: true });
    return [editionDraft("programme", groups.ceremony, lacks === null ? ready : blocked(lacks))];
  },
  restsOn: restsOnNothing,
  paper(_context, source) {
    const { edition, office } = source;
    const lacks = ceremonyLacks(edition, office, { hours: true });
    if (lacks !== null) throw new AppError("NOT_READY", lacks);
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
