import { inTransaction } from "../../electron/database/open.ts";
import { setSecured } from "../../electron/database/queries/accounts.ts";
import { insertEntry, iterateLedger } from "../../electron/database/queries/ledger.ts";
import { type LedgerEntry, nextEntry } from "../../electron/domain/ledger.ts";
import { walkLedger } from "../../electron/domain/ledgerWalk.ts";
import type { Json } from "../../electron/domain/canonicalJson.ts";
import { readAllFacts } from "../../electron/services/editionFacts.ts";
import { verifyEdition } from "../../electron/services/ledgerVerifying.ts";
import { sha256 } from "../../electron/services/sha256.ts";
import type { BigDatabase } from "./bigDatabase.ts";
import { type Figure, inTurn, timed } from "./table.ts";

const entriesWanted = 1_000_000;
const goalPerSecond = 200_000;

/** A ledger of a million entries walked and replayed, beside a loop that reads the same bodies and only hashes them. */
export async function benchVerify({ context: { db }, editionId }: BigDatabase): Promise<Figure[]> {
  writeLedger(db, editionId);
  let hashed = 0;
  const bare = () => {
    for (const { body } of iterateLedger(db, editionId)) hashed += sha256(body).length;
  };
  let walked = 0;
  const walk = () => {
    const { length, chainFaults, replayFaults } = walkLedger(sha256, iterateLedger(db, editionId));
    if (chainFaults.length + replayFaults.length > 0)
      throw new Error("the ledger of the benchmark is intact");
    walked = length;
  };
  const { ours, reference } = await inTurn(3, walk, bare);
  if (walked !== entriesWanted || hashed === 0) throw new Error("the ledger of the benchmark is too short");
  const whole = await timed(() => {
    const { findings } = verifyEdition(db, editionId);
    if (findings.length > 0) throw new Error(findings[0]);
  });
  return [
    figure("ledger of 1,000,000 entries walked and replayed", ours, reference),
    figure("the same, held against the data", whole, reference),
  ];
}

function figure(what: string, oursMs: number, referenceMs: number): Figure {
  const perSecond = (ms: number) => Math.round(entriesWanted / (ms / 1000));
  return {
    what,
    ours: `${oursMs.toFixed(0)} ms, ${perSecond(oursMs)} a second`,
    reference: `bare SHA-256 loop over the same bodies: ${referenceMs.toFixed(0)} ms`,
    ratio: `${(oursMs / referenceMs).toFixed(2)} ×`,
    goal: `≥ ${goalPerSecond} a second`,
    met: perSecond(oursMs) >= goalPerSecond,
  };
}

/** Everything of the edition as it was secured, and then scores that were changed and changed back. */
function writeLedger(db: BigDatabase["context"]["db"], editionId: number): void {
  inTransaction(db, () => {
    setSecured(db, editionId, "2026-10-05T02:00:00.000Z");
    const facts = readAllFacts(db, editionId);
    let last: LedgerEntry | null = null;
    const append = (act: string, subject: string, old: Json, value: Json) => {
      const actor = { id: 1, name: "Siti Rahayu", role: "operator" };
      const by = { at: "2026-10-05T02:00:00.000Z", actor, from: "jendela 1", reason: null };
      last = nextEntry(sha256, last, { ...by, act, subject, old, new: value });
      insertEntry(db, editionId, last);
      return last.seq;
    };
    let seq = 0;
    for (const [subject, value] of facts) seq = append("fakta.security.secure", subject, null, value);
    for (const [subject, value] of facts) {
      if (seq >= entriesWanted - 1) break;
      if (!subject.startsWith("nilai/")) continue;
      append("fakta.sheets.setScores", subject, value, "0");
      seq = append("fakta.sheets.setScores", subject, "0", value);
    }
    if (seq < entriesWanted) append("ekspor", "bundel", null, null);
  });
}
