import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

/** A PDF that came back with an electronic signature. */
export interface SignedPaper {
  serial: string;
  key: string;
  /** SHA-256 of the file. */
  hash: string;
  signer: string;
  /** Of the certificate, as it says; null for what was filed before that was kept. */
  issuer: string | null;
  filedAt: string;
  filedBy: string | null;
}

export function listSignedPapers(db: ReadDb, editionId: number): SignedPaper[] {
  return statement<[number], SignedPaper>(
    db,
    `SELECT serial, key, hash, signer, issuer, filed_at AS filedAt, filed_by AS filedBy FROM signed_papers
     WHERE edition_id = ? ORDER BY serial`,
  ).all(editionId);
}

/** A later file of the same paper, with one more signature, takes the place of the earlier. */
export function saveSignedPaper(db: WriteDb, editionId: number, paper: SignedPaper, bytes: Uint8Array): void {
  statement(
    db,
    `INSERT INTO signed_papers (edition_id, serial, key, hash, signer, issuer, filed_at, filed_by)
     VALUES (@editionId, @serial, @key, @hash, @signer, @issuer, @filedAt, @filedBy)
     ON CONFLICT (edition_id, serial) DO UPDATE SET hash = excluded.hash, signer = excluded.signer, issuer = excluded.issuer,
      filed_at = excluded.filed_at, filed_by = excluded.filed_by`,
  ).run({ editionId, ...paper });
  statement(
    db,
    "INSERT INTO signed_files (edition_id, hash, bytes) VALUES (?, ?, ?) ON CONFLICT (edition_id, hash) DO NOTHING",
  ).run(editionId, paper.hash, bytes);
  statement(
    db,
    `DELETE FROM signed_files WHERE edition_id = @editionId
      AND hash NOT IN (SELECT hash FROM signed_papers WHERE edition_id = @editionId)`,
  ).run({ editionId });
}

export function findSignedFile(db: ReadDb, editionId: number, hash: string): Uint8Array<ArrayBuffer> | null {
  return (
    statement<[number, string], Uint8Array<ArrayBuffer>>(
      db,
      "SELECT bytes FROM signed_files WHERE edition_id = ? AND hash = ?",
    )
      .pluck()
      .get(editionId, hash) ?? null
  );
}
