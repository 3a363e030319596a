import { canonicalDecimal } from "../domain/exact.ts";
import type { DecimalText, IsoDate } from "../domain/edition.ts";
import { type JsonObject, type JsonValue, RepeatedKey, WrittenNumber } from "./jsonText.ts";
import type { Report } from "./problemList.ts";
import { itemPath, keyPath, quoted } from "./problemText.ts";

/** A place in the file: what stands there (undefined: nothing does), its path, and whom to tell of a fault. */
export interface Slot {
  readonly value: JsonValue | undefined;
  readonly path: string;
  readonly report: Report;
}

/** Reads a slot; undefined once the fault has been reported. */
export type Reader<T> = (slot: Slot) => T | undefined;

// A longer decimal is no score of anybody's, and the application's own fields hold no more.
const longestDecimal = 60;

/** All parts as one object, or undefined while any part could not be read. */
export function whole<T extends object>(parts: { [K in keyof T]: T[K] | undefined }): T | undefined {
  return isWhole<T>(parts) ? parts : undefined;
}

function isWhole<T extends object>(parts: { [K in keyof T]: T[K] | undefined }): parts is T {
  return !Object.values(parts).includes(undefined);
}

/** An absent key is the default; one that is there must be right. */
export function orDefault<T>(slot: Slot, fallback: T, read: Reader<T>): T | undefined {
  return slot.value === undefined ? fallback : read(slot);
}

/** `null` stands for "not known". */
export function orNull<T>(slot: Slot, read: Reader<T>): T | null | undefined {
  return slot.value === null ? null : read(slot);
}

/** The slots of an object's keys; every other key is reported as unknown. */
export function readObject<K extends string>(
  slot: Slot,
  keys: readonly K[],
  expected: string,
): Record<K, Slot> | undefined {
  const object = readRecord(slot, expected);
  if (object === undefined) return undefined;
  const unknown = `Kunci ini tidak dikenal; yang dikenal di sini hanya ${keys.join(", ")}.`;
  for (const key of Object.keys(object)) {
    if (!(keys as readonly string[]).includes(key)) slot.report(keyPath(slot.path, key), unknown);
  }
  const slots = Object.fromEntries(keys.map((key) => [key, slotOf(object, key, slot)]));
  return hasSlots(slots, keys) ? slots : undefined;
}

function hasSlots<K extends string>(
  slots: Record<string, Slot>,
  keys: readonly K[],
): slots is Record<K, Slot> {
  return keys.every((key) => key in slots);
}

/** An object whose keys are data; read them with `slotOf`. */
export function readRecord(slot: Slot, expected: string): JsonObject | undefined {
  const { value } = slot;
  return isObject(value) ? value : refuse(slot, `objek ${expected}`);
}

/** The slot of one key. */
export function slotOf(object: JsonObject, key: string, parent: Slot): Slot {
  const path = keyPath(parent.path, key);
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  if (!(value instanceof RepeatedKey)) return { value, path, report: parent.report };
  parent.report(path, "Kunci ini ditulis lebih dari sekali; sisakan satu, yang benar.");
  return { value: value.value, path, report: parent.report };
}

/** Each item read; an item that could not be read leaves undefined in its place. */
export function readList<T>(slot: Slot, expected: string, read: Reader<T>): (T | undefined)[] | undefined {
  const { value, path, report } = slot;
  if (!isList(value)) return refuse(slot, `daftar ${expected}`);
  return value.map((item, index) => read({ value: item, path: itemPath(path, index), report }));
}

/** The list, or undefined while an item of it could not be read. */
export function wholeList<T>(list: readonly (T | undefined)[] | undefined): T[] | undefined {
  const readable = list?.filter((item) => item !== undefined);
  return readable?.length === list?.length ? readable : undefined;
}

/** Text of 1 to `longest` characters, on one line unless `manyLines`. */
export function readText(
  slot: Slot,
  expected: string,
  longest: number,
  manyLines = false,
): string | undefined {
  const { value } = slot;
  if (typeof value !== "string") return refuse(slot, expected);
  if (value.trim() === "") return tell(slot, `Masih kosong; isi dengan ${expected}.`);
  // Letters, not code units; text so long that it cannot fit is not taken apart.
  const length = value.length > 2 * longest ? value.length : Array.from(value).length;
  if (length > longest) {
    return tell(slot, `Panjangnya ${length} huruf; paling panjang ${longest} huruf.`);
  }
  const forbidden = manyLines ? /(?![\n\r\t])\p{Cc}/u : /\p{Cc}/u;
  if (forbidden.test(value) || !value.isWellFormed()) {
    return tell(slot, `${quoted(value)} memuat karakter kendali; tulis hanya huruf, angka dan tanda baca.`);
  }
  return value;
}

