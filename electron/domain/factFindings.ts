import { findAccountFindings } from "./accountFacts.ts";
import { canonicalJson, type Json } from "./canonicalJson.ts";
import { type FactChange, factParts, type ReplayFault, sameFact } from "./facts.ts";
import type { ReadFacts } from "./factStore.ts";
import { type FactNames, nameFact } from "./factNames.ts";
import { fieldName, isInstant, showFactValue } from "./factWords.ts";
import type { ChainFault } from "./ledger.ts";

/**
 * What differs between the data and what the ledger replays to, a sentence each: all of it was changed outside the
 * application. Two scores that stand in each other's place are told as one swap. `latestAt` is the latest instant in
 * the ledger: data that happened after it have lost their entries. `inData` has every path once, and is gone through a
 * second time only where something is missing in it.
 */
export function findFactFindings(
  inData: Iterable<[string, Json]>,
  inLedger: ReadFacts,
  names: FactNames,
  latestAt: string | null = null,
): string[] {
  const changes = listDifferences(inLedger, inData);
  const swaps = findSwaps(changes);
  const swapped = new Set(swaps.flat());
  return [
    ...findCutTail(changes, latestAt),
    ...swaps.map((swap) => swapSentence(swap, names)),
    ...changes.filter((change) => !swapped.has(change)).flatMap((change) => changeSentences(change, names)),
  ];
}

/** What is wrong with a chain, as a sentence. */
export function describeChainFault(
  { kind, seq, subject = null }: ChainFault & { subject?: string | null },
  names: FactNames | null = null,
): string {
  const about = subject === null || names === null ? "" : ` (${nameFact(subject, names)})`;
  const what = {
    missing: "hilang dari buku catatan: dihapus di luar program",
    altered: "tidak lagi seperti saat ditulis: isinya diubah di luar program",
    unlinked: "tidak menyambung ke catatan sebelumnya: buku catatan disusun ulang di luar program",
  };
  return `Catatan ke-${seq}${about} ${what[kind]}.`;
}

/** Where a ledger contradicts itself, as a sentence. */
export function describeReplayFault(
  { seq, subject, expected, found }: ReplayFault,
  names: FactNames | null = null,
): string {
  const about = names === null ? `tentang "${subject}"` : `(${nameFact(subject, names)})`;
  return `Catatan ke-${seq} ${about} berangkat dari ${showFactValue(expected)}, padahal catatan sebelumnya meninggalkan ${showFactValue(found)}.`;
}

/** As diffFacts, but without holding the data in memory beside the ledger. */
function listDifferences(inLedger: ReadFacts, inData: Iterable<[string, Json]>): FactChange[] {
  const changes: FactChange[] = [];
  let met = 0;
  for (const [subject, value] of inData) {
    const old = inLedger.get(subject) ?? null;
    if (old !== null) met += 1;
    if (!sameFact(old, value)) changes.push({ subject, old, new: value });
  }
  if (met === inLedger.size) return changes;
  const missing = new Map(inLedger);
  for (const [subject] of inData) missing.delete(subject);
  for (const [subject, old] of missing) changes.push({ subject, old, new: null });
  return changes;
}

/** An entry is written after all that it tells: nothing in the data can be younger than the ledger. */
function findCutTail(changes: readonly FactChange[], latestAt: string | null): string[] {
  const instants = changes
    .flatMap(({ new: now }) => (isRecord(now) ? Object.values(now) : [now]))
    .filter((value) => typeof value === "string")
    .filter((text) => isInstant(text));
  const [youngest] = instants.toSorted((a, b) => (a < b ? 1 : -1));
  if (latestAt === null || youngest === undefined || youngest <= latestAt) return [];
  return [
    `Basis data memuat kejadian pada ${showFactValue(youngest)}, sesudah catatan terakhir (${showFactValue(latestAt)}): ekor buku catatan dihapus di luar program.`,
  ];
}

type Pair = [FactChange, FactChange];

/** Pairs of scores of one round, panelist and indicator whose entries have each other's value. */
function findSwaps(changes: readonly FactChange[]): Pair[] {
  const waiting = new Map<string, FactChange[]>();
  const pairs: Pair[] = [];
  for (const change of changes) {
    const [kind, category, round, panelist, , indicator] = factParts(change.subject);
    if (kind !== "nilai" || change.old === null || change.new === null) continue;
    const key = (from: Json, to: Json) =>
      canonicalJson([category ?? "", round ?? "", panelist ?? "", indicator ?? "", from, to]);
    const other = waiting.get(key(change.new, change.old))?.pop();
    if (other) {
      pairs.push([other, change]);
      continue;
    }
    const own = key(change.old, change.new);
    waiting.set(own, [...(waiting.get(own) ?? []), change]);
  }
  return pairs;
}

function swapSentence([one, other]: Pair, names: FactNames): string {
  const [, category = "", round = "", panelist = "", first = "", indicator = ""] = factParts(one.subject);
  const [, , , , second = ""] = factParts(other.subject);
  const by = panelist === "meja" ? "" : ` oleh ${names.panelist(panelist)}`;
  return `Nilai ${names.region(first)} dan ${names.region(second)}${by} untuk ${names.indicator(category, round, indicator)} (${names.round(category, round)}) tertukar: di basis data ${showFactValue(one.new)} dan ${showFactValue(other.new)}, menurut buku catatan ${showFactValue(one.old)} dan ${showFactValue(other.old)}.`;
}

/** `old` is what the ledger says, `new` what the data say. */
function changeSentences({ subject, old, new: now }: FactChange, names: FactNames): string[] {
  if (factParts(subject)[0] === "akun") return findAccountFindings({ old, new: now });
  const name = nameFact(subject, names);
  if (old === null) {
    return [`${name} ada di basis data (${showFactValue(now)}), tetapi tidak ada di buku catatan.`];
  }
  if (now === null) return [`${name} tidak ada di basis data, menurut buku catatan ${showFactValue(old)}.`];
  if (!isRecord(old) || !isRecord(now)) {
    return [`${name} di basis data ${showFactValue(now)}, menurut buku catatan ${showFactValue(old)}.`];
  }
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return fields.flatMap((field) => {
    const [was, is] = [old[field] ?? null, now[field] ?? null];
    if (canonicalJson(was) === canonicalJson(is)) return [];
    return [
      `${name}: ${fieldName(field)} di basis data ${showFactValue(is)}, menurut buku catatan ${showFactValue(was)}.`,
    ];
  });
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
