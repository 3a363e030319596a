import type { Decision, Recusal, TieBreakKey } from "../domain/edition.ts";
import {
  readId,
  readList,
  readObject,
  readText,
  type Slot,
  tell,
  whole,
  wholeList,
} from "./editionFields.ts";
import { type KnownIds, reportRepeats } from "./editionIds.ts";
import { itemPath, quoted } from "./problemText.ts";

const plainKeys = ["previousRound", "exactTotal", "median", "panelistMajority", "decision"] as const;
const indicatorPrefix = "indicator:";

/** Why somebody stood aside or how a tie was decided: as long as a paragraph. */
const longestReason = 2000;

/** Who of the panel does not judge which entry; each pair once. */
export function readRecusals(slot: Slot, panel: KnownIds, entries: KnownIds) {
  const read = readList(slot, "panelis yang tidak menilai", (item) => readRecusal(item, panel, entries));
  const pairs = (read ?? []).map((each, index) => ({
    value: each && `${each.panelist} · ${each.entry}`,
    path: itemPath(slot.path, index),
  }));
  reportRepeats(pairs, slot.report, "satu pasang panelis dan peserta cukup ditulis sekali");
  return read;
}

/** The chain that splits equal totals; each key once, each indicator known. */
export function readTieBreak(slot: Slot, indicators: KnownIds): TieBreakKey[] | undefined {
  const read = readList(slot, "kunci pemecah nilai sama", (item) => readTieBreakKey(item, indicators));
  const keys = (read ?? []).map((value, index) => ({ value, path: itemPath(slot.path, index) }));
  reportRepeats(keys, slot.report, "setiap kunci pemecah nilai sama cukup sekali");
  return wholeList(read);
}

/** What a meeting decided about a tie: at least two entries, and an order of exactly those. */
export function readDecisions(slot: Slot, entries: KnownIds): Decision[] | undefined {
  const read = readList(slot, "keputusan atas nilai sama", (item) => readDecision(item, entries));
  const sets = (read ?? []).map((each, index) => ({
    value: each && each.entries.toSorted().join(", "),
    path: itemPath(slot.path, index),
  }));
  reportRepeats(sets, slot.report, "untuk peserta yang sama hanya boleh ada satu keputusan");
  return wholeList(read);
}

function readRecusal(slot: Slot, panel: KnownIds, entries: KnownIds): Recusal | undefined {
  const fields = readObject(slot, ["panelist", "entry", "reason"], "panelis yang tidak menilai");
  if (fields === undefined) return undefined;
  return whole<Recusal>({
    panelist: readPanelistOf(fields.panelist, panel),
    entry: readEntryOf(fields.entry, entries),
    reason: readReason(fields.reason),
  });
}

function readDecision(slot: Slot, entries: KnownIds): Decision | undefined {
  const fields = readObject(slot, ["entries", "order", "reason"], "keputusan");
  if (fields === undefined) return undefined;
  const tied = wholeList(readList(fields.entries, "kode daerah", (item) => readEntryOf(item, entries)));
  const order = wholeList(readList(fields.order, "kode daerah", readId));
  const reason = readReason(fields.reason);
  if (tied !== undefined) {
    const at = tied.map((value, index) => ({ value, path: itemPath(fields.entries.path, index) }));
    reportRepeats(at, slot.report, "setiap peserta cukup sekali");
    if (tied.length < 2) {
      tell(fields.entries, `Berisi ${tied.length} peserta; keputusan memerlukan paling sedikit 2 peserta.`);
    }
  }
  if (tied !== undefined && order !== undefined && !sameEntries(tied, order)) {
    tell(
      fields.order,
      `Urutan ini harus memuat tepat peserta di "entries", masing-masing sekali: ${shown(tied)}.`,
    );
  }
  return whole<Decision>({ entries: tied, order, reason });
}

/** An entry of the category. */
export function readEntryOf(slot: Slot, entries: KnownIds): string | undefined {
  const entry = readId(slot);
  if (entry === undefined || entries.mayHave(entry)) return entry;
  return tell(
    slot,
    `${quoted(entry)} bukan peserta kategori ini; tulis kode daerah yang ada di "entries" kategori.`,
  );
}

/** A panelist of the round's panel. */
export function readPanelistOf(slot: Slot, panel: KnownIds): string | undefined {
  const panelist = readId(slot);
  if (panelist === undefined || panel.mayHave(panelist)) return panelist;
  return tell(
    slot,
    `Panelis ${quoted(panelist)} tidak duduk dalam panel babak ini; tulis id yang ada di "panel".`,
  );
}

function readTieBreakKey(slot: Slot, indicators: KnownIds): TieBreakKey | undefined {
  const key = readText(slot, `kunci pemecah nilai sama, misalnya "decision"`, indicatorPrefix.length + 64);
  const plain = plainKeys.find((each) => each === key);
  if (key === undefined || plain !== undefined) return plain;
  if (!key.startsWith(indicatorPrefix)) {
    return tell(
      slot,
      `${quoted(key)} tidak dikenal; seharusnya "indicator:ID", ${plainKeys.map(quoted).join(", ")}.`,
    );
  }
  const id = key.slice(indicatorPrefix.length);
  if (indicators.mayHave(id)) return `${indicatorPrefix}${id}`;
  return tell(slot, `Indikator ${quoted(id)} tidak ada di babak ini; tulis id indikator yang ada.`);
}

function readReason(slot: Slot): string | undefined {
  return readText(slot, "alasan", longestReason, true);
}

function sameEntries(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join("\n") === b.toSorted().join("\n");
}

function shown(entries: readonly string[]): string {
  return entries.length > 10 ? `${entries.slice(0, 10).join(", ")}, …` : entries.join(", ");
}
