import type { Award, Category, Edition, IsoDate, Panelist, Region, Round } from "../domain/edition.ts";
import { parseFraction, roundHalfAway } from "../domain/exact.ts";
import { headOfficeLabel, regionLabel } from "../domain/names.ts";
import type { RoundResult, Standing } from "../domain/result.ts";
import { tiesOf } from "./editionTies.ts";
import type {
  Charter,
  Letterhead,
  MinutesPaper,
  MinutesRound,
  PaperSize,
  PersonOfPanel,
  RecapPaper,
  ScoreSheetPaper,
  Signer,
} from "./paperData.ts";

/** A ranked round with all that its papers tell. */
export interface RankedRoundOfEdition {
  edition: Edition;
  category: Category;
  round: Round;
  result: RoundResult;
  standings: ReadonlyMap<string, Standing>;
  /** Null in a first round. */
  previous: { round: Round; result: RoundResult } | null;
}

/** What the office chose for a paper. */
export interface PaperChoices {
  paper: PaperSize;
  rancangan: boolean;
  letterhead: Letterhead | null;
  /** Null is left dotted. */
  date: IsoDate | null;
}

function getRegion(edition: Edition, code: string): Region {
  const region = edition.regions.find((each) => each.code === code);
  if (!region) throw new Error(`no region ${code}`);
  return region;
}

function listPanel({ edition, round }: RankedRoundOfEdition): Panelist[] {
  return round.panel.map((id) => {
    const panelist = edition.panelists.find((each) => each.id === id);
    if (!panelist) throw new Error(`no panelist ${id}`);
    return panelist;
  });
}

function personOf({ name, institution }: Panelist): PersonOfPanel {
  return { name, institution };
}

/** `Bupati Magetan Suprawoto`; null while the name is not known. */
function headLabel(region: Region): string | null {
  return region.head === null ? null : `${headOfficeLabel(region)} ${region.head.name}`;
}

function commonOf(edition: Edition, { paper, rancangan, letterhead, date }: PaperChoices) {
  return {
    contoh: edition.sample,
    rancangan,
    paper,
    letterhead,
    date,
    editionTitle: edition.title,
    year: edition.year,
    place: edition.signatory?.place ?? null,
  };
}

function carryOf({ round, previous }: RankedRoundOfEdition) {
  return previous === null || round.carry === "0"
    ? null
    : { percent: round.carry, round: previous.round.name };
}

/** How many ranks pass the round: its own cut, or in a last round the places of the awards; null where all do. */
function findCut({
  edition,
  category,
  round,
}: RankedRoundOfEdition): { label: string; top: number | null } | null {
  if (round.advance !== null && "top" in round.advance) {
    return { label: `Top ${round.advance.top}`, top: round.advance.top };
  }
  if (round.advance !== null) return { label: "Lolos", top: null };
  const places = edition.awards
    .filter((award) => award.category === category.id)
    .map((award) => award.places);
  const most = Math.max(0, ...places);
  if (most === 0) return null;
  return { label: most === 1 ? "Terbaik" : `Top ${most}`, top: most };
}

function passesCut(ranked: RankedRoundOfEdition, entry: RoundResult["results"][number]): boolean {
  if (ranked.round.advance !== null) return entry.advances;
  const top = findCut(ranked)?.top ?? null;
  const undecided = ranked.result.undecided.some((tied) => tied.includes(entry.entry));
  return top !== null && entry.rank !== null && entry.rank <= top && !undecided;
}

function signersOf(ranked: RankedRoundOfEdition): Signer[] {
  const panel = listPanel(ranked);
  if (panel.length === 0) return [{ name: null, role: "Petugas penilai" }];
  return panel.map(({ name, institution }) => ({ name, role: institution }));
}

/** The recap of a round, with every sum that the ranking used. */
export function recapPaperOf(ranked: RankedRoundOfEdition, choices: PaperChoices): RecapPaper {
  const { edition, category, round, result, standings, previous } = ranked;
  const panel = listPanel(ranked);
  const rounded = (fraction: string | null | undefined) =>
    fraction === null || fraction === undefined
      ? null
      : roundHalfAway(parseFraction(fraction), round.decimals);
  return {
    ...commonOf(edition, choices),
    kind: "recap",
    category: category.name,
    round: round.name,
    indicators: round.indicators.map(({ name, weight }) => ({ name, weight })),
    panelists: panel.map(personOf),
    carry: carryOf(ranked),
    rows: result.results.map((entry) => {
      const standing = standings.get(entry.entry);
      return {
        rank: entry.rank,
        entry: regionLabel(getRegion(edition, entry.entry)),
        aggregates: (standing?.aggregates ?? []).map(rounded),
        panelistTotals: panel.map(({ id }) => ({
          total: rounded(standing?.sheetTotals[id]),
          recused: round.recusals.some((each) => each.panelist === id && each.entry === entry.entry),
        })),
        previousTotal: previous?.result.results.find((each) => each.entry === entry.entry)?.total ?? null,
        total: entry.total,
        advances: passesCut(ranked, entry),
      };
    }),
    cut: findCut(ranked)?.label ?? null,
    notes: [],
    signers: signersOf(ranked),
  };
}

