import { AppError } from "../../contract/errors.ts";
import type { InvitationWords } from "../../documents/invitation.ts";
import type { Occasion } from "../../documents/officeWords.ts";
import type { EditionRow } from "../../contract/editions.ts";
import type { ReadDb } from "../../database/open.ts";
import { listInWords } from "../../domain/indonesian.ts";
import { readEvent } from "../officeData.ts";
import type { PaperSource } from "../paperSource.ts";
import { blocked, type RoundAround, type StateOfPaper } from "./kind.ts";
import { dateOf, numberOf, occasionOf, placeOf } from "./officePaper.ts";
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

/** Of a letter that asks somebody to come: held back until it says when and where, whatever else it waits for. */
export function letterState(
  db: ReadDb,
  edition: EditionRow,
  { round }: Pick<RoundAround, "round">,
  state: StateOfPaper,
): StateOfPaper {
  if (state.state === "blocked") return state;
  const events = new Map([[round.id, readEvent(db, round.id)]]);
  const lacks = occasionLacks(round.name, occasionOf({ events, edition }, round.id));
  return lacks === null ? state : blocked(lacks);
}

/** @throws AppError where a letter would leave day, hour or place to be guessed. */
export function refuseOpenOccasion({ round, occasion }: ReturnType<typeof plannedRoundOf>): void {
  const lacks = occasionLacks(round.name, occasion);
  if (lacks !== null) throw new AppError("NOT_READY", lacks);
}

/** Number and date of a letter come from another unit and may be dots; this nobody else fills in. Null: nothing lacks. */
function occasionLacks(round: string, { date, start, venue }: Occasion): string | null {
  const parts = [
    date === null ? "tanggal" : null,
    start === null ? "jam mulai" : null,
    venue === null ? "tempat" : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return `Belum diisi: ${listInWords(parts)} babak ${round}. Lengkapi di Persiapan, Surat & acara.`;
}
