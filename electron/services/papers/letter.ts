import type { InvitationWords } from "../../documents/invitation.ts";
import type { PaperSource } from "../paperSource.ts";
import { dateOf, numberOf, placeOf } from "./officePaper.ts";
import type { plannedRoundOf } from "./panelRound.ts";

/** What every invitation to a round says, whoever is invited. */
export function letterWords(
  source: PaperSource,
  key: string,
  { round, event, occasion }: ReturnType<typeof plannedRoundOf>,
): Omit<InvitationWords, "attachment" | "invited"> {
  const { edition, office } = source;
  return {
    editionTitle: edition.title,
    theme: edition.theme,
    number: numberOf(source, key),
    place: placeOf(source),
    date: dateOf(source, key),
    round: round.name,
    occasion,
    presentationMinutes: event.presentationMinutes,
    interviewMinutes: event.interviewMinutes,
    signer: office.signer,
    copies: office.copies,
  };
}
