import { factParts } from "../../domain/facts.ts";
import type { ReadDb } from "../open.ts";
import { statement } from "../statement.ts";
import { applicationChain } from "./ledger.ts";

/** What an account has done in an edition, as numbers. */
export interface PersonWork {
  /** Signatures that bear the name of its owner. */
  signatures: number;
  /** Sheets of which it typed, imported or decided a score. */
  sheets: number;
  /** Entries of the edition's ledger and of the application's that name it as the one who acted. */
  acts: number;
}

/** The work of every account that did something, by account id. */
export function listPersonWork(db: ReadDb, editionId: number): Map<number, PersonWork> {
  const work = new Map<number, PersonWork>();
  const of = (account: number): PersonWork => {
    const found = work.get(account) ?? { signatures: 0, sheets: 0, acts: 0 };
    work.set(account, found);
    return found;
  };
  for (const { account, count } of countSignatures(db, editionId)) of(account).signatures = count;
  for (const { account, count } of countActs(db, editionId)) of(account).acts = count;
  for (const [account, sheets] of collectSheets(db, editionId)) of(account).sheets = sheets.size;
  return work;
}

type Count = { account: number; count: number };

function countSignatures(db: ReadDb, editionId: number): Count[] {
  return statement<[number], Count>(
    db,
    "SELECT account_id AS account, count(*) AS count FROM signatures WHERE edition_id = ? GROUP BY account_id",
  ).all(editionId);
}

function countActs(db: ReadDb, editionId: number): Count[] {
  return statement<[number, number], Count>(
    db,
    `SELECT body ->> '$.actor.id' AS account, count(*) AS count FROM ledger
     WHERE edition_id IN (?, ?) AND body ->> '$.actor.id' IS NOT NULL GROUP BY 1`,
  ).all(applicationChain, editionId);
}

/** By account, the sheets "category/round/panelist/entry" it changed; those that were there when it secured are not. */
function collectSheets(db: ReadDb, editionId: number): Map<number, Set<string>> {
  const sheets = new Map<number, Set<string>>();
  const typed = statement<[number], { account: number; subject: string }>(
    db,
    `SELECT DISTINCT body ->> '$.actor.id' AS account, subject FROM ledger
     WHERE edition_id = ? AND (subject LIKE 'nilai/%' OR subject LIKE 'ketikan/%')
       AND body ->> '$.actor.id' IS NOT NULL AND body NOT LIKE '{"act":"fakta.security.secure"%'`,
  );
  for (const { account, subject } of typed.iterate(editionId)) {
    const ofAccount = sheets.get(account) ?? new Set();
    sheets.set(account, ofAccount.add(factParts(subject).slice(1, 5).join("/")));
  }
  return sheets;
}
