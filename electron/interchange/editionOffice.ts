import {
  awardsAreDerived,
  longestSpeech,
  mostItems,
  onlyKnownPlaceholders,
  unknownPlaceholder,
} from "../contract/office.ts";
import type { CeremonyItem, CeremonyStep, EditionOffice } from "../domain/edition.ts";
import {
  orDefault,
  orNull,
  readChoice,
  readInteger,
  readList,
  readObject,
  readName,
  readOptionalName,
  readText,
  type Slot,
  tell,
  whole,
  wholeList,
} from "./editionFields.ts";
import { reportRepeats } from "./editionIds.ts";
import { itemPath, quoted } from "./problemText.ts";

const steps = [
  "opening",
  "anthem",
  "report",
  "address",
  "awards",
  "governor",
  "prayer",
  "closing",
  "own",
] as const satisfies readonly CeremonyStep[];

/** A regulation, or whoever gets a copy, is longer than a name. */
const longestLine = 600;
const mostLines = 40;
const minutesADay = 24 * 60;

const noSigner: EditionOffice["signer"] = { office: null, name: null, rank: null };
const noCeremony: EditionOffice["ceremony"] = { start: null, items: null, guests: [] };

/** `$.edition.office`: who signs the letters, what they rest on, and how the ceremony goes. A NIP is never in a file. */
export function readOffice(slot: Slot): EditionOffice | undefined {
  const fields = readObject(
    slot,
    ["signer", "bases", "budget", "copies", "ceremony"],
    "keterangan surat dan acara",
  );
  if (fields === undefined) return undefined;
  return whole<EditionOffice>({
    signer: orDefault(fields.signer, noSigner, readSigner),
    bases: readLines(fields.bases, "dasar hukum"),
    budget: orDefault(fields.budget, null, (budget) => orNull(budget, readLine)),
    copies: readLines(fields.copies, "penerima tembusan"),
    ceremony: orDefault(fields.ceremony, noCeremony, readCeremony),
  });
}

/** `09.00`; null or absent is not known. */
export function readStart(slot: Slot): string | null | undefined {
  return orDefault(slot, null, (start) => orNull(start, readHour));
}

/** 1 to 600; null or absent is not known. */
export function readOptionalMinutes(slot: Slot): number | null | undefined {
  return orDefault(slot, null, (minutes) => orNull(minutes, readMinutes));
}

/** 1 to 600. */
export function readMinutes(slot: Slot): number | undefined {
  return readInteger(slot, 1, 600);
}

/** Reports times that would not be over by midnight: no paper could print them. */
export function reportMidnight(
  slot: Slot,
  start: string | null | undefined,
  lengthsMinutes: readonly (number | null | undefined)[],
): void {
  if (typeof start !== "string") return;
  const unknown = lengthsMinutes.findIndex((length) => typeof length !== "number");
  const known = unknown === -1 ? lengthsMinutes : lengthsMinutes.slice(0, unknown);
  const begins = Number(start.slice(0, 2)) * 60 + Number(start.slice(3));
  if (known.reduce<number>((sum, length) => sum + (length ?? 0), begins) < minutesADay) return;
  tell(
    slot,
    `Susunan waktu yang mulai pukul ${start} melewati tengah malam; majukan jam mulai atau kurangi lama tiap acara.`,
  );
}

/** A list of at most so many; what is too much is one problem, and nothing of it is read. */
export function readShortList<T>(
  slot: Slot,
  expected: string,
  most: number,
  read: (item: Slot) => T | undefined,
): T[] | undefined {
  if (Array.isArray(slot.value) && slot.value.length > most) {
    return tell(slot, `Berisi ${slot.value.length} ${expected}; paling banyak ${most}.`);
  }
  return wholeList(readList(slot, expected, read));
}

function readSigner(slot: Slot): EditionOffice["signer"] | undefined {
  const fields = readObject(slot, ["office", "name", "rank"], "penanda tangan surat");
  if (fields === undefined) return undefined;
  return whole<EditionOffice["signer"]>({
    office: readOptionalName(fields.office),
    name: readOptionalName(fields.name),
    rank: readOptionalName(fields.rank),
  });
}

function readCeremony(slot: Slot): EditionOffice["ceremony"] | undefined {
  const fields = readObject(slot, ["start", "items", "guests"], "susunan acara upacara");
  if (fields === undefined) return undefined;
  const start = readStart(fields.start);
  const items = orDefault(fields.items, null, (list) => orNull(list, readItems));
  reportMidnight(slot, start, items?.map(({ minutes }) => minutes) ?? []);
  return whole<EditionOffice["ceremony"]>({ start, items, guests: readLines(fields.guests, "tamu") });
}

function readItems(slot: Slot) {
  const items = readShortList(slot, "mata acara", mostItems, readItem);
  const at = (items ?? []).flatMap(({ step }, index) =>
    // The office may add as many of its own as it likes.
    step === "own" ? [] : [{ value: step, path: `${itemPath(slot.path, index)}.step` }],
  );
  reportRepeats(at, slot.report, "setiap mata acara hanya sekali");
  return items;
}

function readItem(slot: Slot) {
  const fields = readObject(slot, ["step", "minutes", "by", "title", "words"], "mata acara");
  if (fields === undefined) return undefined;
  const { title, words } = fields;
  const step = readChoice(fields.step, steps);
  const own = whole<CeremonyItem>({
    step,
    minutes: readOptionalMinutes(fields.minutes),
    by: readOptionalName(fields.by),
    // Absent is as usual, and is written as absent again.
    ...((title.value !== undefined || step === "own") && { title: readName(title) }),
    ...(words.value !== undefined && { words: readSpeech(words) }),
  });
  if (step !== "awards") return own;
  const typed = [title, words].find(({ value }) => value !== undefined);
  return typed ? tell(typed, `${awardsAreDerived}.`) : own;
}

function readSpeech(slot: Slot): string | undefined {
  const words = readText(slot, `teks 1–${longestSpeech} huruf`, longestSpeech, true);
  return words === undefined || onlyKnownPlaceholders.test(words)
    ? words
    : tell(slot, `${unknownPlaceholder}.`);
}

function readLines(slot: Slot, expected: string): string[] | undefined {
  return orDefault(slot, [], (lines) => readShortList(lines, expected, mostLines, readLine));
}

function readLine(slot: Slot): string | undefined {
  return readText(slot, `teks 1–${longestLine} huruf`, longestLine);
}

function readHour(slot: Slot): string | undefined {
  const expected = "jam seperti 09.00";
  const hour = readText(slot, expected, 64);
  if (hour === undefined || /^([01]\d|2[0-3])\.[0-5]\d$/.test(hour)) return hour;
  return tell(slot, `Tertulis ${quoted(hour)}; seharusnya ${expected}.`);
}
