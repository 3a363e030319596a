import type { ReadDb } from "../open.ts";
import { statement } from "../statement.ts";

/** Every chain: the editions' by their id, and what was secured without having one. */
export function listChains(db: ReadDb): number[] {
  return statement<[], number>(
    db,
    `SELECT edition_id AS id FROM ledger GROUP BY edition_id
     UNION SELECT id FROM editions WHERE secured_at IS NOT NULL ORDER BY id`,
  )
    .pluck()
    .all();
}

/** The newest entry of the application's chain and of every edition's; asked for one by one, not by a walk over all. */
export function listHeads(db: ReadDb): { editionId: number; seq: number; hash: string }[] {
  return statement<[], { editionId: number; seq: number; hash: string }>(
    db,
    `SELECT edition_id AS editionId, seq, hash FROM (SELECT 0 AS id UNION ALL SELECT id FROM editions) AS chain
     JOIN ledger ON edition_id = chain.id AND seq = (SELECT max(seq) FROM ledger WHERE edition_id = chain.id)`,
  ).all();
}

export function findHashAt(db: ReadDb, editionId: number, seq: number): string | null {
  const row = statement<[number, number], { hash: string }>(
    db,
    "SELECT hash FROM ledger WHERE edition_id = ? AND seq = ?",
  ).get(editionId, seq);
  return row?.hash ?? null;
}

/** What was frozen or sealed, with the hash that the ledger knows too. */
export interface SealedText {
  what: "ruleBook" | "result";
  category: string | null;
  round: string | null;
  version: number;
  text: string;
  hash: string;
}

export function listSealedTexts(db: ReadDb, editionId: number): SealedText[] {
  return statement<[{ editionId: number }], SealedText>(
    db,
    `SELECT 'ruleBook' AS what, NULL AS category, NULL AS round, version, content AS text, hash FROM rule_books
       WHERE edition_id = @editionId AND content IS NOT NULL
     UNION ALL
     SELECT 'result', categories.key, rounds.key, seals.version, result, seals.hash FROM seals
       JOIN rounds ON rounds.id = round_id JOIN categories ON categories.id = rounds.category_id
       WHERE edition_id = @editionId`,
  ).all({ editionId });
}
