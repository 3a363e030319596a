import type { Award, Category, Edition, Indicator, Region, Round } from "../domain/edition.ts";
import type { AwardResult, EditionResult, EntryResult, RoundResult } from "../domain/result.ts";
import {
  add,
  compare,
  divide,
  type Fraction,
  fromDecimal,
  mean,
  median,
  multiply,
  roundTo,
  subtract,
  sum,
  toFixedText,
  toFractionText,
  trimmedMean,
  whole,
} from "./fraction.ts";

/**
 * A second opinion on the ranking, written from the rules of the edition format alone and as plainly as
 * possible: nothing is cached and nothing is clever, so that it can be checked against the text by eye.
 */
export function rankIndependently(edition: Edition): EditionResult {
  const categories = edition.categories.map((category) => ({
    id: category.id,
    rounds: rankRounds(
      category,
      edition.awards.filter((award) => award.category === category.id),
    ),
  }));
  const awards = edition.awards.map((award) => {
    const category = categories.find((each) => each.id === award.category);
    return giveAward(edition, award, category?.rounds.at(-1));
  });
  return { format: "lencana/result@1", categories, awards };
}

function rankRounds(category: Category, awards: Award[]): RoundResult[] {
  const done: RoundResult[] = [];
  category.rounds.forEach((round, index) => {
    const previous = done.at(-1) ?? null;
    const isLast = index === category.rounds.length - 1;
    const cuts = isLast ? awards.map((award) => award.places) : [];
    if (round.advance !== null && "top" in round.advance) cuts.push(round.advance.top);
    const advanced = previous?.results.filter((result) => result.advances).map((result) => result.entry);
    const entries = category.entries.filter((entry) => advanced === undefined || advanced.includes(entry));
    const earlierSettled = done.every((each) => each.complete && each.undecided.length === 0);
    const ranked = rankRound(round, entries, previous, cuts);
    done.push({ ...ranked, complete: earlierSettled && isComplete(round, entries) });
  });
  return done;
}

function rankRound(
  round: Round,
  entries: string[],
  previous: RoundResult | null,
  cuts: number[],
): Omit<RoundResult, "complete"> {
  const totals = new Map<string, Fraction>();
  for (const entry of entries) {
    const total = totalOf(round, entry, previous);
    if (total !== null) totals.set(entry, total);
  }
  const rounded = (entry: string) => roundTo(getFrom(totals, entry), round.decimals);

  // Groups of equal rounded total, then each split by the chain.
  const counted = entries.filter((entry) => totals.has(entry));
  const groups = splitBy(counted, rounded).flatMap((tied) =>
    splitByChain(tied, round.tieBreak, null, (key, still) => splitByKey(key, still, round, previous, totals)),
  );

  const results: EntryResult[] = [];
  const undecided: string[][] = [];
  for (const group of groups) {
    const above = results.length;
    const through = above + group.entries.length;
    const straddles = cuts.some((cut) => above < cut && cut < through);
    if (straddles) undecided.push(group.entries);
    for (const entry of group.entries) {
      const passes =
        round.advance !== null &&
        ("top" in round.advance
          ? through <= round.advance.top
          : compare(rounded(entry), fromDecimal(round.advance.atLeast)) >= 0);
      results.push({
        entry,
        rank: above + 1,
        total: toFixedText(rounded(entry), round.decimals),
        exact: toFractionText(getFrom(totals, entry)),
        tieBreak: group.lastKey,
        advances: passes && !straddles,
      });
    }
  }
  for (const entry of entries.filter((each) => !totals.has(each))) {
    results.push({ entry, rank: null, total: null, exact: null, tieBreak: null, advances: false });
  }
  return { id: round.id, results, undecided };
}

// ---- Rules 1 to 3 and 8: values, aggregates, totals, completeness

function panelistsOf(round: Round, entry: string): (string | null)[] {
  if (round.kind === "desk") return [null];
  return round.panel.filter(
    (panelist) => !round.recusals.some((each) => each.panelist === panelist && each.entry === entry),
  );
}

