import type { RankedRound } from "../work/rankTask.ts";
import type { Work } from "../work/pool.ts";

/** The present ranking of any category, reckoned in a worker thread and only as far as something changed. */
export interface Rankings {
  ranked(categoryId: number, options?: { withStandings: boolean }): Promise<RankedRound[]>;
  /** Rules, entries, names: everything is read anew. */
  touchAll(): void;
  /** Scores of these entries in this round, nothing else. */
  touchScores(categoryId: number, roundId: number, entryIds: Iterable<number>): void;
}

type Touched = "all" | Map<string, { roundId: number; entryId: number }>;

/** `version` moves when another program has written to the database: then nothing that is known holds. */
export function createRankings(database: string, work: Work, version: () => number): Rankings {
  /** Absent: never ranked. */
  const touched = new Map<number, Touched>();
  const last = new Map<number, Promise<RankedRound[]>>();
  let seen = version();
  const touchAll = () => {
    touched.clear();
    last.clear();
  };
  return {
    ranked(categoryId, { withStandings } = { withStandings: false }) {
      const present = version();
      if (present !== seen) touchAll();
      seen = present;
      const changes = touched.get(categoryId) ?? "all";
      const known = last.get(categoryId);
      if (known && !withStandings && changes !== "all" && changes.size === 0) return known;
      touched.set(categoryId, new Map());
      const changed = changes === "all" ? changes : [...changes.values()];
      const run = work.run("ranking", "rank", { database, categoryId, changed, withStandings });
      last.set(categoryId, run);
      run.catch(() => {
        touched.set(categoryId, "all");
        last.delete(categoryId);
      });
      return run;
    },
    touchAll,
    touchScores(categoryId, roundId, entryIds) {
      const changes = touched.get(categoryId);
      if (!changes || changes === "all") return;
      for (const entryId of entryIds) changes.set(`${roundId}:${entryId}`, { roundId, entryId });
    },
  };
}
