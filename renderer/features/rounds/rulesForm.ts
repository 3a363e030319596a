import type { IndicatorRules, RoundRow, RoundRules } from "../../../electron/contract/rounds.ts";
import { canonicalDecimal, compare, roundHalfAway, zero } from "../../../electron/domain/exact.ts";
import { decimalsOf } from "../../../electron/domain/exactDecimal.ts";
import { weightSum } from "../../../electron/domain/roundCheck.ts";

/** The rules of a round as the editor holds them. */
export function rulesOf(round: RoundRow): RoundRules {
  const { name, kind, panel, aggregate, decimals, carry, quorum, advance, tieBreak, indicators } = round;
  return { name, kind, panel, aggregate, decimals, carry, quorum, advance, tieBreak, indicators };
}

/** Changes one indicator; a new key is followed by the tie-break chain. */
export function changeIndicator(rules: RoundRules, index: number, part: Partial<IndicatorRules>): RoundRules {
  const before = rules.indicators[index];
  if (!before) return rules;
  const indicators = rules.indicators.with(index, { ...before, ...part });
  if (part.key === undefined || part.key === before.key) return { ...rules, indicators };
  const [old, next] = [`indicator:${before.key}`, `indicator:${part.key}`];
  return { ...rules, indicators, tieBreak: rules.tieBreak.map((key) => (key === old ? next : key)) };
}

/** Takes an indicator out, and out of the tie-break chain. */
export function dropIndicator(rules: RoundRules, index: number): RoundRules {
  const key = `indicator:${rules.indicators[index]?.key}`;
  return {
    ...rules,
    indicators: rules.indicators.toSpliced(index, 1),
    tieBreak: rules.tieBreak.filter((each) => each !== key),
  };
}

/** The list with one item moved by so many places; the same list where it cannot go further. */
export function moved<Item>(items: readonly Item[], index: number, by: number): Item[] {
  const to = index + by;
  const item = items[index];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(index, 1).toSpliced(to, 0, item);
}

/** A new indicator: a name to type over, and the weight that is still lacking to 100. */
export function freshIndicator(rules: RoundRules): IndicatorRules {
  const number = rules.indicators.length + 1;
  const keys = rules.indicators.map(({ key }) => key);
  return {
    key: freeKey(`I${number}`, keys),
    name: `Indikator ${number}`,
    weight: lackingWeight(rules.indicators),
    scale: { min: "0", max: "100", step: null },
    direction: "higher",
  };
}

/** What the weights still lack to 100, never below 0. */
export function lackingWeight(indicators: readonly IndicatorRules[]): string {
  const { lacking } = weightSum(indicators);
  if (compare(lacking, zero) <= 0) return "0";
  const decimals = Math.max(0, ...indicators.map(({ weight }) => decimalsOf(weight)));
  return canonicalDecimal(roundHalfAway(lacking, decimals)) ?? "0";
}

/** The key itself, or with a number where it is taken. */
export function freeKey(key: string, taken: readonly string[]): string {
  if (!taken.includes(key)) return key;
  let number = 2;
  while (taken.includes(`${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}

const needsPanel = new Set(["median", "panelistMajority"]);

/** Turns a panel round into a desk round or back, with everything that only the other has. */
export function changeKind(rules: RoundRules, kind: RoundRules["kind"], panelistIds: number[]): RoundRules {
  if (kind === rules.kind) return rules;
  if (kind === "panel") {
    return { ...rules, kind, panel: panelistIds, quorum: Math.max(1, Math.min(3, panelistIds.length)) };
  }
  const tieBreak = rules.tieBreak.filter((key) => !needsPanel.has(key));
  return { ...rules, kind, panel: [], quorum: 0, aggregate: "mean", tieBreak };
}

/** Everything that can decide a tie in this round, in the order it is offered. */
export function tieBreakChoices(rules: RoundRules, first: boolean): string[] {
  return [
    ...rules.indicators.map(({ key }) => `indicator:${key}`),
    ...(first ? [] : ["previousRound"]),
    "exactTotal",
    ...(rules.kind === "panel" ? [...needsPanel] : []),
    "decision",
  ];
}

/** Ids for indicators that were new in an earlier save but are still without one in what was typed meanwhile. */
export function withKnownIds(rules: RoundRules, saved: RoundRow): RoundRules {
  const used = new Set(rules.indicators.map(({ id }) => id));
  const indicators = rules.indicators.map((indicator) => {
    if (indicator.id !== undefined) return indicator;
    const known = saved.indicators.find(({ key, id }) => key === indicator.key && !used.has(id));
    return known ? { ...indicator, id: known.id } : indicator;
  });
  return { ...rules, indicators };
}
