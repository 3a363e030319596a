import type { Round, TieBreakKey } from "./edition.ts";
import { type Rational, toFraction } from "./exact.ts";
import { sortByTotal } from "./ranking.ts";
import type { Contender } from "./rankingTotals.ts";
import type { FractionText } from "./result.ts";
import { breakTie, compareFigures, findDecision, type TieBreakStep } from "./tieBreak.ts";

/** How an entry compares with one other of the same rounded total. */
export interface TieExplanation {
  other: string;
  /** The key that separated the two; null where they share the rank. */
  decidedBy: TieBreakKey | null;
  /** Whether the explained entry was put above the other; null where they share the rank. */
  above: boolean | null;
  /** The keys both came to, in turn; only the last can hold two different figures. */
  steps: { key: TieBreakKey; own: FractionText | null; other: FractionText | null }[];
  /** Why, where a decision separated them. */
  reason: string | null;
}

/** Against each entry of the same rounded total, what the chain compared. Best first; empty without a tie. */
export function explainTies(round: Round, contenders: readonly Contender[], entry: string): TieExplanation[] {
  const tied = sortByTotal(contenders).find((group) => group.some((each) => each.entry === entry)) ?? [];
  if (tied.length < 2) return [];
  const { groups, steps } = breakTie(round, tied);
  const others = groups.flat().filter((each) => each.entry !== entry);
  return others.map((other) => explainTie(round, steps, entry, other.entry));
}

function explainTie(round: Round, steps: TieBreakStep[], entry: string, other: string): TieExplanation {
  const explanation: TieExplanation = { other, decidedBy: null, above: null, steps: [], reason: null };
  for (const { key, figures } of steps) {
    if (!figures.has(entry) || !figures.has(other)) continue;
    const own = figures.get(entry) ?? null;
    const theirs = figures.get(other) ?? null;
    const decision = key === "decision" ? findDecision(round, [...figures.keys()]) : null;
    explanation.steps.push({ key, own: toText(own), other: toText(theirs) });
    const difference = compareFigures(own, theirs);
    if (difference === 0) continue;
    return { ...explanation, decidedBy: key, above: difference > 0, reason: decision?.reason ?? null };
  }
  return explanation;
}

function toText(figure: Rational | null): FractionText | null {
  return figure && toFraction(figure);
}
