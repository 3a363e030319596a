import type { Role } from "../../contract/access.ts";
import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

export interface StoredAccount {
  id: number;
  name: string;
  role: Role;
  pinHash: string;
  recoveryHash: string | null;
  wrongTries: number;
  waitUntil: string | null;
  createdAt: string;
  closedAt: string | null;
}

const select = `SELECT id, name, role, pin_hash AS pinHash, recovery_hash AS recoveryHash, wrong_tries AS wrongTries,
  wait_until AS waitUntil, created_at AS createdAt, closed_at AS closedAt FROM accounts`;

export function listAccounts(db: ReadDb): StoredAccount[] {
  return statement<[], StoredAccount>(
    db,
    `${select} ORDER BY closed_at IS NOT NULL, name COLLATE NOCASE`,
  ).all();
}

export function findAccount(db: ReadDb, id: number): StoredAccount | null {
  return statement<[number], StoredAccount>(db, `${select} WHERE id = ?`).get(id) ?? null;
}

export function insertAccount(
  db: WriteDb,
  account: Pick<StoredAccount, "name" | "role" | "pinHash" | "recoveryHash">,
  now: string,
): number {
  const { lastInsertRowid } = statement(
    db,
    "INSERT INTO accounts (name, role, pin_hash, recovery_hash, created_at) VALUES (?, ?, ?, ?, ?)",
  ).run(account.name, account.role, account.pinHash, account.recoveryHash, now);
  return Number(lastInsertRowid);
}

/** Another PIN, and the recovery code that goes with it; wrong tries are forgotten. */
export function setPin(
  db: WriteDb,
  id: number,
  { pinHash, recoveryHash }: Pick<StoredAccount, "pinHash" | "recoveryHash">,
): void {
  statement(
    db,
    "UPDATE accounts SET pin_hash = ?, recovery_hash = ?, wrong_tries = 0, wait_until = NULL WHERE id = ?",
  ).run(pinHash, recoveryHash, id);
}

export function setRecovery(db: WriteDb, id: number, recoveryHash: string): void {
  statement(db, "UPDATE accounts SET recovery_hash = ? WHERE id = ?").run(recoveryHash, id);
}

export function setTries(db: WriteDb, id: number, wrongTries: number, waitUntil: string | null): void {
  statement(db, "UPDATE accounts SET wrong_tries = ?, wait_until = ? WHERE id = ?").run(
    wrongTries,
    waitUntil,
    id,
  );
}

export function closeAccount(db: WriteDb, id: number, now: string): void {
  statement(db, "UPDATE accounts SET closed_at = ? WHERE id = ?").run(now, id);
}

export function isAnyEditionSecured(db: ReadDb): boolean {
  return (
    statement<[], number>(db, "SELECT 1 FROM editions WHERE secured_at IS NOT NULL LIMIT 1").get() !==
    undefined
  );
}

export function isSecured(db: ReadDb, editionId: number): boolean {
  return findSecuredAt(db, editionId) !== null;
}

export function findSecuredAt(db: ReadDb, editionId: number): string | null {
  const row = statement<[number], { securedAt: string | null }>(
    db,
    "SELECT secured_at AS securedAt FROM editions WHERE id = ?",
  ).get(editionId);
  return row?.securedAt ?? null;
}

export function setSecured(db: WriteDb, editionId: number, now: string): void {
  statement(db, "UPDATE editions SET secured_at = ? WHERE id = ?").run(now, editionId);
}
