import type { Json } from "./canonicalJson.ts";
import { createFactStore, type FactStore } from "./factStore.ts";
import { isFactAct, type ReplayFault, sameFact } from "./facts.ts";
import { type ChainFault, emptyHead, type LedgerEntry, type Sha256 } from "./ledger.ts";
import { findWalkedAct, type WalkedAct } from "./ledgerScan.ts";

/** What a whole chain amounts to. */
export interface Walk {
  length: number;
  head: string;
  /** The latest instant of any act; null without one. */
  latestAt: string | null;
  /** What it replays to. */
  facts: FactStore;
  /** With the subject of an entry that can still be read. */
  chainFaults: (ChainFault & { subject: string | null })[];
  replayFaults: ReplayFault[];
}

/**
 * Walks a chain and replays it in one go, without holding it in memory, and past its faults to the end: everything
 * that is wrong is found. `watch` sees every entry, with its act where it can be read.
 */
export function walkLedger(
  sha256: Sha256,
  entries: Iterable<LedgerEntry>,
  watch: (entry: LedgerEntry, act: WalkedAct | null) => void = () => {},
): Walk {
  const walk: Walk = {
    length: 0,
    head: emptyHead,
    latestAt: null,
    facts: createFactStore(),
    chainFaults: [],
    replayFaults: [],
  };
  for (const entry of entries) {
    const act = findWalkedAct(entry.body);
    const kind = findFault(sha256, entry, act, walk);
    if (kind === "missing") walk.chainFaults.push({ kind, seq: walk.length + 1, subject: null });
    else if (kind) walk.chainFaults.push({ kind, seq: entry.seq, subject: act?.subject ?? null });
    walk.length = entry.seq;
    walk.head = entry.hash;
    if (act && (walk.latestAt === null || act.at > walk.latestAt)) walk.latestAt = act.at;
    watch(entry, act);
    if (act && isFactAct(act)) replay(act, walk);
  }
  return walk;
}

function findFault(
  sha256: Sha256,
  { seq, body, hash }: LedgerEntry,
  act: WalkedAct | null,
  walk: Walk,
): ChainFault["kind"] | null {
  if (sha256(body) !== hash) return "altered";
  if (seq !== walk.length + 1) return "missing";
  return act?.prev === walk.head && act.seq === seq ? null : "unlinked";
}

function replay(act: WalkedAct, { facts, replayFaults }: Walk): void {
  const found: Json = facts.get(act.subject) ?? null;
  if (!sameFact(found, act.old)) {
    replayFaults.push({ seq: act.seq, subject: act.subject, expected: act.old, found });
  }
  if (act.new === null) facts.delete(act.subject);
  else facts.set(act.subject, act.new);
}
