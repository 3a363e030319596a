import { AppError } from "../contract/errors.ts";
import { isSecured } from "../database/queries/accounts.ts";
import { applicationChain, findHead, insertEntry } from "../database/queries/ledger.ts";
import { touchEdition } from "../database/queries/editions.ts";
import { inTransaction } from "../database/open.ts";
import type { Json } from "../domain/canonicalJson.ts";
import { diffFacts, type FactChange, type Facts, findDoubled } from "../domain/facts.ts";
import { type Act, nextEntry } from "../domain/ledger.ts";
import { writeAnchorSoon } from "./anchor.ts";
import type { Context } from "./context.ts";
import { readFacts } from "./editionFacts.ts";
import { type Licence, refuseForbiddenChange } from "./gate.ts";
import type { EventAct } from "./ledgerWords.ts";
import { sha256 } from "./sha256.ts";

/** Who did something in general, and why. */
export interface Doing {
  /** The procedure: "regions.update". */
  act: string;
  reason?: string | null | undefined;
  /** What else than usual this command may change: a seal or a signed correction. */
  licence?: Licence | undefined;
}

/** Tells a command which scores or typed passes it changed; everything else it sees by itself. */
export type Record = (changes: Iterable<FactChange>) => void;

/**
 * Runs a command as one transaction. On a secured edition every fact it changed stands in the ledger in the same
 * transaction, and a change that the frozen rule book or a seal forbids undoes it all: what a service forgets to say
 * is found by comparing before and after. Scores and typed passes are not compared, there are too many: of those the
 * service tells, and one that forgets is found when the ledger is verified, at the latest before a seal.
 */
export function command<T>(
  context: Context,
  editionId: number,
  doing: Doing,
  work: (record: Record) => T,
): T {
  const { db } = context;
  const now = context.clock.now();
  if (!isSecured(db, editionId)) {
    return inTransaction(db, () => {
      const result = work(() => {});
      touchEdition(db, editionId, now);
      return result;
    });
  }
  return inTransaction(db, () => {
    const before = readFacts(db, editionId);
    const recorded: FactChange[] = [];
    const result = work((changes) => {
      for (const change of changes) recorded.push(change);
    });
    const after = readFacts(db, editionId);
    refuseDoubled(before, after);
    const changes = [...recorded, ...diffFacts(before, after)];
    refuseForbiddenChange(db, editionId, changes, doing.licence);
    appendFacts(context, editionId, doing, changes);
    touchEdition(db, editionId, now);
    return result;
  });
}

/** What stands twice in one place has come from outside; no act of the application may put it there. */
function refuseDoubled(before: Facts, after: Facts): void {
  const doubled = findDoubled([...after].filter(([path]) => !before.has(path)));
  if (doubled === null) return;
  throw new AppError(
    "CONFLICT",
    "Hal ini sudah tercatat, jadi tidak dapat dicatat sekali lagi. Muat ulang halaman.",
  );
}

/** Appends facts that changed. Run inside the transaction that changed them. */
export function appendFacts(
  context: Context,
  editionId: number,
  doing: Doing,
  changes: Iterable<FactChange>,
): void {
  append(
    context,
    editionId,
    Array.from(changes, ({ subject, old, new: after }) => ({
      act: `fakta.${doing.act}`,
      subject,
      old,
      new: after,
      reason: doing.reason ?? null,
    })),
  );
}

/** Appends an act that changes no fact: an export, a wrong PIN. An open edition has no ledger to hold it. */
export function appendEvent(
  context: Context,
  editionId: number,
  {
    act,
    subject,
    details = null,
    reason = null,
  }: { act: EventAct; subject: string; details?: Json; reason?: string | null },
): void {
  if (editionId !== applicationChain && !isSecured(context.db, editionId)) return;
  const put = () => append(context, editionId, [{ act, subject, old: null, new: details, reason }]);
  if (context.db.inTransaction) put();
  else inTransaction(context.db, put);
}

type Unplaced = Pick<Act, "act" | "subject" | "old" | "new" | "reason">;

function append(context: Context, editionId: number, acts: Unplaced[]): void {
  if (acts.length === 0) return;
  const { db, clock, session } = context;
  const at = clock.now();
  const by = { at, actor: session?.account ?? null, from: session?.from ?? "baris perintah" };
  const head = findHead(db, editionId);
  let last: { seq: number; hash: string } | null = head;
  const put = (act: Unplaced) => {
    const entry = nextEntry(sha256, last, { ...by, ...act });
    insertEntry(db, editionId, entry);
    last = entry;
  };
  if (head && head.at > at) put({ act: "jam.mundur", subject: "jam", old: head.at, new: at, reason: null });
  for (const act of acts) put(act);
  writeAnchorSoon(context);
}
