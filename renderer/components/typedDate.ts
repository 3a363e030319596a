import type { IsoDate } from "../../electron/domain/edition.ts";

const months = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];

/** What was typed as a date. */
export type TypedDate =
  /** `short`: the year was typed with two digits. */
  | { kind: "day"; date: IsoDate; short: boolean }
  /** Written as a date, but no such day is in the calendar. */
  | { kind: "noDay" }
  /** Not written as a date. */
  | { kind: "unread" };

/**
 * Reads a date as people type it: "12 Oktober 2022", "12 Okt 2022", "12/10/2022", "12/10/22", "12-10-2022",
 * "2022-10-12". The day always comes first, as in Indonesia; a year of two digits is the one nearest to `aroundYear`.
 */
export function readTypedDate(text: string, aroundYear: number): TypedDate {
  const parts = text
    .trim()
    .toLocaleLowerCase("id")
    .split(/[\s/.,-]+/);
  if (parts.length !== 3) return { kind: "unread" };
  const [first = "", second = "", third = ""] = parts;
  const [day, typedYear] = /^\d{4}$/.test(first) ? [third, first] : [first, third];
  const month = /^\d{1,2}$/.test(second) ? second : String(monthNamed(second));
  if (!/^\d{1,2}$/.test(day) || !/^(?:\d{2}|\d{4})$/.test(typedYear) || month === "0")
    return { kind: "unread" };
  const short = typedYear.length === 2;
  const year = short ? yearNear(Number(typedYear), aroundYear) : typedYear;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const moment = new Date(`${written}T00:00:00Z`);
  // 30 February rolls over to March, and so does not come back as written.
  const real = !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === written;
  return real ? { kind: "day", date: written, short } : { kind: "noDay" };
}

function yearNear(lastDigits: number, aroundYear: number): string {
  return String(lastDigits + 100 * Math.round((aroundYear - lastDigits) / 100));
}

function monthNamed(word: string): number {
  return months.findIndex((month) => word.startsWith(month)) + 1;
}
