import type { DecimalText, Round } from "./edition.ts";
import { div, hundred, mul, parseDecimal, parseFraction, roundHalfAway, sub } from "./exact.ts";
import type { Standing } from "./result.ts";

/** What made up a total, in points rounded to the round's decimals: for showing, the total itself decides. */
export interface Points {
  /** One per indicator, in order. */
  indicators: (DecimalText | null)[];
  /** Carried over from the previous round; null where nothing is. */
  carried: DecimalText | null;
}

/** (100−carry)/100 · weight/100 · aggregate, one per indicator. */
export function pointsOf(round: Round, standing: Standing): (DecimalText | null)[] {
  const own = div(sub(hundred, parseDecimal(round.carry)), hundred);
  return standing.aggregates.map((aggregate, index) => {
    const indicator = round.indicators[index];
    if (aggregate === null || !indicator) return null;
    const share = mul(div(parseDecimal(indicator.weight), hundred), parseFraction(aggregate));
    return roundHalfAway(mul(own, share), round.decimals);
  });
}

/** carry/100 · the previous round's rounded total; null where nothing is carried. */
export function carriedPoints(round: Round, previousTotal: DecimalText | null): DecimalText | null {
  const carry = parseDecimal(round.carry);
  if (previousTotal === null || carry.numerator === 0n) return null;
  return roundHalfAway(mul(div(carry, hundred), parseDecimal(previousTotal)), round.decimals);
}
