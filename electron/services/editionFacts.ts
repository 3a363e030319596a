import type { ReadDb } from "../database/open.ts";
import { listDocuments } from "../database/queries/documents.ts";
import { iterateScoreFacts, listKeyingFacts, listProof } from "../database/queries/proof.ts";
import { findWholeEdition } from "../database/queries/wholeEdition.ts";
import { registerFacts } from "../domain/editionFacts.ts";
import type { Json } from "../domain/canonicalJson.ts";
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
  return new Map(allFacts(db, editionId));
}

/** The same one at a time, as often as asked: scores never stand in memory together. */
export function allFacts(db: ReadDb, editionId: number): Iterable<[string, Json]> {
  return {
    *[Symbol.iterator]() {
      yield* readFacts(db, editionId);
      yield* listKeyingFacts(db, editionId);
      yield* iterateScoreFacts(db, editionId);
    },
  };
}
