import type { ReadDb } from "../database/open.ts";
import { listDocuments } from "../database/queries/documents.ts";
import {
  iterateScoreFacts,
  listDecisionTimes,
  listKeyingFacts,
  listProof,
} from "../database/queries/proof.ts";
import { listEmblems } from "../database/queries/pictures.ts";
import { listSettings } from "../database/queries/settings.ts";
import { findWholeEdition } from "../database/queries/wholeEdition.ts";
import { registerFacts } from "../domain/editionFacts.ts";
import type { Json } from "../domain/canonicalJson.ts";
import { addFact, factPath, type Facts } from "../domain/facts.ts";
import { sha256 } from "./sha256.ts";

/** Everything of an edition but its scores and typed passes, as facts: what `command` compares before and after. */
export function readFacts(db: ReadDb, editionId: number): Facts {
  const edition = findWholeEdition(db, editionId, { withScores: false });
  if (!edition) return new Map();
  const times = listDecisionTimes(db, editionId);
  const facts = registerFacts(
    edition,
    (category, round, index) => times.get(factPath(category, round))?.[index] ?? null,
  );
  for (const { key, number, date, paperSize, printedAt } of listDocuments(db, editionId)) {
    addFact(facts, factPath("dokumen", key), { number, date, paperSize, printedAt });
  }
  for (const [path, value] of listProof(db, editionId)) addFact(facts, path, value);
  return facts;
}

/**
 * What every paper carries at its head, as facts of each secured edition. An emblem stands as its hash; that is too much
 * to reckon before and after every act, so whoever changes a setting says so.
 */
export function settingFacts(db: ReadDb): Facts {
  const facts: Facts = new Map();
  for (const { key, value } of listSettings(db)) {
    const read: Json = JSON.parse(value);
    facts.set(factPath("pengaturan", key), read);
  }
  for (const { owner, mime, bytes } of listEmblems(db)) {
    facts.set(factPath("lambang", owner), { mime, hash: sha256(Buffer.from(bytes).toString("base64")) });
  }
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
      yield* settingFacts(db);
      yield* listKeyingFacts(db, editionId);
      yield* iterateScoreFacts(db, editionId);
    },
  };
}
