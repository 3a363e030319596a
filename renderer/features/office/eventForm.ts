import { z } from "zod";
import { roundEvent } from "../../../electron/contract/office.ts";
import type { RoundEventView } from "../../../electron/contract/office.ts";
import { toMinutes } from "./detailsForm.ts";

/** When and where a round is held, as it is typed. */
export interface EventForm {
  date: string | null;
  start: string;
  venue: string;
  presentationMinutes: number | string;
  interviewMinutes: number | string;
  inPerson: boolean;
  pauses: readonly { after: number | string; minutes: number | string; name: string }[];
}

export function toEventForm(event: RoundEventView): EventForm {
  const { date, start, venue, presentationMinutes, interviewMinutes, inPerson, pauses } = event;
  return {
    date,
    start: start ?? "",
    venue: venue ?? "",
    presentationMinutes: presentationMinutes ?? "",
    interviewMinutes: interviewMinutes ?? "",
    inPerson,
    pauses,
  };
}

export function toEvent(form: EventForm) {
  return {
    date: form.date,
    start: form.start.trim() || null,
    venue: form.venue.trim() || null,
    presentationMinutes: toMinutes(form.presentationMinutes),
    interviewMinutes: toMinutes(form.interviewMinutes),
    inPerson: form.inPerson,
    pauses: form.pauses.map(({ after, minutes, name }) => ({
      after: Number(after),
      minutes: Number(minutes),
      name,
    })),
  };
}

/** The contract's rules, on the form as typed. */
export const eventSchema = z.custom<EventForm>().transform((form, context) => {
  const read = roundEvent.safeParse(toEvent(form));
  if (read.success) return form;
  for (const { path, message } of read.error.issues) context.addIssue({ code: "custom", path, message });
  return z.NEVER;
});
