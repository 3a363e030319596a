import type { Decision, Round, TieBreakKey } from "./edition.ts";
import { add, compare, div, parseFraction, type Rational, rational } from "./exact.ts";
import type { Contender } from "./rankingTotals.ts";
import { countMajorityPoints } from "./tieBreakMajority.ts";

/** What one key held up of those still tied when its turn came; the higher figure is the better one. */
export interface TieBreakStep {
  key: TieBreakKey;
  /** Entry → figure; null where the entry has none. A decision's figure counts down: the last of the order has 1. */
  figures: Map<string, Rational | null>;
}

/** How the chain split one group of equal rounded totals. */
export interface TieBreak {
  /** Best first; a group of more than one stayed tied through the whole chain. */
  groups: Contender[][];
  /** Entry → the key that last separated it from another. */
  separatedBy: Map<string, TieBreakKey>;
  /** Every key that had something to compare, in turn, also those that split nothing. */
  steps: TieBreakStep[];
}

/** Splits entries of equal rounded total by the round's chain, key by key, each only those still tied. */
export function breakTie(round: Round, tied: readonly Contender[]): TieBreak {
  const separatedBy = new Map<string, TieBreakKey>();
  const steps: TieBreakStep[] = [];
  let groups: Contender[][] = [[...tied]];
  for (const key of round.tieBreak) {
    groups = groups.flatMap((group) => {
      const figures = group.length > 1 ? findFigures(key, group, round) : null;
      if (!figures) return [group];
      steps.push({ key, figures });
      const parts = partition(group, figures);
      if (parts.length > 1) for (const { entry } of group) separatedBy.set(entry, key);
      return parts;
    });
  }
  return { groups, separatedBy, steps };
}

/** The decision recorded for exactly these entries; null where there is none. */
export function findDecision(round: Round, entries: readonly string[]): Decision | null {
  const tied = new Set(entries);
  return (
    round.decisions.find(
      ({ order }) => order.length === tied.size && order.every((entry) => tied.has(entry)),
    ) ?? null
  );
}

/** Null where the key has no effect on this group. */
function findFigures(key: TieBreakKey, tied: Contender[], round: Round): TieBreakStep["figures"] | null {
  switch (key) {
    case "previousRound":
      if (tied.some(({ previousTotal }) => previousTotal === null)) return null;
      return figuresBy(tied, ({ previousTotal }) => previousTotal);
    case "exactTotal":
      return figuresBy(tied, ({ exact }) => exact);
    case "median":
      return figuresBy(tied, ({ standing }) =>
        medianOf(Object.values(standing.sheetTotals).map(parseFraction)),
      );
    case "panelistMajority": {
      const points = countMajorityPoints(tied);
      return figuresBy(tied, (_, index) => rational(BigInt(points[index] ?? 0)));
    }
    case "decision": {
      const decision = findDecision(
        round,
        tied.map(({ entry }) => entry),
      );
      if (!decision) return null;
      return figuresBy(tied, ({ entry }) => rational(BigInt(tied.length - decision.order.indexOf(entry))));
    }
    default: {
      const indicator = round.indicators.findIndex(({ id }) => key === `indicator:${id}`);
      if (indicator === -1) return null;
      return figuresBy(tied, ({ standing }) => {
        const aggregate = standing.aggregates[indicator] ?? null;
        return aggregate === null ? null : parseFraction(aggregate);
      });
    }
  }
}

function figuresBy(
  tied: Contender[],
  figureOf: (contender: Contender, index: number) => Rational | null,
): TieBreakStep["figures"] {
  return new Map(tied.map((contender, index) => [contender.entry, figureOf(contender, index)]));
}

/** Best first; equal figures stay together in the order they came. No figure is below every figure. */
function partition(tied: Contender[], figures: TieBreakStep["figures"]): Contender[][] {
  const parts: Contender[][] = [];
  let before: Rational | null | undefined;
  const figureOf = ({ entry }: Contender) => figures.get(entry) ?? null;
  for (const contender of tied.toSorted((a, b) => compareFigures(figureOf(b), figureOf(a)))) {
    const figure = figureOf(contender);
    if (before !== undefined && compareFigures(before, figure) === 0) parts.at(-1)?.push(contender);
    else parts.push([contender]);
    before = figure;
  }
  return parts;
}

/** As `compare`; null, which only a preview can hold, is below all. */
export function compareFigures(a: Rational | null, b: Rational | null): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  return compare(a, b);
}

function medianOf(values: Rational[]): Rational | null {
  const ascending = values.toSorted(compare);
  const upper = ascending[Math.floor(ascending.length / 2)];
  const lower = ascending[Math.ceil(ascending.length / 2) - 1];
  return upper && lower ? div(add(lower, upper), rational(2n)) : null;
}
