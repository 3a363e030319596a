import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

export interface NameCheck {
  subject: string;
  text: string;
  /** Null where an open edition knows no accounts. */
  accountId: number | null;
  checker: string;
  checkedAt: string;
}

export interface SeenFinding {
  subject: string;
  rule: string;
  sentence: string;
  accountId: number | null;
  viewer: string;
  seenAt: string;
  /** Why what must be mended is right all the same. */
  reason: string | null;
}

export function listNameChecks(db: ReadDb, editionId: number): NameCheck[] {
  return statement<[number], NameCheck>(
    db,
    `SELECT subject, text, account_id AS accountId, checker, checked_at AS checkedAt
     FROM name_checks WHERE edition_id = ?`,
  ).all(editionId);
}

export function saveNameCheck(db: WriteDb, check: NameCheck & { editionId: number }): void {
  statement(
    db,
    `INSERT INTO name_checks (edition_id, subject, text, account_id, checker, checked_at)
     VALUES (@editionId, @subject, @text, @accountId, @checker, @checkedAt)
     ON CONFLICT (edition_id, subject) DO UPDATE SET text = excluded.text, account_id = excluded.account_id,
      checker = excluded.checker, checked_at = excluded.checked_at`,
  ).run(check);
}

export function deleteNameCheck(db: WriteDb, editionId: number, subject: string): void {
  statement(db, "DELETE FROM name_checks WHERE edition_id = ? AND subject = ?").run(editionId, subject);
}

export function listSeenFindings(db: ReadDb, editionId: number): SeenFinding[] {
  return statement<[number], SeenFinding>(
    db,
    `SELECT subject, rule, sentence, account_id AS accountId, viewer, seen_at AS seenAt, reason
     FROM seen_findings WHERE edition_id = ?`,
  ).all(editionId);
}

export function saveSeenFinding(db: WriteDb, seen: SeenFinding & { editionId: number }): void {
  statement(
    db,
    `INSERT INTO seen_findings (edition_id, subject, rule, sentence, account_id, viewer, seen_at, reason)
     VALUES (@editionId, @subject, @rule, @sentence, @accountId, @viewer, @seenAt, @reason)
     ON CONFLICT (edition_id, subject, rule) DO UPDATE SET sentence = excluded.sentence,
      account_id = excluded.account_id, viewer = excluded.viewer, seen_at = excluded.seen_at, reason = excluded.reason`,
  ).run(seen);
}

export function deleteSeenFinding(db: WriteDb, editionId: number, subject: string, rule: string): void {
  statement(db, "DELETE FROM seen_findings WHERE edition_id = ? AND subject = ? AND rule = ?").run(
    editionId,
    subject,
    rule,
  );
}
