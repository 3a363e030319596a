import { longDate } from "../../electron/domain/indonesian.ts";

/** When something happened, on this computer's clock: "12 Oktober 2021 pukul 10.41". */
export function momentText(at: string): string {
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime())) return at;
  const date = `${moment.getFullYear()}-${twoDigits(moment.getMonth() + 1)}-${twoDigits(moment.getDate())}`;
  return `${longDate(date)} pukul ${twoDigits(moment.getHours())}.${twoDigits(moment.getMinutes())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
