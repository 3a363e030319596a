import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

export type Keying = "single" | "confirm" | "double";

export interface StoredPolicy {
  signatures: number;
  /** Account ids, in order. */
  signers: number[];
  panelistNames: "named" | "letters";
}

export interface StoredRuleBook {
  version: number;
  reason: string | null;
  openedAt: string;
  content: string | null;
  hash: string | null;
  frozenAt: string | null;
}

export interface StoredSignature {
  accountId: number;
  name: string;
  role: string;
  hash: string;
  signedAt: string;
}

export function findPolicy(db: ReadDb, editionId: number): StoredPolicy | null {
  const row = statement<[number], Omit<StoredPolicy, "signers">>(
    db,
    "SELECT signatures, panelist_names AS panelistNames FROM policies WHERE edition_id = ?",
  ).get(editionId);
  if (!row) return null;
  const signers = statement<[number], number>(
    db,
    "SELECT account_id FROM policy_signers WHERE edition_id = ? ORDER BY position",
  )
    .pluck()
    .all(editionId);
  return { ...row, signers };
}

export function savePolicy(
  db: WriteDb,
  editionId: number,
  { signatures, signers, panelistNames }: StoredPolicy,
): void {
  statement(
    db,
    `INSERT INTO policies (edition_id, signatures, panelist_names) VALUES (?, ?, ?)
     ON CONFLICT (edition_id) DO UPDATE SET signatures = excluded.signatures, panelist_names = excluded.panelist_names`,
  ).run(editionId, signatures, panelistNames);
  statement(db, "DELETE FROM policy_signers WHERE edition_id = ?").run(editionId);
  signers.forEach((accountId, position) =>
    statement(db, "INSERT INTO policy_signers (edition_id, account_id, position) VALUES (?, ?, ?)").run(
      editionId,
      accountId,
      position,
    ),
  );
}

/** Newest first. */
export function listRuleBooks(db: ReadDb, editionId: number): StoredRuleBook[] {
  return statement<[number], StoredRuleBook>(
    db,
    `SELECT version, reason, opened_at AS openedAt, content, hash, frozen_at AS frozenAt FROM rule_books
     WHERE edition_id = ? ORDER BY version DESC`,
  ).all(editionId);
}

export function openRuleBook(
  db: WriteDb,
  editionId: number,
  version: number,
  reason: string | null,
  now: string,
): void {
  statement(db, "INSERT INTO rule_books (edition_id, version, reason, opened_at) VALUES (?, ?, ?, ?)").run(
    editionId,
    version,
    reason,
    now,
  );
}

/** An open one; those that were signed stay for ever. */
export function deleteRuleBook(db: WriteDb, editionId: number, version: number): void {
  statement(db, "DELETE FROM rule_books WHERE edition_id = ? AND version = ? AND frozen_at IS NULL").run(
    editionId,
    version,
  );
}

export function freezeRuleBook(
  db: WriteDb,
  editionId: number,
  version: number,
  frozen: { content: string; hash: string; now: string },
): void {
  statement(
    db,
    "UPDATE rule_books SET content = ?, hash = ?, frozen_at = ? WHERE edition_id = ? AND version = ?",
  ).run(frozen.content, frozen.hash, frozen.now, editionId, version);
}

/** Signatures put to a subject, "tatanilai/1", "segel/utama/paparan/1", in the order they were given. */
export function listSignatures(db: ReadDb, editionId: number, subject: string): StoredSignature[] {
  return statement<[number, string], StoredSignature>(
    db,
    `SELECT account_id AS accountId, name, role, hash, signed_at AS signedAt FROM signatures
     WHERE edition_id = ? AND subject = ? ORDER BY id`,
  ).all(editionId, subject);
}

export function insertSignature(
  db: WriteDb,
  editionId: number,
  signature: StoredSignature & { subject: string },
): void {
  statement(
    db,
    `INSERT INTO signatures (edition_id, subject, hash, account_id, name, role, signed_at)
     VALUES (@editionId, @subject, @hash, @accountId, @name, @role, @signedAt)`,
  ).run({ editionId, ...signature });
}

/** "category/round" by keys → how it is keyed. */
export function listKeyings(db: ReadDb, editionId: number): Map<string, Keying> {
  const rows = statement<[number], { path: string; keying: Keying }>(
    db,
    `SELECT categories.key || '/' || rounds.key AS path, keying FROM rounds
     JOIN categories ON categories.id = rounds.category_id WHERE edition_id = ?`,
  ).all(editionId);
  return new Map(rows.map(({ path, keying }) => [path, keying]));
}

export function findKeying(db: ReadDb, roundId: number): Keying {
  const row = statement<[number], { keying: Keying }>(db, "SELECT keying FROM rounds WHERE id = ?").get(
    roundId,
  );
  return row?.keying ?? "single";
}

export function setKeying(db: WriteDb, roundId: number, keying: Keying): void {
  statement(db, "UPDATE rounds SET keying = ? WHERE id = ?").run(keying, roundId);
}

export interface StoredSeal {
  roundId: number;
  version: number;
  /** JSON. */
  result: string;
  hash: string;
  sealedAt: string;
}

/** Every sealed version of a round, oldest first. */
export function listSeals(db: ReadDb, roundId: number): StoredSeal[] {
  return statement<[number], StoredSeal>(
    db,
    `SELECT round_id AS roundId, version, result, hash, sealed_at AS sealedAt FROM seals WHERE round_id = ?
     ORDER BY version`,
  ).all(roundId);
}

export function insertSeal(db: WriteDb, { roundId, version, result, hash, sealedAt }: StoredSeal): void {
  statement(db, "INSERT INTO seals (round_id, version, result, hash, sealed_at) VALUES (?, ?, ?, ?, ?)").run(
    roundId,
    version,
    result,
    hash,
    sealedAt,
  );
}

/** Rounds of an edition that are sealed, "category/round" by keys. */
export function listSealedRounds(db: ReadDb, editionId: number): Set<string> {
  const paths = statement<[number], string>(
    db,
    `SELECT DISTINCT categories.key || '/' || rounds.key FROM seals JOIN rounds ON rounds.id = round_id
     JOIN categories ON categories.id = rounds.category_id WHERE edition_id = ?`,
  )
    .pluck()
    .all(editionId);
  return new Set(paths);
}
