import type { IsoDate } from "../../electron/domain/edition.ts";

const months = ["jan", "feb", "mar", "apr", "mei", "jun", "jul", "agu", "sep", "okt", "nov", "des"];

/**
 * Reads a date as people type it: "12 Oktober 2022", "12 Okt 2022", "12/10/2022", "12-10-2022", "2022-10-12".
 * The day always comes first, as in Indonesia. Null for anything that is no day of the calendar.
 */
export function readTypedDate(text: string): IsoDate | null {
  const parts = text
    .trim()
    .toLocaleLowerCase("id")
    .split(/[\s/.,-]+/);
  if (parts.length !== 3) return null;
  const [first = "", second = "", third = ""] = parts;
  const [day, year] = /^\d{4}$/.test(first) ? [third, first] : [first, third];
  const month = /^\d{1,2}$/.test(second) ? second : String(monthNamed(second));
  if (!/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return null;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const moment = new Date(`${written}T00:00:00Z`);
  // 30 February rolls over to March, and so does not come back as written.
  const real = !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === written;
  return real ? written : null;
}

function monthNamed(word: string): number {
  return months.findIndex((month) => word.startsWith(month)) + 1;
}
