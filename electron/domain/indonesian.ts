import type { DecimalText, IsoDate } from "./edition.ts";

const WORDS = [
  "nol",
  "satu",
  "dua",
  "tiga",
  "empat",
  "lima",
  "enam",
  "tujuh",
  "delapan",
  "sembilan",
  "sepuluh",
  "sebelas",
] as const;
const MONTHS = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
] as const;
const WEEKDAYS = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"] as const;
const SCALES: readonly (readonly [bigint, string])[] = [
  [10n ** 15n, "kuadriliun"],
  [10n ** 12n, "triliun"],
  [10n ** 9n, "miliar"],
  [10n ** 6n, "juta"],
  [1000n, "ribu"],
];
const GREATEST = 10n ** 15n;

function wordsBelowThousand(value: number): string[] {
  if (value === 0) return [];
  if (value <= 11) return [WORDS[value] ?? ""];
  if (value < 20) return [WORDS[value - 10] ?? "", "belas"];
  if (value < 100) return [WORDS[Math.floor(value / 10)] ?? "", "puluh", ...wordsBelowThousand(value % 10)];
  const hundreds = Math.floor(value / 100);
  const head = hundreds === 1 ? ["seratus"] : [WORDS[hundreds] ?? "", "ratus"];
  return [...head, ...wordsBelowThousand(value % 100)];
}

/**
 * Terbilang of a whole number from −10^15 to 10^15: `2021` → `dua ribu dua puluh satu`, `1000` → `seribu`.
 * @throws RangeError outside that range or where the number is not whole.
 */
export function spellNumber(value: number | bigint): string {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new RangeError(`not a whole number: ${value}`);
  }
  let rest = BigInt(value);
  if (rest < 0n) return `minus ${spellNumber(-rest)}`;
  if (rest > GREATEST) throw new RangeError(`beyond 10^15: ${value}`);
  if (rest === 0n) return WORDS[0];
  const words: string[] = [];
  for (const [size, name] of SCALES) {
    const count = Number(rest / size);
    rest %= size;
    if (count === 0) continue;
    // Only a thousand contracts: seribu, but satu juta. Within a group ("dua puluh satu ribu") it does not.
    if (size === 1000n && count === 1) words.push("seribu");
    else words.push(...wordsBelowThousand(count), name);
  }
  return [...words, ...wordsBelowThousand(Number(rest))].join(" ");
}

/** Beyond this nobody reads the digits. */
const longestFraction = 12;

function splitDecimal(text: DecimalText): { sign: string; whole: string; fraction: string } {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) throw new RangeError(`not a decimal text: ${text}`);
  return { sign: match[1] ?? "", whole: match[2] ?? "", fraction: match[3] ?? "" };
}

/**
 * An exact decimal as Indonesians write it: `12345.6` → `12.345,6`. `fractionDigits` fills up with zeros and never
 * rounds or cuts.
 */
export function formatDecimal(text: DecimalText, fractionDigits = 0): string {
  const { sign, whole, fraction } = splitDecimal(text);
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ".");
  const filled = fraction.padEnd(fractionDigits, "0");
  return filled === "" ? `${sign}${grouped}` : `${sign}${grouped},${filled}`;
}

/** An exact fraction `86211/1000` as it is read: `86,211` where it ends, else as it stands. */
export function formatFraction(fraction: string): string {
  const [numerator = "0", denominator = "1"] = fraction.split("/");
  const decimals = decimalsNeeded(BigInt(denominator));
  if (decimals === null) return fraction;
  const digits = (BigInt(numerator) * 10n ** BigInt(decimals)) / BigInt(denominator);
  const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, "0");
  const point = text.length - decimals;
  const sign = digits < 0n ? "-" : "";
  return formatDecimal(`${sign}${text.slice(0, point)}${decimals > 0 ? `.${text.slice(point)}` : ""}`);
}

/** How many decimals a fraction in lowest terms takes to end; null where it never does, or late. */
function decimalsNeeded(denominator: bigint): number | null {
  for (let decimals = 0; decimals <= longestFraction; decimals += 1) {
    if (10n ** BigInt(decimals) % denominator === 0n) return decimals;
  }
  return null;
}

/** Terbilang of an exact decimal, the digits after the comma one by one: `91.05` → `sembilan puluh satu koma nol lima`. */
export function spellDecimal(text: DecimalText): string {
  const { sign, whole, fraction } = splitDecimal(text);
  const digits = Array.from(fraction, (digit) => WORDS[Number(digit)] ?? "");
  const tail = digits.length === 0 ? "" : ` koma ${digits.join(" ")}`;
  return `${sign === "" ? "" : "minus "}${spellNumber(BigInt(whole))}${tail}`;
}

function readDate(date: IsoDate): { year: number; month: number; day: number; weekday: number } {
  const parsed = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T00:00:00Z`) : null;
  // A day that no calendar has (30 February) rolls over or is invalid; either way it does not come back as written.
  if (parsed === null || Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date) {
    throw new RangeError(`not a calendar date: ${date}`);
  }
  return {
    year: parsed.getUTCFullYear(),
    month: parsed.getUTCMonth(),
    day: parsed.getUTCDate(),
    weekday: parsed.getUTCDay(),
  };
}

/** The weekday of a date, `Selasa`. */
export function weekdayName(date: IsoDate): string {
  return WEEKDAYS[readDate(date).weekday] ?? "";
}

/** `12 Oktober 2021`. */
export function longDate(date: IsoDate): string {
  const { year, month, day } = readDate(date);
  return `${day} ${MONTHS[month]} ${year}`;
}

/** "5 Oktober 2026 pukul 09.41 WIB", from an instant in UTC; Western Indonesia is seven hours ahead all year. */
export function timeText(at: string): string {
  const local = localText(at);
  return `${longDate(local.slice(0, 10))} pukul ${local.slice(11, 16).replace(":", ".")} WIB`;
}

/** The day that an instant in UTC falls on in Western Indonesia. */
export function localDate(at: string): IsoDate {
  return localText(at).slice(0, 10);
}

function localText(at: string): string {
  return new Date(Date.parse(at) + 7 * 3_600_000).toISOString();
}

/** `Selasa, 12 Oktober 2021`. */
export function longDateWithWeekday(date: IsoDate): string {
  return `${weekdayName(date)}, ${longDate(date)}`;
}

/** The date as a berita acara opens: `Selasa tanggal lima bulan Oktober tahun dua ribu dua puluh satu`. */
export function spelledDate(date: IsoDate): string {
  const { year, month, day } = readDate(date);
  return `${weekdayName(date)} tanggal ${spellNumber(day)} bulan ${MONTHS[month]} tahun ${spellNumber(year)}`;
}

/** A whole number from 1 to 3999 in Roman numerals, as in `Terbaik II`. */
export function romanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999)
    throw new RangeError(`no Roman numeral: ${value}`);
  const signs: [number, string][] = [
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let rest = value;
  let text = "";
  for (const [size, sign] of signs) {
    while (rest >= size) {
      text += sign;
      rest -= size;
    }
  }
  return text;
}

/** The month of a date as letter numbers write it: `2021-10-05` → `X`. */
export function romanMonth(date: IsoDate): string {
  return romanNumeral(readDate(date).month + 1);
}

/** Words in a row: `a`, `a dan b`, `a, b, dan c`. */
export function listInWords(items: readonly string[]): string {
  if (items.length <= 2) return items.join(" dan ");
  return `${items.slice(0, -1).join(", ")}, dan ${items.at(-1)}`;
}
