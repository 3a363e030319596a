import type { Problem } from "../contract/errors.ts";
import { formatDecimal } from "../domain/indonesian.ts";

/** Says that something at a JSON path is wrong: one Indonesian sentence with what is wrong and what is expected. */
export type Report = (path: string, message: string) => void;

/** More than this many are counted but not kept: nobody reads them, and a hostile file must not fill the memory. */
export const mostProblemsListed = 1000;

export interface ProblemList {
  readonly report: Report;
  count(): number;
  /** In the order found; past the limit one last line says how many more there are. */
  list(): Problem[];
}

/** An empty list to report problems to. */
export function createProblemList(): ProblemList {
  const kept: Problem[] = [];
  let count = 0;
  return {
    report(path, message) {
      count += 1;
      if (kept.length < mostProblemsListed) kept.push({ path, message });
    },
    count: () => count,
    list() {
      const more = count - kept.length;
      if (more === 0) return [...kept];
      const message = `Masih ada ${formatDecimal(String(more))} masalah lain; perbaiki dahulu yang tertulis di atas.`;
      return [...kept, { path: "$", message }];
    },
  };
}
