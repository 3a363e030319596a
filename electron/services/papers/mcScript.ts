import { listAwards } from "../../database/queries/categories.ts";
import type { AwardRow } from "../../contract/categories.ts";
import type { EditionRow } from "../../contract/editions.ts";
import type { ReadDb } from "../../database/open.ts";
import type { AnnouncedWinner, CategoryAnnouncement } from "../../documents/mcAnnouncement.ts";
import { mcScriptBlocks, mcScriptSize } from "../../documents/mcScript.ts";
import { entriesOfRound, type OfficeData, readOffice } from "../officeData.ts";
import type { EditionSource, PaperSource } from "../paperSource.ts";
import { alteredSentence } from "../roundAtWork.ts";
import { ceremonyLacks } from "./ceremonyReadiness.ts";
import { blocked, editionPaper, type StateOfPaper } from "./kind.ts";
import { ceremonyOf, editionDraft, groups, isDraft, officePaper, signatoryOf } from "./officePaper.ts";
import { outcomesRestOn, outcomeState, withheld } from "./officeStates.ts";
import { atEdition } from "./place.ts";

/** Naskah pembawa acara, every winner on a sealed page; without those not known yet it is a draft. */
export const mcScript = editionPaper({
  kind: "mcScript",
  shows: "winners",
  again: "withReason",
  seen: "must",
  stands: "last",
  read: atEdition,
  listOfEdition: ({ db }, around) => [
    editionDraft(
      "mcScript",
      groups.ceremony,
      withheld(around.categories, stateOf(db, around, readOffice(db, around.edition.id))),
    ),
  ],
  restsOn: ({ categories }) => outcomesRestOn(categories),
  paper({ db }, source) {
    const { edition, office, categories } = source;
    const rancangan = isDraft(stateOf(db, source, office));
    const awards = listAwards(db, edition.id);
    return officePaper(source, "mcScript", {
      title: `Naskah Pembawa Acara ${edition.title}`,
      size: mcScriptSize,
      blocks: mcScriptBlocks({
        editionTitle: edition.title,
        theme: edition.theme,
        organiser: edition.organiser,
        occasion: ceremonyOf(source),
        signatory: signatoryOf(source),
        guests: office.ceremony.guests,
        items: office.ceremony.items,
        announcements: categories
          .filter((category) => outcomeState(db, category).state !== "blocked")
          .map((category) => announcementOf(category, source, awards)),
      }),
      rancangan,
      restsOn: outcomesRestOn(categories),
      head: "none",
    });
  },
});

function stateOf(
  db: ReadDb,
  { edition, categories }: { edition: EditionRow; categories: readonly Parameters<typeof outcomeState>[1][] },
  office: OfficeData,
): StateOfPaper {
  // It is read aloud: who reads it must never meet dots.
  const lacks = ceremonyLacks(edition, office, { hours: false });
  if (lacks !== null) return blocked(lacks);
  const states = categories.map((category) => outcomeState(db, category));
  const open = states.find(({ state }) => state !== "ready");
  if (!open) return { state: "ready", why: "" };
  // What was changed behind the seal is read out to nobody; what is only not decided yet is left out.
  if (states.some(({ why }) => why === alteredSentence)) return blocked(alteredSentence);
  return { state: "draft", why: open.why };
}

function announcementOf(
  { byKeys, ranked, recipients }: PaperSource,
  { regions }: EditionSource,
  awards: readonly AwardRow[],
): CategoryAnnouncement {
  const own = new Map(awards.map((award) => [award.id, award]));
  const winners = Map.groupBy(recipients.values(), ({ entryId }) => entryId);
  const places = Math.max(0, ...byKeys.awardPlaces);
  return {
    category: byKeys.category.name,
    finalists: entriesOfRound(byKeys, ranked.at(-1)).map(({ label }) => label),
    winners: [...winners.values()].map((honours): AnnouncedWinner => {
      const { entryId, place, regionLabel } = honours[0]!;
      const region = regions.get(byKeys.codeOf.get(entryId)!)!;
      const twin = [...regions.values()].find(
        ({ name, code }) => name === region.name && code !== region.code,
      );
      return {
        place,
        places,
        region: regionLabel,
        twin: twin?.label ?? null,
        honours: honours.map(({ awardId, awardName, name, title }) => {
          const { recipient } = own.get(awardId)!;
          return { award: awardName, recipient, name, position: recipient === "head" ? title : null };
        }),
      };
    }),
  };
}
