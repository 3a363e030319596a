import type { ReadDb } from "../database/open.ts";
import { findHead } from "../database/queries/ledger.ts";
import { iterateScoreFacts } from "../database/queries/proof.ts";
import type { CategoryByKeys } from "../database/queries/rules.ts";
import { findWholeEdition } from "../database/queries/wholeEdition.ts";
import { canonicalJson } from "../domain/canonicalJson.ts";
import { registerFacts } from "../domain/editionFacts.ts";
import { factPath } from "../domain/facts.ts";
import { sha256 } from "./sha256.ts";

const given = ["nilai", "berhalangan", "keputusan"] as const;
/** By round: as of which head of the ledger, and what it was then. */
const known = new WeakMap<ReadDb, Map<number, { head: string; digest: string }>>();

/**
 * The SHA-256 of everything a sealed result was reckoned from and is printed with: scores, recusals and decisions of
 * the round, names of its panel and of the category's entries. `verifier/inputs.ts` reckons it from the ledger.
 */
export function sealInputs(db: ReadDb, byKeys: CategoryByKeys, index: number): string {
  const { id } = byKeys.rounds[index]!;
  const head = findHead(db, byKeys.editionId)?.hash ?? "";
  const rounds = known.get(db) ?? new Map<number, { head: string; digest: string }>();
  known.set(db, rounds);
  const earlier = rounds.get(id);
  // Within a transaction the head is still that of before.
  if (earlier?.head === head && !db.inTransaction) return earlier.digest;
  const digest = reckon(db, byKeys, index);
  if (!db.inTransaction) rounds.set(id, { head, digest });
  return digest;
}

function reckon(db: ReadDb, { editionId, category, rounds, entries }: CategoryByKeys, index: number): string {
  const { round } = rounds[index]!;
  const edition = findWholeEdition(db, editionId, { withScores: false })!;
  const starts = given.map((kind) => `${factPath(kind, category.id, round.id)}/`);
  const lines: string[] = [];
  for (const facts of [registerFacts(edition), iterateScoreFacts(db, editionId)]) {
    for (const [path, value] of facts) {
      if (starts.some((start) => path.startsWith(start))) lines.push(`${path}=${canonicalJson(value)}`);
    }
  }
  const codes = new Set(entries.map(({ code }) => code));
  for (const { code, type, name } of edition.regions) {
    if (codes.has(code)) lines.push(`${factPath("daerah", code)}=${canonicalJson({ type, name })}`);
  }
  for (const { id, name } of edition.panelists) {
    if (round.panel.includes(id)) lines.push(`${factPath("panelis", id)}=${canonicalJson(name)}`);
  }
  return sha256(lines.toSorted().join("\n"));
}
