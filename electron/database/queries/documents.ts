import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

export interface StoredDocument {
  key: string;
  number: string | null;
  date: string | null;
  paperSize: "A4" | "F4" | null;
  printedAt: string | null;
}

export function listDocuments(db: ReadDb, editionId: number): StoredDocument[] {
  return statement<[number], StoredDocument>(
    db,
    `SELECT key, number, date, paper_size AS paperSize, printed_at AS printedAt
     FROM documents WHERE edition_id = ?`,
  ).all(editionId);
}

/** Keeps what is not given. */
export function saveDocument(
  db: WriteDb,
  editionId: number,
  key: string,
  details: Partial<Omit<StoredDocument, "key">>,
): void {
  const before = listOne(db, editionId, key);
  const after = { ...before, ...details };
  statement(
    db,
    `INSERT INTO documents (edition_id, key, number, date, paper_size, printed_at)
     VALUES (@editionId, @key, @number, @date, @paperSize, @printedAt)
     ON CONFLICT (edition_id, key) DO UPDATE SET number = excluded.number, date = excluded.date,
      paper_size = excluded.paper_size, printed_at = excluded.printed_at`,
  ).run({ editionId, ...after });
}

function listOne(db: ReadDb, editionId: number, key: string): StoredDocument {
  const none = { key, number: null, date: null, paperSize: null, printedAt: null };
  return (
    statement<[number, string], StoredDocument>(
      db,
      `SELECT key, number, date, paper_size AS paperSize, printed_at AS printedAt
       FROM documents WHERE edition_id = ? AND key = ?`,
    ).get(editionId, key) ?? none
  );
}
