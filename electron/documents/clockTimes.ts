import { PaperError } from "./paperError.ts";

const minutesADay = 24 * 60;

function minutesOf(time: string): number {
  const match = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(time.trim());
  if (match === null) {
    throw new PaperError("INVALID", `Jam “${time}” tidak terbaca; tulis seperti 09.00.`);
  }
  return Number(match[1]) * 60 + Number(match[2]);
}

function timeAt(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}.${two(minutes % 60)}`;
}

/** From when until when, `09.00`; null where an earlier length or the start is not known. */
export interface TimeSlot {
  from: string | null;
  until: string | null;
}

/**
 * What follows one after the other from a start, by their minutes; null is a length that is not known.
 * @throws PaperError where the start cannot be read or the day ends before they do.
 */
export function timeSlots(start: string | null, lengthsMinutes: readonly (number | null)[]): TimeSlot[] {
  let now = start === null ? null : minutesOf(start);
  return lengthsMinutes.map((length) => {
    const from = now;
    now = from === null || length === null ? null : from + length;
    if (now !== null && now >= minutesADay) {
      throw new PaperError(
        "INVALID",
        `Susunan waktu yang mulai pukul ${start} melewati tengah malam; majukan jam mulai atau kurangi lama tiap acara.`,
      );
    }
    return { from: from === null ? null : timeAt(from), until: now === null ? null : timeAt(now) };
  });
}

/** How a speaker greets at that hour: `selamat pagi`; null without an hour. */
export function greetingAt(time: string | null): string | null {
  if (time === null) return null;
  const hour = Math.floor(minutesOf(time) / 60);
  if (hour < 10) return "selamat pagi";
  if (hour < 15) return "selamat siang";
  return hour < 18 ? "selamat sore" : "selamat malam";
}
