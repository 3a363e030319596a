import { dirname } from "node:path";
import type { ReadDb } from "../database/open.ts";
import { iterateLedger } from "../database/queries/ledger.ts";
import { describeChainFault, describeReplayFault, findFactFindings } from "../domain/factFindings.ts";
import { replayFacts } from "../domain/facts.ts";
import { findChainFault, type LedgerEntry, readBody, shortHead } from "../domain/ledger.ts";
import { readAnchor } from "./anchor.ts";
import { readAllFacts } from "./editionFacts.ts";
import { placeNames } from "./ledgerWords.ts";
import { sha256 } from "./sha256.ts";

export interface Verification {
  entries: number;
  head: string;
  shortHead: string;
  /** What was changed outside the application, a sentence each; none where all is intact. */
  findings: string[];
}

/** Walks an edition's ledger, replays it, and holds it against the data and the anchor beside the database. */
export function verifyEdition(db: ReadDb, editionId: number): Verification {
  const entries: LedgerEntry[] = [...iterateLedger(db, editionId)];
  const { fault, head, length } = findChainFault(sha256, entries);
  const findings: string[] = fault ? [describeChainFault(fault)] : [];
  const replay = replayFacts(entries.map(readBody));
  if (replay.fault) findings.push(describeReplayFault(replay.fault));
  const anchor = readAnchor(dirname(db.name))[String(editionId)];
  const anchored = anchor && entries[anchor.seq - 1];
  if (anchor && anchored?.hash !== anchor.hash) {
    findings.push(
      anchored
        ? `Entri ${anchor.seq} bukan yang terakhir dilihat aplikasi: basis data ini bukan kelanjutan dari yang lama.`
        : `Buku catatan berakhir di entri ${length}, padahal aplikasi sudah pernah melihat entri ${anchor.seq}: ekornya dihapus, atau salinan lama dipulihkan.`,
    );
  }
  findings.push(...findFactFindings(readAllFacts(db, editionId), replay.facts, placeNames(db, editionId)));
  return { entries: length, head, shortHead: shortHead(head), findings };
}
