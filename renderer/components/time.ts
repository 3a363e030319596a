import { longDate } from "../../electron/domain/indonesian.ts";

/** "10.41", by this computer's clock. */
export function clockTime(at: Date): string {
  return `${pad(at.getHours())}.${pad(at.getMinutes())}`;
}

/** "12 Oktober 2022 pukul 09.00", by this computer's clock, from an ISO instant. */
export function dateAndTime(instant: string): string {
  const at = new Date(instant);
  return `${longDate(localDate(at))} pukul ${clockTime(at)}`;
}

/** `2022-10-12`, by this computer's clock. */
export function localDate(at: Date): string {
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
