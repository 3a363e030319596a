import type { ReadDb } from "../database/open.ts";
import { listCategories } from "../database/queries/categories.ts";
import { listRounds } from "../database/queries/rounds.ts";
import { findPolicy } from "../database/queries/security.ts";
import { describe } from "./rounds.ts";

/** What keeps the rule book from being signed, a sentence each. */
export function openPointsOf(db: ReadDb, editionId: number): string[] {
  const policy = findPolicy(db, editionId);
  const points = listCategories(db, editionId).flatMap((category) => {
    const rounds = listRounds(db, category.id);
    if (rounds.length === 0) return [`Kategori "${category.name}" belum mempunyai babak.`];
    return rounds.flatMap((round) =>
      describe(db, round).openPoints.map((point) => `Babak "${round.name}": ${point}`),
    );
  });
  return policy ? points : ["Penanda tangan belum ditunjuk.", ...points];
}