/** Rule 1, of one value; null where it is not there yet. */
function normalised(
  round: Round,
  indicator: Indicator,
  entry: string,
  panelist: string | null,
): Fraction | null {
  const sheet = round.scores.find((each) => each.entry === entry && each.panelist === panelist);
  if (sheet === undefined || !Object.hasOwn(sheet.values, indicator.id)) return null;
  const value = fromDecimal(sheet.values[indicator.id] ?? "");
  const min = fromDecimal(indicator.scale.min);
  const max = fromDecimal(indicator.scale.max);
  const distance = indicator.direction === "higher" ? subtract(value, min) : subtract(max, value);
  return divide(multiply(whole(100), distance), subtract(max, min));
}

/** Rule 2, over the values that are there; null where there is none. */
function aggregateOf(round: Round, indicator: Indicator, entry: string): Fraction | null {
  const values = panelistsOf(round, entry)
    .map((panelist) => normalised(round, indicator, entry, panelist))
    .filter((value) => value !== null);
  if (values.length === 0) return null;
  if (round.aggregate === "median") return median(values);
  return round.aggregate === "mean" ? mean(values) : trimmedMean(values);
}

/** Σ weight/100 · value, null if a value is. */
function weigh(round: Round, valueOf: (indicator: Indicator) => Fraction | null): Fraction | null {
  const parts: Fraction[] = [];
  for (const indicator of round.indicators) {
    const value = valueOf(indicator);
    if (value === null) return null;
    parts.push(multiply(percent(indicator.weight), value));
  }
  return sum(parts);
}

/** Rule 3. */
function totalOf(round: Round, entry: string, previous: RoundResult | null): Fraction | null {
  const own = weigh(round, (indicator) => aggregateOf(round, indicator, entry));
  if (own === null || previous === null) return own;
  const carry = percent(round.carry);
  const kept = subtract(whole(1), carry);
  return add(multiply(kept, own), multiply(carry, previousTotal(previous, entry)));
}

function sheetTotal(round: Round, entry: string, panelist: string | null): Fraction | null {
  return weigh(round, (indicator) => normalised(round, indicator, entry, panelist));
}

/** Rule 8, for this round alone. */
function isComplete(round: Round, entries: string[]): boolean {
  return entries.every((entry) => {
    const panelists = panelistsOf(round, entry);
    return (
      panelists.length >= round.quorum &&
      panelists.every((panelist) =>
        round.indicators.every((indicator) => normalised(round, indicator, entry, panelist) !== null),
      )
    );
  });
}

// ---- Rule 5: the chain

interface Group {
  entries: string[];
  /** The key that last separated these from others, null where none did. */
  lastKey: string | null;
}

function splitByChain(
  tied: string[],
  keys: string[],
  lastKey: string | null,
  split: (key: string, tied: string[]) => string[][],
): Group[] {
  const [key, ...rest] = keys;
  if (tied.length === 1 || key === undefined) return [{ entries: tied, lastKey }];
  const parts = split(key, tied);
  const separatedBy = parts.length > 1 ? key : lastKey;
  return parts.flatMap((part) => splitByChain(part, rest, separatedBy, split));
}

