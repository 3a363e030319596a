import type { Edition, Panelist, Region } from "../domain/edition.ts";
import { regionLabel } from "../domain/names.ts";
import { findBareName, type Gelar } from "../domain/personName.ts";
import {
  orDefault,
  orNull,
  readChoice,
  readDate,
  readId,
  readInteger,
  readList,
  readName,
  readObject,
  readOptionalName,
  readText,
  type Slot,
  tell,
  whole,
} from "./editionFields.ts";
import { type Placed, reportRepeats } from "./editionIds.ts";
import { readOffice } from "./editionOffice.ts";
import { itemPath, quoted } from "./problemText.ts";

export type EditionHead = Omit<Edition, "sample" | "regions" | "panelists" | "categories" | "awards">;

/** What a list gave: the items that could be read, and the ids others may refer to, undefined where unreadable. */
export interface Register<T> {
  readonly items: (T | undefined)[] | undefined;
  readonly ids: (string | undefined)[] | undefined;
}

/** `$.edition`: year, title, theme, place, day and who signs. */
export function readEditionHead(slot: Slot): EditionHead | undefined {
  const keys = [
    "year",
    "title",
    "theme",
    "organiser",
    "venue",
    "ceremonyDate",
    "signatory",
    "office",
  ] as const;
  const fields = readObject(slot, keys, "edisi");
  if (fields === undefined) return undefined;
  return whole<EditionHead>({
    year: readInteger(fields.year, 1945, 9999),
    title: readName(fields.title),
    theme: readOptionalName(fields.theme),
    organiser: readOptionalName(fields.organiser),
    venue: readOptionalName(fields.venue),
    ceremonyDate: orDefault(fields.ceremonyDate, null, (date) => orNull(date, readDate)),
    signatory: orDefault(fields.signatory, null, (signatory) => orNull(signatory, readSignatory)),
    office: orDefault(fields.office, null, (office) => orNull(office, readOffice)),
  });
}

/** `$.regions`, codes unique, and no two regions that would be shown by the same words. */
export function readRegions(slot: Slot): Register<Region> {
  const read = readList(slot, "daerah", readRegion);
  const codes = read?.map((each) => each?.code);
  reportRepeats(
    placed(codes, slot.path, "code"),
    slot.report,
    "kode daerah harus berbeda satu dengan lainnya",
  );
  const labels = read?.map((each) => each?.region && regionLabel(each.region));
  reportTwins(labels, slot);
  return { items: read?.map((each) => each?.region), ids: codes };
}

/** `$.panelists`, ids unique. */
export function readPanelists(slot: Slot): Register<Panelist> {
  const read = readList(slot, "panelis", readPanelist);
  const ids = read?.map((each) => each?.id);
  reportRepeats(placed(ids, slot.path, "id"), slot.report, "id panelis harus berbeda satu dengan lainnya");
  return { items: read?.map((each) => each?.panelist), ids };
}

/** The readable values of one key of a list's items, with their paths. */
export function placed(
  values: readonly (string | undefined)[] | undefined,
  path: string,
  key: string,
): Placed[] {
  const found: Placed[] = [];
  values?.forEach((value, index) => {
    if (value !== undefined) found.push({ value, path: `${itemPath(path, index)}.${key}` });
  });
  return found;
}

function readSignatory(slot: Slot) {
  const fields = readObject(slot, ["name", "title", "place", "gelar"], "penanda tangan");
  if (fields === undefined) return undefined;
  return whole<NonNullable<Edition["signatory"]>>({
    name: readName(fields.name),
    title: readName(fields.title),
    place: readName(fields.place),
    ...readGelar("gelar", fields.gelar, fields.name),
  });
}

function readRegion(slot: Slot): { code: string | undefined; region: Region | undefined } | undefined {
  const fields = readObject(slot, ["code", "type", "name", "head", "agency"], "daerah");
  if (fields === undefined) return undefined;
  const code = readRegionCode(fields.code);
  const region = whole<Region>({
    code,
    type: readChoice(fields.type, ["kabupaten", "kota"]),
    name: readName(fields.name),
    head: orNull(fields.head, readHead),
    agency: orNull(fields.agency, readAgency),
  });
  return { code, region };
}

function readRegionCode(slot: Slot): string | undefined {
  const code = readText(slot, "kode daerah seperti 35.20", 64);
  if (code === undefined || /^\d{2}\.\d{2}$/.test(code)) return code;
  return tell(
    slot,
    `Tertulis ${quoted(code)}; kode daerah harus dua angka, titik, dua angka, seperti 35.20.`,
  );
}

function readHead(slot: Slot) {
  const fields = readObject(
    slot,
    ["title", "name", "gelar"],
    "kepala daerah, atau null bila belum diketahui",
  );
  if (fields === undefined) return undefined;
  return whole<NonNullable<Region["head"]>>({
    title: readName(fields.title),
    name: readName(fields.name),
    ...readGelar("gelar", fields.gelar, fields.name),
  });
}

function readAgency(slot: Slot) {
  const fields = readObject(
    slot,
    ["name", "head", "headGelar"],
    "perangkat daerah kepegawaian, atau null bila belum diketahui",
  );
  if (fields === undefined) return undefined;
  return whole<NonNullable<Region["agency"]>>({
    name: readName(fields.name),
    head: readOptionalName(fields.head),
    ...readGelar("headGelar", fields.headGelar, fields.head),
  });
}

function readPanelist(slot: Slot): { id: string | undefined; panelist: Panelist | undefined } | undefined {
  const fields = readObject(slot, ["id", "name", "gelar", "institution"], "panelis");
  if (fields === undefined) return undefined;
  const id = readId(fields.id);
  const panelist = whole<Panelist>({
    id,
    name: readName(fields.name),
    ...readGelar("gelar", fields.gelar, fields.name),
    institution: readOptionalName(fields.institution),
  });
  return { id, panelist };
}

/** Titles under their key: absent where the file keeps none apart, and only such as the full name has. */
function readGelar<Key extends "gelar" | "headGelar">(
  key: Key,
  slot: Slot,
  full: Slot,
): { [name in Key]?: Gelar | undefined } {
  const read: { [name in Key]?: Gelar | undefined } = {};
  if (slot.value === undefined || slot.value === null) return read;
  const gelar = readGelarParts(slot);
  const fits = gelar && typeof full.value === "string" && findBareName(full.value, gelar) !== null;
  if (gelar && !fits) {
    tell(
      slot,
      "Gelar ini tidak sama dengan awal dan akhir namanya; tulis seperti dalam nama, atau hapus kunci ini.",
    );
  }
  read[key] = fits ? gelar : undefined;
  return read;
}

function readGelarParts(slot: Slot): Gelar | undefined {
  const fields = readObject(slot, ["before", "after"], "gelar depan dan belakang");
  if (fields === undefined) return undefined;
  return whole<Gelar>({ before: readOptionalName(fields.before), after: readOptionalName(fields.after) });
}

function reportTwins(labels: readonly (string | undefined)[] | undefined, slot: Slot): void {
  const first = new Map<string, string>();
  labels?.forEach((label, index) => {
    if (label === undefined) return;
    const alike = label.toLowerCase().replaceAll(/\s+/g, " ").trim();
    const path = itemPath(slot.path, index);
    const earlier = first.get(alike);
    if (earlier === undefined) first.set(alike, path);
    else {
      slot.report(
        `${path}.name`,
        `${label} sudah terdaftar di ${earlier}; setiap daerah harus dapat dibedakan dari jenis dan namanya.`,
      );
    }
  });
}