/** A name or title: 1 to 200 characters. */
export function readName(slot: Slot): string | undefined {
  return readText(slot, "teks 1–200 huruf", 200);
}

/** A name, or null where it is not known; absent is the same. */
export function readOptionalName(slot: Slot): string | null | undefined {
  return orDefault(slot, null, (name) => orNull(name, readName));
}

/** An id: 1 to 64 characters, and none of the words that every JavaScript object answers to. */
export function readId(slot: Slot): string | undefined {
  const id = readText(slot, "id berupa teks 1–64 huruf", 64);
  if (id !== undefined && id in {}) {
    return tell(slot, `${quoted(id)} tidak dapat dipakai sebagai id; pilih kata lain.`);
  }
  return id;
}

/** One of a closed set of words. */
export function readChoice<T extends string>(slot: Slot, choices: readonly T[]): T | undefined {
  const expected = choices.map(quoted).join(" atau ");
  const { value } = slot;
  const choice = choices.find((each) => each === value);
  if (choice !== undefined) return choice;
  return typeof value === "string"
    ? tell(slot, `Tertulis ${quoted(value)}; seharusnya ${expected}.`)
    : refuse(slot, expected);
}

/** true or false. */
export function readFlag(slot: Slot): boolean | undefined {
  return typeof slot.value === "boolean" ? slot.value : refuse(slot, "true atau false");
}

/** A JSON number that is a whole number from `least` to `most`. */
export function readInteger(slot: Slot, least: number, most: number): number | undefined {
  const expected =
    most === Number.MAX_SAFE_INTEGER
      ? `bilangan bulat paling kecil ${least}`
      : `bilangan bulat ${least}–${most}`;
  if (!(slot.value instanceof WrittenNumber)) return refuse(slot, expected);
  const written = slot.value.text;
  const text = canonicalDecimal(written) ?? "";
  const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  return tell(slot, `Tertulis ${shortNumber(written)}; seharusnya ${expected}.`);
}

/** A JSON number or decimal text, as the exact canonical decimal. */
export function readDecimalValue(slot: Slot): DecimalText | undefined {
  const { value } = slot;
  const expected = 'angka, misalnya 87.1 atau "87.1"';
  if (typeof value === "string" && !/^-?\d+(\.\d+)?$/.test(value)) {
    return tell(slot, `Tertulis ${quoted(value)}; seharusnya ${expected}.`);
  }
  const written = value instanceof WrittenNumber ? value.text : value;
  if (typeof written !== "string") return refuse(slot, expected);
  const decimal = canonicalDecimal(written);
  if (decimal !== null && decimal.length <= longestDecimal) return decimal;
  return tell(slot, `Angka ${shortNumber(written)} terlalu panjang; paling banyak ${longestDecimal} tanda.`);
}

/** A day that exists, `2021-10-05`. */
export function readDate(slot: Slot): IsoDate | undefined {
  const { value } = slot;
  const expected = "tanggal yang ada dalam bentuk 2021-10-05";
  if (typeof value !== "string") return refuse(slot, expected);
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // A day past the end of its month rolls over into the next one, and then no longer reads the same.
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) {
    return tell(slot, `Tertulis ${quoted(value)}; seharusnya ${expected}.`);
  }
  return value;
}

/** Reports a fault of this slot. */
export function tell(slot: Slot, message: string): undefined {
  slot.report(slot.path, message);
}

function refuse(slot: Slot, expected: string): undefined {
  if (slot.value === undefined) return tell(slot, `Belum ada; wajib diisi dengan ${expected}.`);
  return tell(slot, `Tertulis ${kindOf(slot.value)}; seharusnya ${expected}.`);
}

function kindOf(value: JsonValue): string {
  if (value === null) return "null";
  if (typeof value === "string") return `teks ${quoted(value)}`;
  if (typeof value === "boolean") return String(value);
  if (value instanceof WrittenNumber) return `angka ${shortNumber(value.text)}`;
  return isList(value) ? "daftar" : "objek";
}

function shortNumber(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof WrittenNumber) &&
    !(value instanceof RepeatedKey)
  );
}
