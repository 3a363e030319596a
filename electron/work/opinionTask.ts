import { openToRead } from "../database/open.ts";
import { findWholeEdition } from "../database/queries/wholeEdition.ts";
import type { RoundResult } from "../domain/result.ts";
import { rankIndependently } from "../verifier/ranking.ts";

/** The rounds of a category as the second engine ranks them from disk: half a minute where scores go by the million. */
export function giveSecondOpinion(given: {
  database: string;
  editionId: number;
  category: string;
}): RoundResult[] {
  const db = openToRead(given.database);
  try {
    const edition = findWholeEdition(db, given.editionId);
    const category = edition?.categories.find(({ id }) => id === given.category);
    return edition && category
      ? (rankIndependently({ ...edition, categories: [category] }).categories[0]?.rounds ?? [])
      : [];
  } finally {
    db.close();
  }
}
