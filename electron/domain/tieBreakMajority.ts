import { compare, parseFraction, type Rational } from "./exact.ts";
import type { Contender } from "./rankingTotals.ts";

/**
 * Points of each of the tied by `panelistMajority`, in their order: for every pair, over the panelists with a complete
 * sheet of both, 2 to the one put higher by more of them, 1 to each where as many put either higher.
 */
export function countMajorityPoints(tied: readonly Contender[]): number[] {
  const placings = rankByPanelist(tied);
  const points = tied.map(() => 0);
  for (let one = 0; one < tied.length; one += 1) {
    for (let other = one + 1; other < tied.length; other += 1) {
      let lead = 0;
      for (const placing of placings) lead += placedHigher(placing[one], placing[other]);
      points[one] = (points[one] ?? 0) + 1 + Math.sign(lead);
      points[other] = (points[other] ?? 0) + 1 - Math.sign(lead);
    }
  }
  return points;
}

/** One list a panelist, in the order of the tied: the place each was put at by sheet total, 0 the lowest. */
function rankByPanelist(tied: readonly Contender[]): (number | undefined)[][] {
  const sheets = new Map<string, { index: number; total: Rational }[]>();
  for (const [index, { standing }] of tied.entries()) {
    for (const [panelist, total] of Object.entries(standing.sheetTotals)) {
      const scored = sheets.get(panelist) ?? [];
      sheets.set(panelist, scored);
      scored.push({ index, total: parseFraction(total) });
    }
  }
  return Array.from(sheets.values(), (scored) => placeByTotal(scored, tied.length));
}

function placeByTotal(scored: { index: number; total: Rational }[], size: number): (number | undefined)[] {
  const placing: (number | undefined)[] = Array.from({ length: size }, () => undefined);
  let place = 0;
  let before: Rational | null = null;
  for (const { index, total } of scored.toSorted((a, b) => compare(a.total, b.total))) {
    if (before !== null && compare(before, total) !== 0) place += 1;
    placing[index] = place;
    before = total;
  }
  return placing;
}

function placedHigher(one: number | undefined, other: number | undefined): number {
  return one === undefined || other === undefined ? 0 : Math.sign(one - other);
}
