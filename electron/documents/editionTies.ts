import type { Round } from "../domain/edition.ts";
import { sortByTotal } from "../domain/ranking.ts";
import { type Contender, findContender, totalsOf } from "../domain/rankingTotals.ts";
import { unitsToText } from "../domain/exact.ts";
import type { RoundResult, Standing } from "../domain/result.ts";
import { breakTie, compareFigures, findDecision, type TieBreakStep } from "../domain/tieBreak.ts";
import type { Tie, TieSplit } from "./paperData.ts";

interface RankedRound {
  round: Round;
  result: RoundResult;
  standings: ReadonlyMap<string, Standing>;
  previous: RoundResult | null;
}

function splitOf(round: Round, { key, figures }: TieBreakStep): TieSplit {
  if (key === "decision") {
    return { kind: "decision", reason: findDecision(round, [...figures.keys()])?.reason ?? "" };
  }
  if (key === "previousRound" || key === "exactTotal" || key === "median" || key === "panelistMajority") {
    return { kind: key };
  }
  const id = key.slice("indicator:".length);
  return { kind: "indicator", indicator: round.indicators.find((each) => each.id === id)?.name ?? id };
}

/** The entries a step compared, best first, those it found equal together. */
function orderOf({ figures }: TieBreakStep): string[][] {
  const order: string[][] = [];
  let before: string | null = null;
  const figure = (entry: string | null) => (entry === null ? null : (figures.get(entry) ?? null));
  for (const entry of [...figures.keys()].toSorted((a, b) => compareFigures(figure(b), figure(a)))) {
    if (before !== null && compareFigures(figure(before), figure(entry)) === 0) order.at(-1)?.push(entry);
    else order.push([entry]);
    before = entry;
  }
  return order;
}

function tiesOfGroup({ round, result }: RankedRound, tied: Contender[]): Tie[] {
  const total = unitsToText(tied[0]?.units ?? 0n, round.decimals);
  const { groups, steps } = breakTie(round, tied);
  const split = steps
    .map((step) => ({ order: orderOf(step), total, split: splitOf(round, step) }))
    // A key that found everybody equal decided nothing.
    .filter(({ order }) => order.length > 1);
  const left = groups
    .filter((group) => group.length > 1)
    .map((group): Tie => {
      const entries = group.map(({ entry }) => entry);
      const undecided = result.undecided.some((open) => open.includes(entries[0] ?? ""));
      return { order: [entries], total, split: { kind: undecided ? "undecided" : "shared" } };
    });
  return [...split, ...left];
}

/** The ties that touch the named entries or wait for a decision, in the words of `label` for each entry. */
export function tiesOf(
  ranked: RankedRound,
  named: ReadonlySet<string>,
  label: (entry: string) => string,
): Tie[] {
  const previousTotals = ranked.previous && totalsOf(ranked.previous);
  const contenders = [...ranked.standings.values()].flatMap((standing) => {
    const contender = findContender(ranked.round, standing, previousTotals);
    return contender === null ? [] : [contender];
  });
  return sortByTotal(contenders)
    .filter((group) => group.length > 1)
    .flatMap((group) => tiesOfGroup(ranked, group))
    .filter(
      ({ order, split }) => split.kind === "undecided" || order.flat().some((entry) => named.has(entry)),
    )
    .map((tie) => ({ ...tie, order: tie.order.map((group) => group.map(label)) }));
}
