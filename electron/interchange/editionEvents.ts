import { createHash } from "node:crypto";
import type { EditionEvent, RoundKind } from "../domain/edition.ts";
import { drawByLot } from "../domain/lot.ts";
import { readEntryOf } from "./editionDecisions.ts";
import {
  orDefault,
  orNull,
  readDate,
  readFlag,
  readInteger,
  readName,
  readObject,
  readOptionalName,
  readText,
  type Slot,
  tell,
  whole,
} from "./editionFields.ts";
import { type KnownIds, reportRepeats } from "./editionIds.ts";
import {
  readMinutes,
  readOptionalMinutes,
  readShortList,
  readStart,
  reportMidnight,
} from "./editionOffice.ts";
import { itemPath } from "./problemText.ts";

const keys = [
  "date",
  "start",
  "venue",
  "presentationMinutes",
  "interviewMinutes",
  "inPerson",
  "pauses",
  "turns",
  "lot",
] as const;

/** A round that all 514 regions of the nation take part in. */
const mostTurns = 514;
const mostPauses = 20;

/** A round's `event`: when and where a panel round is held, and in which order its entries present. */
export function readRoundEvent(
  slot: Slot,
  kind: RoundKind | undefined,
  entries: KnownIds,
): EditionEvent | null | undefined {
  if (slot.value === undefined || slot.value === null) return null;
  if (kind === "desk") {
    return tell(slot, 'Babak "desk" dinilai di meja, jadi tidak mempunyai acara; hapus kunci ini.');
  }
  return readEvent(slot, entries);
}

function readEvent(slot: Slot, entries: KnownIds): EditionEvent | undefined {
  const fields = readObject(slot, keys, "acara babak");
  if (fields === undefined) return undefined;
  const start = readStart(fields.start);
  const presentationMinutes = readOptionalMinutes(fields.presentationMinutes);
  const interviewMinutes = readOptionalMinutes(fields.interviewMinutes);
  const pauses = orDefault(fields.pauses, [], (list) => readShortList(list, "jeda", mostPauses, readPause));
  const turnMinutes = (presentationMinutes ?? 0) + (interviewMinutes ?? 0);
  reportMidnight(slot, start, [turnMinutes, ...(pauses ?? []).map(({ minutes }) => minutes)]);
  const turns = orDefault(fields.turns, null, (list) => orNull(list, (given) => readTurns(given, entries)));
  const lot = orDefault(fields.lot, null, (seed) => orNull(seed, readSeed));
  checkLot(fields.lot, lot, turns);
  return whole<EditionEvent>({
    date: orDefault(fields.date, null, (date) => orNull(date, readDate)),
    start,
    venue: readOptionalName(fields.venue),
    presentationMinutes,
    interviewMinutes,
    inPerson: orDefault(fields.inPerson, true, readFlag),
    pauses,
    turns,
    lot,
  });
}

function readPause(slot: Slot) {
  const fields = readObject(slot, ["after", "minutes", "name"], "jeda");
  if (fields === undefined) return undefined;
  return whole<EditionEvent["pauses"][number]>({
    after: readInteger(fields.after, 1, mostTurns),
    minutes: readMinutes(fields.minutes),
    name: readName(fields.name),
  });
}

function readTurns(slot: Slot, entries: KnownIds): string[] | undefined {
  const turns = readShortList(slot, "kode daerah", mostTurns, (item) => readEntryOf(item, entries));
  const at = (turns ?? []).map((value, index) => ({ value, path: itemPath(slot.path, index) }));
  reportRepeats(at, slot.report, "setiap peserta hanya mendapat satu giliran");
  return turns && new Set(turns).size === turns.length ? turns : undefined;
}

function readSeed(slot: Slot): string | undefined {
  return readText(slot, "benih undian berupa teks 1–64 huruf", 64);
}

/** The seed is printed so that the order can be drawn again: an order that it does not give would be a false record. */
function checkLot(slot: Slot, lot: string | null | undefined, turns: string[] | null | undefined): void {
  if (typeof lot !== "string" || turns === undefined) return;
  if (turns === null) {
    tell(slot, 'Ada benih undian, tetapi "turns" tidak berisi urutan; isi urutannya atau hapus benih ini.');
    return;
  }
  const drawn = drawByLot(sha256, lot, turns.toSorted());
  if (drawn.every((code, index) => code === turns[index])) return;
  tell(
    slot,
    'Benih undian ini tidak menghasilkan urutan di "turns"; salin keduanya tanpa perubahan, atau tulis null bila urutannya ditentukan.',
  );
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
