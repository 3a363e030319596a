import type { ReadDb } from "../database/open.ts";
import { findWholeEdition } from "../database/queries/wholeEdition.ts";
import type { RoundResult } from "../domain/result.ts";
import { rankIndependently } from "../verifier/ranking.ts";
import type { Context } from "./context.ts";

/** A ranking is a new object as soon as anything has changed; until then its second opinion is the same. */
const given = new WeakMap<RoundResult, Promise<string | null>>();

/**
 * Where the second, independent ranking engine differs from the first in a round, as a sentence; null where the two
 * agree to the last digit. Reckoned in a thread of its own.
 */
export function hearSecondOpinion(
  { work, paths }: Context,
  editionId: number,
  category: string,
  result: RoundResult,
): Promise<string | null> {
  let opinion = given.get(result);
  if (!opinion) {
    const run = work.run("bulk", "giveSecondOpinion", { database: paths.database, editionId, category });
    opinion = run.then((rounds) => compare(rounds, result));
    given.set(result, opinion);
    opinion.catch(() => given.delete(result));
  }
  return opinion;
}

/** The same at once, within a transaction that has changed the scores. */
export function findDisagreement(
  db: ReadDb,
  editionId: number,
  category: string,
  result: RoundResult,
): string | null {
  const edition = findWholeEdition(db, editionId);
  const second = edition && rankIndependently(edition).categories.find(({ id }) => id === category);
  return compare(second?.rounds ?? [], result);
}

function compare(rounds: RoundResult[], result: RoundResult): string | null {
  const other = rounds.find(({ id }) => id === result.id);
  if (!other) return "Mesin peringkat kedua tidak menemukan babak ini.";
  for (const [index, row] of result.results.entries()) {
    const theirs = other.results[index];
    const same =
      theirs?.entry === row.entry &&
      theirs.rank === row.rank &&
      theirs.total === row.total &&
      theirs.exact === row.exact &&
      theirs.advances === row.advances;
    if (!same) {
      return `Mesin peringkat kedua tidak sepakat pada baris ${index + 1} (${row.entry}: ${row.total} lawan ${theirs?.entry}: ${theirs?.total}).`;
    }
  }
  return other.results.length === result.results.length
    ? null
    : "Mesin peringkat kedua menghitung jumlah peserta yang lain.";
}