function minutesRoundOf(ranked: RankedRoundOfEdition): MinutesRound {
  const { edition, round, result, standings, previous } = ranked;
  const label = (code: string) => regionLabel(getRegion(edition, code));
  const passing = result.results.filter((entry) => passesCut(ranked, entry));
  const listed = findCut(ranked) === null ? result.results : passing;
  const panelName = (id: string) => edition.panelists.find((each) => each.id === id)?.name ?? id;
  const named = new Set(listed.map(({ entry }) => entry));
  return {
    name: round.name,
    kind: round.kind,
    entries: result.results.length,
    indicators: round.indicators.map(({ name, weight }) => ({ name, weight })),
    aggregate: round.aggregate,
    decimals: round.decimals,
    carry: carryOf(ranked),
    cut: findCut(ranked)?.label ?? null,
    results: listed.flatMap(({ entry, rank, total }) =>
      rank === null || total === null
        ? []
        : [{ rank, total, entry: label(entry), head: headLabel(getRegion(edition, entry)) }],
    ),
    ties: tiesOf({ round, result, standings, previous: previous?.result ?? null }, named, label),
    recusals: round.recusals
      .filter(({ entry }) => standings.has(entry))
      .map(({ panelist, entry, reason }) => ({ panelist: panelName(panelist), entry: label(entry), reason })),
  };
}

/** The minutes of rounds of one category, in their order; the panel and the signers are those of the last. */
export function minutesPaperOf(
  rounds: readonly [RankedRoundOfEdition, ...RankedRoundOfEdition[]],
  choices: PaperChoices & { number: string | null; time: string | null },
): MinutesPaper {
  const last = rounds.at(-1) ?? rounds[0];
  const { edition, category } = last;
  return {
    ...commonOf(edition, choices),
    kind: "minutes",
    number: choices.number,
    time: choices.time,
    venue: edition.venue,
    organiser: edition.organiser,
    category: category.name,
    panelists: listPanel(last).map(personOf),
    rounds: rounds.map(minutesRoundOf),
    signers: signersOf(last),
  };
}

/** One sheet for every unrecused pair of the round (or every entry of a desk round), blank or as given. */
export function scoreSheetPaperOf(
  ranked: RankedRoundOfEdition,
  choices: PaperChoices & { blank: boolean },
): ScoreSheetPaper {
  const { edition, category, round, standings } = ranked;
  const panel: (Panelist | null)[] = round.kind === "desk" ? [null] : listPanel(ranked);
  const recused = (panelist: Panelist | null, entry: string) =>
    round.recusals.some((each) => each.panelist === panelist?.id && each.entry === entry);
  return {
    ...commonOf(edition, choices),
    kind: "scoreSheet",
    category: category.name,
    round: round.name,
    indicators: round.indicators.map(({ name, weight, scale, direction }) => ({
      name,
      weight,
      scale,
      direction,
    })),
    sheets: panel.flatMap((panelist) =>
      [...standings.keys()]
        .filter((entry) => !recused(panelist, entry))
        .map((entry) => {
          const id = panelist?.id ?? null;
          const given = choices.blank
            ? undefined
            : round.scores.find((sheet) => sheet.entry === entry && sheet.panelist === id);
          const total = choices.blank ? undefined : standings.get(entry)?.sheetTotals[id ?? ""];
          const region = getRegion(edition, entry);
          return {
            panelist: panelist && personOf(panelist),
            entry: regionLabel(region),
            head: headLabel(region),
            values: round.indicators.map(({ id: indicator }) => given?.values[indicator] ?? null),
            total: total === undefined ? null : roundHalfAway(parseFraction(total), round.decimals),
          };
        }),
    ),
  };
}

/** The charter of one recipient of an award; null while the name it would bear is not known. */
export function findCharter(
  edition: Edition,
  award: Award,
  { place, entry, number }: { place: number; entry: string; number: string | null },
): Charter | null {
  const region = getRegion(edition, entry);
  const label = regionLabel(region);
  const category = edition.categories.find(({ id }) => id === award.category)?.name ?? award.category;
  const shared = { number, place, places: award.places, category, award: award.name, reason: null };
  if (award.recipient === "region") return { ...shared, recipient: { kind: "region", name: label } };
  if (award.recipient === "agency") {
    return (
      region.agency && { ...shared, recipient: { kind: "agency", name: region.agency.name, region: label } }
    );
  }
  return (
    region.head && {
      ...shared,
      recipient: { kind: "head", name: region.head.name, position: headOfficeLabel(region), region: label },
    }
  );
}
