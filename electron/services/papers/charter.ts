import type { AwardRow } from "../../contract/categories.ts";
import type { EditionRow } from "../../contract/editions.ts";
import { charterPaper } from "../charterData.ts";
import { getAward } from "../lookup.ts";
import { alteredSentence, isFinal, isOfficial, sealStanding } from "../roundAtWork.ts";
import type { Recipient } from "../recipients.ts";
import { type CategoryAround, categoryPaper, type Draft } from "./kind.ts";
import { atRecipient } from "./place.ts";
import type { Context } from "../context.ts";
import { underEmbargo } from "./states.ts";

/** Piagam of each recipient; one that is nobody's yet while the result is open. */
export const charter = categoryPaper({
  kind: "charter",
  shows: "winners",
  again: "withReason",
  seen: "must",
  read: atRecipient,
  listOfCategory: (context, around) => around.awards.flatMap((award) => chartersOf(context, around, award)),
  categoryOf: (db, { awardId }) => getAward(db, awardId).categoryId,
  restsOn: ({ byKeys }) => byKeys.rounds.map(({ id }) => id),
  paper: (context, source, { awardId, entryId }) => charterPaper(context, source, awardId, entryId),
});

function chartersOf(
  { db }: Context,
  { edition, category, ranked, byKeys, hidden, recipients }: CategoryAround,
  award: AwardRow,
): Draft[] {
  const group = `${category.name} · ${award.name}`;
  const base = { kind: "charter" as const, group, date: edition.ceremonyDate };
  const last = ranked.at(-1);
  if (hidden || !isOfficial(db, byKeys, last)) {
    const open =
      last && sealStanding(db, last) === "altered"
        ? alteredSentence
        : isFinal(last)
          ? "Babak terakhir belum disegel."
          : last?.rulesOpen
            ? "Tata nilai belum lengkap. Selesaikan di Persiapan."
            : "Hasil babak terakhir belum lengkap atau serinya belum diputuskan.";
    const why = hidden ? underEmbargo : last ? open : "Kategori ini belum mempunyai babak.";
    return [
      { ...base, key: `charter/${award.id}/0`, title: `Piagam · ${award.name}`, state: "blocked", why },
    ];
  }
  return recipients
    .filter(({ awardId }) => awardId === award.id)
    .map((recipient) => {
      const why = whyNot(edition, recipient);
      const who = recipient.name ?? recipient.regionLabel;
      const office = recipient.title && !who.endsWith(recipient.title) ? `, ${recipient.title}` : "";
      return {
        ...base,
        key: `charter/${award.id}/${recipient.entryId}`,
        title: `Piagam ${recipient.place} · ${who}${office}`,
        state: why ? ("blocked" as const) : ("ready" as const),
        why: why ?? "",
      };
    });
}

function whyNot(edition: EditionRow, { name, title, regionLabel }: Recipient): string | null {
  const who = title ?? `perangkat daerah kepegawaian ${regionLabel}`;
  if (name === null) return `Nama ${who} belum diisi. Lengkapi di Persiapan, Daerah.`;
  if (edition.signatory === null) return "Pejabat penanda tangan belum diisi. Lengkapi di Persiapan, Edisi.";
  return null;
}
