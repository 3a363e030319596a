import type { Award, Category } from "../domain/edition.ts";
import {
  readChoice,
  readId,
  readInteger,
  readList,
  readName,
  readObject,
  type Slot,
  tell,
  whole,
  wholeList,
} from "./editionFields.ts";
import { type KnownIds, knownIds, reportRepeats } from "./editionIds.ts";
import { placed, type Register } from "./editionRegister.ts";
import { readRound } from "./editionRounds.ts";
import { itemPath, quoted } from "./problemText.ts";

/** `$.categories`, ids unique, with their entries and rounds. */
export function readCategories(slot: Slot, regions: KnownIds, panelists: KnownIds): Register<Category> {
  const read = readList(slot, "kategori", (item) => readCategory(item, regions, panelists));
  const ids = read?.map((each) => each?.id);
  reportRepeats(placed(ids, slot.path, "id"), slot.report, "id kategori harus berbeda satu dengan lainnya");
  return { items: read?.map((each) => each?.category), ids };
}

/** `$.awards`, ids unique, each for a category that exists. */
export function readAwards(slot: Slot, categories: KnownIds): Award[] | undefined {
  const read = readList(slot, "penghargaan", (item) => readAward(item, categories));
  const ids = read?.map((each) => each?.id);
  reportRepeats(
    placed(ids, slot.path, "id"),
    slot.report,
    "id penghargaan harus berbeda satu dengan lainnya",
  );
  return wholeList(read?.map((each) => each?.award));
}

function readCategory(slot: Slot, regions: KnownIds, panelists: KnownIds) {
  const fields = readObject(slot, ["id", "name", "entries", "rounds"], "kategori");
  if (fields === undefined) return undefined;
  const id = readId(fields.id);
  const name = readName(fields.name);
  const entryCodes = readEntries(fields.entries, regions);
  const entries = knownIds(entryCodes);
  const count = Array.isArray(fields.rounds.value) ? fields.rounds.value.length : 0;
  let position = 0;
  const rounds = readList(fields.rounds, "babak", (item) => {
    position += 1;
    return readRound(item, { panelists, entries, isFirst: position === 1, isLast: position === count });
  });
  const ids = rounds?.map((each) => each?.id);
  reportRepeats(
    placed(ids, fields.rounds.path, "id"),
    slot.report,
    "id babak harus berbeda dalam satu kategori",
  );
  const category = whole<Category>({
    id,
    name,
    entries: wholeList(entryCodes),
    rounds: wholeList(rounds?.map((each) => each?.round)),
  });
  return { id, category };
}

function readEntries(slot: Slot, regions: KnownIds): (string | undefined)[] | undefined {
  const codes = readList(slot, "kode daerah", readId);
  if (codes === undefined) return undefined;
  const at = codes.map((value, index) => ({ value, path: itemPath(slot.path, index) }));
  reportRepeats(at, slot.report, "satu daerah hanya sekali menjadi peserta satu kategori");
  for (const { value, path } of at) {
    if (value === undefined || regions.mayHave(value)) continue;
    slot.report(path, `Daerah ${quoted(value)} tidak ada di $.regions; tulis kode daerah yang terdaftar.`);
  }
  return codes;
}

function readAward(slot: Slot, categories: KnownIds) {
  const fields = readObject(slot, ["id", "category", "places", "name", "recipient"], "penghargaan");
  if (fields === undefined) return undefined;
  const id = readId(fields.id);
  const award = whole<Award>({
    id,
    category: readAwardCategory(fields.category, categories),
    places: readInteger(fields.places, 1, Number.MAX_SAFE_INTEGER),
    name: readName(fields.name),
    recipient: readChoice(fields.recipient, ["head", "agency", "region"]),
  });
  return { id, award };
}

function readAwardCategory(slot: Slot, categories: KnownIds): string | undefined {
  const id = readId(slot);
  if (id === undefined || categories.mayHave(id)) return id;
  return tell(slot, `Kategori ${quoted(id)} tidak ada di $.categories; tulis id kategori yang ada.`);
}
