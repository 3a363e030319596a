import type { DecimalText, TieBreakKey } from "./edition.ts";
import { unitsToText } from "./exact.ts";
import { type RoundToRank, sortByTotal } from "./ranking.ts";
import { findContender, totalsOf } from "./rankingTotals.ts";
import type { RoundResult } from "./result.ts";
import { breakTie, compareFigures, findDecision } from "./tieBreak.ts";

/** One step of a tie: who was still equal, and what separated them. */
export interface TieOutcome {
  /** In the final order. */
  entries: string[];
  /** The rounded total they share. */
  total: DecimalText;
  /** Null where nothing separated them. */
  key: TieBreakKey | null;
  /** Why, where a decision separated them. */
  reason: string | null;
  /** Nothing separated them, and a place depends on it. */
  undecided: boolean;
}

/** Every tie of a round with its breaker, best first; `result` is the round's ranking by the same standings. */
export function listTies(
  { round, entries, standings, previous }: Omit<RoundToRank, "cuts">,
  result: RoundResult,
): TieOutcome[] {
  const previousTotals = previous && totalsOf(previous);
  const contenders = entries.flatMap((entry) => {
    const standing = standings.get(entry);
    return (standing && findContender(round, standing, previousTotals)) ?? [];
  });
  const undecided = new Set(result.undecided.flat());
  return sortByTotal(contenders).flatMap((tied) => {
    if (tied.length < 2) return [];
    const { groups, steps } = breakTie(round, tied);
    const order = groups.flat().map(({ entry }) => entry);
    const total = unitsToText(tied[0]!.units, round.decimals);
    const inOrder = (some: Iterable<string>) => {
      const wanted = new Set(some);
      return order.filter((entry) => wanted.has(entry));
    };
    const split = steps.flatMap(({ key, figures }): TieOutcome[] => {
      const values = [...figures.values()];
      if (values.every((value) => compareFigures(value, values[0] ?? null) === 0)) return [];
      const reason = key === "decision" ? (findDecision(round, [...figures.keys()])?.reason ?? null) : null;
      return [{ entries: inOrder(figures.keys()), total, key, reason, undecided: false }];
    });
    const together = groups.flatMap((group): TieOutcome[] => {
      if (group.length < 2) return [];
      const names = group.map(({ entry }) => entry);
      return [
        {
          entries: names,
          total,
          key: null,
          reason: null,
          undecided: names.every((one) => undecided.has(one)),
        },
      ];
    });
    return [...split, ...together];
  });
}
