import { AppError } from "../../contract/errors.ts";
import type { ReadDb } from "../../database/open.ts";
import type { PresentationOrderWords } from "../../documents/presentationOrder.ts";
import { noEvent, presentersOf } from "../officeData.ts";
import { getSourceRound, type PaperSource } from "../paperSource.ts";
import { dateOf, occasionOf, placeOf } from "./officePaper.ts";
import { entrantsState } from "./officeStates.ts";
import { isDraft } from "./officePaper.ts";
import { headOf } from "./outcomes.ts";

/** A panel round as it is planned: it may not be known yet who presents. */
export function plannedRoundOf(source: PaperSource, roundId: number) {
  const { round, ranked, index } = getSourceRound(source, roundId);
  if (round.round.kind !== "panel")
    throw new AppError("NOT_FOUND", "Babak ini dinilai di meja. Muat ulang daftar dokumen.");
  const event = source.events.get(roundId) ?? noEvent;
  return {
    round: round.round,
    previous: source.byKeys.rounds[index - 1]?.round ?? null,
    panel: round.stored.panel.map((id) => source.panelists.get(id)!),
    event,
    occasion: occasionOf(source, roundId),
    presenters: presentersOf(source.byKeys, ranked, event),
    index,
  };
}

/** A panel round as letters and lists tell it that name who presents. @throws AppError where nobody does yet. */
export function panelRoundOf(db: ReadDb, source: PaperSource, roundId: number) {
  const held = plannedRoundOf(source, roundId);
  return { ...held, rancangan: isDraft(entrantsState(db, source, held.index)) };
}

/** The words of the order of presentation, from which invitations take their turns. */
export function orderWords(
  source: PaperSource,
  key: string,
  { round, event, occasion, presenters }: ReturnType<typeof plannedRoundOf>,
): PresentationOrderWords {
  return {
    editionTitle: source.edition.title,
    category: source.byKeys.category.name,
    round: round.name,
    occasion,
    presentationMinutes: event.presentationMinutes,
    interviewMinutes: event.interviewMinutes,
    entries: presenters.map(({ code, label }) => ({ region: label, head: headOf(source, code) })),
    pauses: event.pauses,
    place: placeOf(source),
    date: dateOf(source, key),
    signer: source.office.signer,
  };
}
