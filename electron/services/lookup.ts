import { AppError } from "../contract/errors.ts";
import type { ReadDb } from "../database/open.ts";
import { findAward, findCategory } from "../database/queries/categories.ts";
import { findEdition } from "../database/queries/editions.ts";
import { findPanelist } from "../database/queries/panelists.ts";
import { findRegion } from "../database/queries/regions.ts";
import { findRound } from "../database/queries/rounds.ts";
import { type CategoryByKeys, findCategoryByKeys, findCategoryOfRound } from "../database/queries/rules.ts";

/** What is asked for by id, or NOT_FOUND with a sentence. */
export const getEdition = lookup("Edisi", findEdition);
export const getRegion = lookup("Daerah", findRegion);
export const getPanelist = lookup("Panelis", findPanelist);
export const getCategory = lookup("Kategori", findCategory);
export const getAward = lookup("Penghargaan", findAward);
export const getRound = lookup("Babak", findRound);
export const getCategoryByKeys = lookup("Kategori", findCategoryByKeys);

/** A round with the category it is part of, by keys and ids. */
export function getRoundByKeys(db: ReadDb, roundId: number): { byKeys: CategoryByKeys; index: number } {
  const byKeys = getCategoryByKeys(db, getCategoryIdOfRound(db, roundId));
  return { byKeys, index: byKeys.rounds.findIndex(({ id }) => id === roundId) };
}

export const getCategoryIdOfRound = lookup("Babak", findCategoryOfRound);

function lookup<T>(noun: string, find: (db: ReadDb, id: number) => T | null) {
  return (db: ReadDb, id: number): T => {
    const found = find(db, id);
    if (found === null) {
      throw new AppError(
        "NOT_FOUND",
        `${noun} ini sudah tidak ada. Muat ulang halaman untuk melihat yang terbaru.`,
      );
    }
    return found;
  };
}
