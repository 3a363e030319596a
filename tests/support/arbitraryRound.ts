import {
  type GeneratorValue,
  bigInt,
  boolean,
  constantFrom,
  integer,
  shuffledSubarray,
  subarray,
  uniqueArray,
} from "fast-check";
import type {
  Aggregate,
  DecimalText,
  Indicator,
  Round,
  Sheet,
  TieBreakKey,
} from "../../electron/domain/edition.ts";
import type { Variety } from "./arbitraryEdition.ts";

interface Place {
  id: string;
  isFirst: boolean;
  isLast: boolean;
}

/** An indicator, and how to draw a value that its scale allows. */
interface Drawn {
  indicator: Indicator;
  drawValue: () => DecimalText;
}

/** Draws one round over these entries. */
export function drawRound(draw: GeneratorValue, entries: string[], variety: Variety, place: Place): Round {
  const isDesk = draw(integer, { min: 0, max: 2 }) === 0;
  const panelists = namePanelists(variety.panelists);
  const panel = isDesk ? [] : draw(shuffledSubarray<string>, panelists, { minLength: 1 });
  const drawn = drawIndicators(draw, variety);
  const indicators = drawn.map(({ indicator }) => indicator);
  return {
    id: place.id,
    name: `Babak ${place.id}`,
    kind: isDesk ? "desk" : "panel",
    panel,
    recusals: drawRecusals(draw, entries, panel),
    aggregate: draw(constantFrom<Aggregate[]>, "mean", "median", "trimmedMean"),
    decimals: draw(integer, { min: 0, max: variety.longNumbers ? 4 : 1 }),
    carry: place.isFirst ? "0" : draw(constantFrom<string[]>, "0", "30", "12.5", "100"),
    quorum: isDesk ? 0 : draw(integer, { min: 1, max: Math.max(1, panel.length - 1) }),
    advance: drawAdvance(draw, place),
    tieBreak: drawChain(draw, indicators),
    decisions: [],
    indicators,
    scores: drawSheets(draw, entries, isDesk ? [null] : panel, drawn),
  };
}

/** "P1", "P2", … */
export function namePanelists(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `P${index + 1}`);
}

function drawAdvance(draw: GeneratorValue, { isLast }: Place): Round["advance"] {
  const isCut = draw(integer, { min: 0, max: 5 }) > (isLast ? 4 : 0);
  if (!isCut) return null;
  if (draw(boolean)) return { top: draw(integer, { min: 1, max: 5 }) };
  return { atLeast: draw(constantFrom<string[]>, "0", "25", "49.5", "50", "75") };
}

function drawChain(draw: GeneratorValue, indicators: Indicator[]): TieBreakKey[] {
  const keys: TieBreakKey[] = [
    ...indicators.map(({ id }) => `indicator:${id}` as const),
    "previousRound",
    "exactTotal",
    "median",
    "panelistMajority",
  ];
  const chain = draw(shuffledSubarray<TieBreakKey>, keys, { minLength: 2 });
  return draw(integer, { min: 0, max: 3 }) > 0 ? [...chain, "decision"] : chain;
}

function drawRecusals(draw: GeneratorValue, entries: string[], panel: string[]): Round["recusals"] {
  if (panel.length < 2 || draw(boolean)) return [];
  const pairs = entries.flatMap((entry) => panel.slice(1).map((panelist) => ({ entry, panelist })));
  return draw(subarray<{ entry: string; panelist: string }>, pairs)
    .slice(0, 3)
    .map((pair) => ({
      ...pair,
      reason: "Pernah menjadi atasan",
    }));
}

function drawSheets(
  draw: GeneratorValue,
  entries: string[],
  panel: (string | null)[],
  drawn: Drawn[],
): Sheet[] {
  const gaps = draw(integer, { min: 0, max: 3 }) === 0;
  const isThere = () => !gaps || draw(integer, { min: 0, max: 9 }) > 0;
  return entries.flatMap((entry) =>
    panel.filter(isThere).map((panelist) => ({
      entry,
      panelist,
      values: Object.fromEntries(
        drawn.filter(isThere).map(({ indicator, drawValue }) => [indicator.id, drawValue()]),
      ),
    })),
  );
}

function drawIndicators(draw: GeneratorValue, variety: Variety): Drawn[] {
  const count = draw(integer, { min: 1, max: variety.indicators });
  // In eighths of a percent, so that weights have up to three decimals.
  const marks = draw(uniqueArray<number, number>, integer({ min: 1, max: 799 }), {
    minLength: count - 1,
    maxLength: count - 1,
  }).toSorted((a, b) => a - b);
  return [...marks, 800].map((mark, index) =>
    drawIndicator(draw, `I${index}`, writeUnits(BigInt(mark - (marks[index - 1] ?? 0)) * 125n, 3), variety),
  );
}

function drawIndicator(draw: GeneratorValue, id: string, weight: DecimalText, variety: Variety): Drawn {
  const isLong = variety.longNumbers && draw(integer, { min: 0, max: 5 }) === 0;
  const decimals = draw(integer, { min: 0, max: isLong ? 25 : 2 });
  const step = draw(bigInt, { min: 1n, max: isLong ? 10n ** 20n : 7n });
  const count = draw(integer, { min: 1, max: variety.steps });
  const min = draw(bigInt, { min: -9n, max: 9n });
  const beyondLastStep = draw(bigInt, { min: 0n, max: step - 1n });
  // On a stretched scale all values lie close together: totals differ, but hardly once rounded.
  const stretch = BigInt(draw(constantFrom<number[]>, 1, 1, 200));
  const max = min + step * BigInt(count) * stretch + beyondLastStep;
  const isStepped = !variety.longNumbers || draw(boolean);
  const drawUnits = isStepped
    ? () => min + step * BigInt(draw(integer, { min: 0, max: count }))
    : () => draw(bigInt, { min, max });
  return {
    indicator: {
      id,
      name: `Indikator ${id}`,
      weight,
      scale: {
        min: writeUnits(min, decimals),
        max: writeUnits(max, decimals),
        step: isStepped ? writeUnits(step, decimals) : null,
      },
      direction: draw(boolean) ? "higher" : "lower",
    },
    drawValue: () => writeUnits(drawUnits(), decimals),
  };
}

/** Units of 10^-decimals as canonical decimal text. */
function writeUnits(units: bigint, decimals: number): DecimalText {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, "0");
  const point = digits.length - decimals;
  const fraction = digits.slice(point).replace(/0+$/, "");
  const magnitude = fraction === "" ? digits.slice(0, point) : `${digits.slice(0, point)}.${fraction}`;
  return units < 0n ? `-${magnitude}` : magnitude;
}
