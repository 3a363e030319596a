import type { DecimalText, Sheet } from "./edition.ts";
import type { CompiledRules } from "./standingRules.ts";

/** The values of one entry, panelist by indicator, as read so far. */
export interface Tally {
  entry: string;
  /** Distance from the worst end in the indicator's units, at panelist · indicators + indicator; NaN: not given. */
  positions: Float64Array;
  /** Values that do not fit a whole number of units, by the same place. */
  odd: Map<number, DecimalText>;
}

/** An empty tally of one entry. */
export function startTally(rules: CompiledRules, entry: string): Tally {
  const positions = new Float64Array(rules.panel.length * rules.indicators.length).fill(Number.NaN);
  return { entry, positions, odd: new Map() };
}

/** Puts a value at indexes of `rules.panel` and `rules.indicators`; a second one at the same place replaces it. */
export function putValue(
  rules: CompiledRules,
  tally: Tally,
  panelist: number,
  indicator: number,
  value: DecimalText,
): void {
  const place = panelist * rules.indicators.length + indicator;
  const grid = rules.indicators[indicator]?.grid;
  if (!grid) {
    tally.odd.set(place, value);
    return;
  }
  const units = readUnits(value, grid.decimals);
  const position = rules.indicators[indicator]?.lower ? grid.worst - units : units - grid.worst;
  if (position >= 0 && position <= grid.span) {
    tally.positions[place] = position;
    if (tally.odd.size > 0) tally.odd.delete(place);
  } else {
    tally.odd.set(place, value);
  }
}

/** Puts all values of a sheet; one of a panelist outside the panel or for another entry is left out. */
export function putSheet(rules: CompiledRules, tally: Tally, sheet: Sheet): void {
  const panelist = rules.panelIndexes.get(sheet.panelist);
  if (panelist === undefined || sheet.entry !== tally.entry) return;
  for (const [id, value] of Object.entries(sheet.values)) {
    const indicator = rules.indicatorIndexes.get(id);
    if (indicator !== undefined) putValue(rules, tally, panelist, indicator, value);
  }
}

/** The text as a count of 10^-decimals; NaN where it is finer, longer than 15 digits or not a plain decimal. */
function readUnits(text: DecimalText, decimals: number): number {
  const length = text.length;
  if (length > 16) return Number.NaN;
  let index = text.charCodeAt(0) === minus ? 1 : 0;
  const negative = index === 1;
  let units = 0;
  let digits = 0;
  let behindPoint = -1;
  for (; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === point && behindPoint < 0 && digits > 0) {
      behindPoint = 0;
      continue;
    }
    if (code < zeroDigit || code > nineDigit) return Number.NaN;
    units = units * 10 + (code - zeroDigit);
    digits += 1;
    if (behindPoint >= 0) behindPoint += 1;
  }
  const short = decimals - Math.max(behindPoint, 0);
  if (digits === 0 || behindPoint === 0 || short < 0 || digits + short > 15) return Number.NaN;
  for (let step = 0; step < short; step += 1) units *= 10;
  return negative ? -units : units;
}

const minus = 45;
const point = 46;
const zeroDigit = 48;
const nineDigit = 57;
