import type { DecimalText, Round } from "./edition.ts";
import {
  add,
  div,
  hundred,
  mul,
  parseDecimal,
  parseFraction,
  type Rational,
  roundToUnits,
  sub,
} from "./exact.ts";
import type { RoundResult, Standing } from "./result.ts";

/** An entry with its total in one round, on the way to being ranked. */
export interface Contender {
  entry: string;
  standing: Standing;
  /** The unrounded total after carry. */
  exact: Rational;
  /** The total rounded half away from zero, in units of 10^-decimals: it alone ranks. */
  units: bigint;
  /** The rounded total of the previous round; null in a first round. */
  previousTotal: Rational | null;
}

/** The contender an entry is; null while its total cannot be computed. `previous` is null in a first round. */
export function findContender(
  round: Round,
  standing: Standing,
  previous: ReadonlyMap<string, DecimalText> | null,
): Contender | null {
  const previousText = previous?.get(standing.entry);
  const previousTotal = previousText === undefined ? null : parseDecimal(previousText);
  if (standing.weighted === null || (previous !== null && previousTotal === null)) return null;
  const exact = carryOver(parseFraction(standing.weighted), round.carry, previousTotal);
  return {
    entry: standing.entry,
    standing,
    exact,
    units: roundToUnits(exact, round.decimals),
    previousTotal,
  };
}

/** (100 − c)/100 · weighted + c/100 · the previous rounded total; a first round has nothing to carry. */
export function carryOver(weighted: Rational, carry: DecimalText, previousTotal: Rational | null): Rational {
  if (previousTotal === null || carry === "0") return weighted;
  const { kept, carried } = carryShares(carry);
  return add(mul(kept, weighted), mul(carried, previousTotal));
}

/** (100 − c)/100 and c/100. */
export function carryShares(carry: DecimalText): { kept: Rational; carried: Rational } {
  const percent = parseDecimal(carry);
  return { kept: div(sub(hundred, percent), hundred), carried: div(percent, hundred) };
}

/** Entry → rounded total of a round, of those that have one. */
export function totalsOf(result: RoundResult): Map<string, DecimalText> {
  return new Map(
    result.results.flatMap(({ entry, total }) => (total === null ? [] : [[entry, total] as const])),
  );
}
