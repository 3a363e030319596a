import type { RoundResultView } from "../../../electron/contract/results.ts";
import type { DecimalText } from "../../../electron/domain/edition.ts";
import { compare, parseDecimal, roundHalfAway, sum } from "../../../electron/domain/exact.ts";

type Row = RoundResultView["rows"][number];

/** One part of every bar of a round: an indicator, the lightest indicators together, or what was carried over. */
export interface SliceKind {
  key: string;
  label: string;
  /** Percent of the indicators; null where it has none of its own. */
  weight: DecimalText | null;
  /** Places among the round's indicators. */
  indicators: number[];
  /** Which of the fills of bar.module.css it wears. */
  fill: string;
}

/** More parts than this cannot be told apart, so the lightest indicators share the last one. */
export const mostNamedSlices = 7;

/** How the bars of a round are cut, in the order of its indicators. */
export function planSlices(round: Pick<RoundResultView, "indicators" | "rows">): SliceKind[] {
  const { indicators, rows } = round;
  const named = heaviest(indicators);
  const places = indicators.map((_, place) => place);
  const kinds: SliceKind[] = places
    .filter((place) => named.has(place))
    .map((place, fill) => ({
      key: `indicator-${indicators[place]?.id}`,
      label: indicators[place]?.name ?? "",
      weight: indicators[place]?.weight ?? null,
      indicators: [place],
      fill: `fill${fill}`,
    }));
  const rest = places.filter((place) => !named.has(place));
  if (rest.length > 0) {
    kinds.push({
      key: "rest",
      label: `${rest.length} indikator lain`,
      weight: addUp(rest.map((place) => indicators[place]?.weight ?? "0")),
      indicators: rest,
      fill: "fillRest",
    });
  }
  if (rows.some((row) => row.carried !== null && /[1-9]/.test(row.carried))) {
    kinds.push({
      key: "carried",
      label: "Bawaan babak sebelumnya",
      weight: null,
      indicators: [],
      fill: "fillCarried",
    });
  }
  return kinds;
}

/** The points a row has in one part; null while none of it is known. */
export function pointsIn(row: Pick<Row, "contributions" | "carried">, kind: SliceKind): DecimalText | null {
  if (kind.key === "carried") return row.carried;
  const points = kind.indicators.flatMap((place) => row.contributions[place] ?? []);
  return points.length === 0 ? null : addUp(points);
}

function heaviest(indicators: RoundResultView["indicators"]): Set<number> {
  const places = indicators.map((indicator, place) => ({ place, weight: parseDecimal(indicator.weight) }));
  if (places.length <= mostNamedSlices) return new Set(places.keys());
  const byWeight = places.toSorted((a, b) => compare(b.weight, a.weight));
  return new Set(byWeight.slice(0, mostNamedSlices - 1).map(({ place }) => place));
}

function addUp(values: DecimalText[]): DecimalText {
  const decimals = Math.max(0, ...values.map((value) => value.split(".")[1]?.length ?? 0));
  return roundHalfAway(sum(values.map(parseDecimal)), decimals);
}
