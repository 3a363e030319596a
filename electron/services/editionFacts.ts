import type { ReadDb } from "../database/open.ts";
import { listDocuments } from "../database/queries/documents.ts";
import { listKeyingFacts, listProof } from "../database/queries/proof.ts";
import { findWholeEdition } from "../database/queries/wholeEdition.ts";
import { registerFacts, scoreFacts } from "../domain/editionFacts.ts";
import { factPath, type Facts } from "../domain/facts.ts";

/** Everything of an edition but its scores and typed passes, as facts: what `command` compares before and after. */
export function readFacts(db: ReadDb, editionId: number): Facts {
  const edition = findWholeEdition(db, editionId, { withScores: false });
  if (!edition) return new Map();
  const facts = registerFacts(edition);
  for (const { key, number, date, paperSize, printedAt } of listDocuments(db, editionId)) {
    facts.set(factPath("dokumen", key), { number, date, paperSize, printedAt });
  }
  for (const [path, value] of listProof(db, editionId)) facts.set(path, value);
  return facts;
}

/** Every fact of an edition, with its scores and typed passes: what the ledger replays to. */
export function readAllFacts(db: ReadDb, editionId: number): Facts {
  const facts = new Map([...readFacts(db, editionId), ...listKeyingFacts(db, editionId)]);
  const edition = findWholeEdition(db, editionId);
  for (const category of edition?.categories ?? []) {
    for (const round of category.rounds) {
      for (const [path, value] of scoreFacts(category.id, round)) facts.set(path, value);
    }
  }
  return facts;
}
