/** A time of day as people type it: "09.00", "9:05", "0905", "9". Null for anything that is none. */
export function readTypedTime(text: string): { hours: number; minutes: number } | null {
  const found = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(text.trim().replace(/\s*(WIB|WITA|WIT)$/i, ""));
  if (!found) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? "0")];
  return hours < 24 && minutes < 60 ? { hours, minutes } : null;
}

/** The ISO instant of a day (`2022-10-12`) and a time by this computer's clock; null where either is missing. */
export function instantOf(date: string | null, time: string): string | null {
  const clock = readTypedTime(time);
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? "");
  if (!clock || !day) return null;
  const at = new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3]), clock.hours, clock.minutes);
  return at.toISOString();
}
