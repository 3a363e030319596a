import { AppError } from "../contract/errors.ts";
import { inTransaction, type ReadDb } from "../database/open.ts";
import { listAccounts, type StoredAccount } from "../database/queries/accounts.ts";
import { applicationChain, findNewestFact, holdsFacts } from "../database/queries/ledger.ts";
import type { AccountFact } from "../domain/accountFacts.ts";
import { diffFacts, factPath, type Facts, sameFact } from "../domain/facts.ts";
import type { Context } from "./context.ts";
import { appendFacts } from "./ledgerWriting.ts";
import { sha256 } from "./sha256.ts";

/** Every account as a fact of the application's chain; wrong tries come and go without one. */
export function accountFacts(db: ReadDb): Facts {
  return new Map(listAccounts(db).map((account) => [pathOf(account), factOf(account)]));
}

/** Runs an act on accounts as one transaction; what it changed stands in the ledger, whether or not it says so. */
export function accountCommand<T>(context: Context, act: string, work: () => T): T {
  const { db } = context;
  return inTransaction(db, () => {
    recordAccounts(context);
    const before = accountFacts(db);
    const result = work();
    appendFacts(context, applicationChain, { act }, diffFacts(before, accountFacts(db)));
    return result;
  });
}

/**
 * Writes down the accounts of a database from before they were facts; does nothing as soon as one is, so that what is
 * changed behind the ledger is never taken up into it.
 */
export function recordAccounts(context: Context): void {
  const { db } = context;
  if (!isUnrecorded(db)) return;
  const changes = diffFacts(new Map(), accountFacts(db));
  inTransaction(db, () => appendFacts(context, applicationChain, { act: "accounts.record" }, changes));
}

/** Whether the accounts are from a time before they were facts, so that there is nothing to hold them against. */
export function isUnrecorded(db: ReadDb): boolean {
  return !holdsFacts(db, applicationChain, "akun/");
}

/** Nobody goes in, and nothing is signed, by a PIN, code or role that somebody wrote into the database. */
export function refuseAlteredAccount({ db }: Context, account: StoredAccount): void {
  if (isUnrecorded(db)) return;
  if (sameFact(findNewestFact(db, applicationChain, pathOf(account)), factOf(account))) return;
  throw new AppError(
    "FORBIDDEN",
    `Akun ${account.name} diubah di luar program, jadi tidak dapat dipakai. Periksa buku catatan di Pengamanan; sekretaris menutup akun ini dan membuat yang baru.`,
  );
}

function pathOf({ id }: StoredAccount): string {
  return factPath("akun", id);
}

function factOf({ name, role, createdAt, closedAt, pinHash, recoveryHash }: StoredAccount): AccountFact {
  return {
    name,
    role,
    createdAt,
    closedAt,
    pin: sha256(pinHash),
    recovery: recoveryHash === null ? null : sha256(recoveryHash),
  };
}