function splitByKey(
  key: string,
  tied: string[],
  round: Round,
  previous: RoundResult | null,
  totals: Map<string, Fraction>,
): string[][] {
  if (key === "exactTotal") return splitBy(tied, (entry) => getFrom(totals, entry));
  if (key === "previousRound") {
    return previous === null ? [tied] : splitBy(tied, (entry) => previousTotal(previous, entry));
  }
  if (key === "median") {
    return splitBy(tied, (entry) => {
      const sheets = panelistsOf(round, entry)
        .map((panelist) => sheetTotal(round, entry, panelist))
        .filter((total) => total !== null);
      // Only in a preview: without one whole sheet there is nothing to hold up, so below every median.
      return sheets.length === 0 ? whole(-1) : median(sheets);
    });
  }
  if (key === "panelistMajority") {
    return splitBy(tied, (entry) =>
      whole(
        tied
          .filter((other) => other !== entry)
          .map((other) => majorityPoints(round, entry, other))
          .reduce((points, each) => points + each, 0),
      ),
    );
  }
  if (key === "decision") {
    const decision = round.decisions.find(
      (each) =>
        each.entries.length === tied.length && each.entries.every((decided) => tied.includes(decided)),
    );
    return decision === undefined ? [tied] : decision.order.map((entry) => [entry]);
  }
  const indicator = round.indicators.find((each) => `indicator:${each.id}` === key);
  if (indicator === undefined) throw new Error(`unknown tie-break ${key}`);
  return splitBy(tied, (entry) => {
    const aggregate = aggregateOf(round, indicator, entry);
    if (aggregate === null) throw new Error("an entry with a total has every aggregate");
    return aggregate;
  });
}

/** 2 where more of the panelists who scored both put `entry` higher, 1 where as many did, else 0. */
function majorityPoints(round: Round, entry: string, other: string): number {
  const panelistsOfOther = panelistsOf(round, other);
  let forEntry = 0;
  let forOther = 0;
  for (const panelist of panelistsOf(round, entry).filter((each) => panelistsOfOther.includes(each))) {
    const mine = sheetTotal(round, entry, panelist);
    const theirs = sheetTotal(round, other, panelist);
    if (mine === null || theirs === null) continue;
    if (compare(mine, theirs) > 0) forEntry += 1;
    if (compare(mine, theirs) < 0) forOther += 1;
  }
  if (forEntry === forOther) return 1;
  return forEntry > forOther ? 2 : 0;
}

/** Groups of equal value, the highest first; within a group the order given is kept. */
function splitBy(entries: string[], valueOf: (entry: string) => Fraction): string[][] {
  const groups: { value: Fraction; entries: string[] }[] = [];
  for (const entry of entries) {
    const value = valueOf(entry);
    const group = groups.find((each) => compare(each.value, value) === 0);
    if (group === undefined) groups.push({ value, entries: [entry] });
    else group.entries.push(entry);
  }
  return groups.toSorted((a, b) => compare(b.value, a.value)).map((group) => group.entries);
}

// ---- Awards

function giveAward(edition: Edition, award: Award, lastRound: RoundResult | undefined): AwardResult {
  if (lastRound === undefined || !lastRound.complete) return { id: award.id, recipients: [] };
  const recipients = lastRound.results.flatMap(({ entry, rank }) => {
    if (rank === null) return [];
    const sharing = lastRound.results.filter((each) => each.rank === rank).length;
    if (rank + sharing - 1 > award.places) return [];
    const region = edition.regions.find((each) => each.code === entry);
    if (region === undefined) throw new Error(`no region ${entry}`);
    return [{ place: rank, entry, ...recipient(region, award.recipient) }];
  });
  return { id: award.id, recipients };
}

function recipient(region: Region, kind: Award["recipient"]): { name: string | null; title: string | null } {
  const full = `${region.type === "kota" ? "Kota" : "Kabupaten"} ${region.name}`;
  if (kind === "region") return { name: full, title: null };
  if (kind === "agency") return { name: region.agency?.name ?? null, title: full };
  const office = region.head?.title ?? (region.type === "kota" ? "Wali Kota" : "Bupati");
  return { name: region.head?.name ?? null, title: `${office} ${region.name}` };
}

// ---- Small readings

function percent(text: string): Fraction {
  return divide(fromDecimal(text), whole(100));
}

function previousTotal(previous: RoundResult, entry: string): Fraction {
  const total = previous.results.find((result) => result.entry === entry)?.total;
  if (total === undefined || total === null) throw new Error(`${entry} has no total in the round before`);
  return fromDecimal(total);
}

function getFrom(totals: Map<string, Fraction>, entry: string): Fraction {
  const total = totals.get(entry);
  if (total === undefined) throw new Error(`${entry} has no total`);
  return total;
}
