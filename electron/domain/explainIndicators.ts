import type { DecimalText, Indicator, Round, Sheet } from "./edition.ts";
import {
  div,
  hundred,
  mul,
  parseDecimal,
  parseFraction,
  type Rational,
  roundHalfAway,
  toFraction,
} from "./exact.ts";
import type { FractionText, Standing } from "./result.ts";
import { listCounted } from "./standingRational.ts";
import { type CompiledRules, compileRules, normalise } from "./standingRules.ts";

/** A number in full and, for showing, rounded half away from zero to two more decimals than the round's totals. */
export interface ShownNumber {
  exact: FractionText;
  shown: DecimalText;
}

/** What became of one value. */
export interface ValueExplanation {
  /** Null is the desk. */
  panelist: string | null;
  /** As given; null while it is missing, and of a recused panelist. */
  value: DecimalText | null;
  /** On 0–100. */
  normalised: ShownNumber | null;
  recused: boolean;
  /** Whether the aggregate uses it: a trimmed mean drops the highest and the lowest, a median looks at the middle. */
  counted: boolean;
}

export interface IndicatorExplanation {
  id: string;
  name: string;
  weight: DecimalText;
  scale: Indicator["scale"];
  direction: Indicator["direction"];
  /** In the order of the panel. */
  values: ValueExplanation[];
  aggregate: ShownNumber | null;
  /** weight/100 · aggregate, before carry. */
  points: ShownNumber | null;
}

/** From each value of an entry to what its indicator gives to the total. */
export function explainIndicators(
  round: Round,
  standing: Standing,
  sheets: readonly Sheet[],
): IndicatorExplanation[] {
  const rules = compileRules(round);
  return round.indicators.map((indicator, index) => {
    const aggregateText = standing.aggregates[index] ?? null;
    const aggregate = aggregateText === null ? null : parseFraction(aggregateText);
    return {
      id: indicator.id,
      name: indicator.name,
      weight: indicator.weight,
      scale: indicator.scale,
      direction: indicator.direction,
      values: explainValues(rules, indicator, standing.entry, sheets),
      aggregate: showIfKnown(round, aggregate),
      points: showIfKnown(round, aggregate && mul(weightOf(indicator), aggregate)),
    };
  });
}

function explainValues(
  rules: CompiledRules,
  indicator: Indicator,
  entry: string,
  sheets: readonly Sheet[],
): ValueExplanation[] {
  const recused = rules.recused.get(entry);
  const isRecused = (panelist: string | null) => panelist !== null && (recused?.has(panelist) ?? false);
  const values = rules.panel.map((panelist) =>
    isRecused(panelist) ? null : findValue(sheets, entry, panelist, indicator.id),
  );
  const given = values.flatMap((value, place) =>
    value === null ? [] : [{ place, normalised: normalise(indicator, parseDecimal(value)) }],
  );
  const counted = new Set(
    listCounted(
      rules.round.aggregate,
      given.map(({ normalised }) => normalised),
    ).map((index) => given[index]?.place),
  );
  const normalisedAt = new Map(given.map(({ place, normalised }) => [place, normalised]));
  return rules.panel.map((panelist, place) => ({
    panelist,
    value: values[place] ?? null,
    normalised: showIfKnown(rules.round, normalisedAt.get(place) ?? null),
    recused: isRecused(panelist),
    counted: counted.has(place),
  }));
}

/** weight/100. */
export function weightOf(indicator: Pick<Indicator, "weight">): Rational {
  return div(parseDecimal(indicator.weight), hundred);
}

/** A number in full and rounded for showing. */
export function showNumber(round: Round, value: Rational): ShownNumber {
  return { exact: toFraction(value), shown: roundHalfAway(value, round.decimals + 2) };
}

/** As `showNumber`; null stays null. */
export function showIfKnown(round: Round, value: Rational | null): ShownNumber | null {
  return value && showNumber(round, value);
}

function findValue(
  sheets: readonly Sheet[],
  entry: string,
  panelist: string | null,
  indicator: string,
): DecimalText | null {
  // The last of a pair, as in a standing; a rule of the edition file lets no second one in.
  const sheet = sheets.findLast(
    (each) => each.entry === entry && each.panelist === panelist && Object.hasOwn(each.values, indicator),
  );
  return sheet?.values[indicator] ?? null;
}
