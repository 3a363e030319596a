import type { ReadDb } from "../open.ts";
import { statement } from "../statement.ts";

const ofRound =
  "SELECT edition_id FROM categories JOIN rounds ON rounds.category_id = categories.id WHERE rounds.id = ?";

/** The input field that names something of an edition → how its edition is found. */
const lookups: Record<string, string> = {
  editionId: "SELECT id FROM editions WHERE id = ?",
  roundId: ofRound,
  categoryId: "SELECT edition_id FROM categories WHERE id = ?",
  regionId: "SELECT edition_id FROM regions WHERE id = ?",
  panelistId: "SELECT edition_id FROM panelists WHERE id = ?",
  awardId: "SELECT edition_id FROM awards WHERE id = ?",
  recusalId: `${ofRound.slice(0, ofRound.lastIndexOf("WHERE"))} WHERE rounds.id = (SELECT round_id FROM recusals WHERE id = ?)`,
  decisionId: `${ofRound.slice(0, ofRound.lastIndexOf("WHERE"))} WHERE rounds.id = (SELECT round_id FROM decisions WHERE id = ?)`,
  correctionId: `${ofRound.slice(0, ofRound.lastIndexOf("WHERE"))} WHERE rounds.id = (SELECT round_id FROM corrections WHERE id = ?)`,
};

/** Every edition that an input names by one of its fields, so that none can be reached under the name of another. */
export function listEditionsOf(db: ReadDb, input: unknown): number[] {
  if (typeof input !== "object" || input === null) return [];
  const found = Object.entries(input).flatMap(([field, value]) => {
    const sql = lookups[field];
    if (!sql || typeof value !== "number") return [];
    return (statement<[number]>(db, sql).pluck().all(value) as number[]) ?? [];
  });
  return [...new Set(found)];
}
