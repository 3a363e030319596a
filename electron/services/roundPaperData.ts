import { AppError } from "../contract/errors.ts";
import type { RoundByKeys } from "../database/queries/rules.ts";
import type {
  MinutesPaper,
  MinutesRound,
  PersonOfPanel,
  RecapPaper,
  Signer,
  Tie,
} from "../documents/paperData.ts";
import { parseFraction, roundHalfAway } from "../domain/exact.ts";
import { headOfficeLabel } from "../domain/names.ts";
import type { FractionText, Standing } from "../domain/result.ts";
import type { TieOutcome } from "../domain/ties.ts";
import type { RankedRound } from "../work/rankTask.ts";
import { commonOf, getSourceRound, letterheadOf, type PaperSource } from "./paperSource.ts";
import { cutName, tieSentence } from "./resultWords.ts";

/** Rekapitulasi nilai of a round, as ranked now. */
export function recapPaper(source: PaperSource, roundId: number): RecapPaper {
  const { round, ranked, index } = getSourceRound(source, roundId);
  const key = `recap/${roundId}`;
  const panel = panelOf(source, round);
  const shown = (fraction: FractionText | null | undefined) =>
    fraction ? roundHalfAway(parseFraction(fraction), round.round.decimals) : null;
  const places = placesOf(source, index);
  const previousTotals = new Map(
    source.ranked[index - 1]?.result.results.map(({ entry, total }) => [entry, total]),
  );
  return {
    kind: "recap",
    ...commonOf(source, key, !source.official.has(roundId), [roundId]),
    letterhead: letterheadOf(source),
    category: source.byKeys.category.name,
    round: round.round.name,
    indicators: round.round.indicators.map(({ name, weight }) => ({ name, weight })),
    panelists: panel.map(({ person }) => person),
    carry: carryOf(source, round, index),
    rows: ranked.result.results.map(({ entry, rank, total, advances }) => {
      const standing = ranked.standings.get(entry)!;
      return {
        rank,
        entry: source.regions.get(entry)!.label,
        aggregates: standing.aggregates.map(shown),
        panelistTotals: panel.map(({ key: panelist }) => panelistTotal(round, standing, panelist, shown)),
        previousTotal: previousTotals.get(entry) ?? null,
        total,
        roundTotal: shown(standing.weighted),
        advances: advances || (rank !== null && rank <= places),
      };
    }),
    cut: nameOfCut(source, round),
    notes: notesOf(source, round, ranked),
    place: source.edition.signatory?.place ?? null,
    date: source.documents.get(key)?.date ?? dateOfRound(source, roundId),
    signers: signersOf(source, round),
  };
}

/** Berita acara penilaian of a round, as ranked now. */
export function minutesPaper(source: PaperSource, roundId: number): MinutesPaper {
  const { round, ranked, index } = getSourceRound(source, roundId);
  const key = `minutes/${roundId}`;
  if (ranked.result.results.every(({ total }) => total === null)) {
    throw new AppError(
      "NOT_READY",
      `Berita acara babak "${round.round.name}" belum dapat dibuat: belum ada nilai yang dimasukkan.`,
    );
  }
  const { edition } = source;
  return {
    kind: "minutes",
    ...commonOf(source, key, !source.official.has(roundId), [roundId]),
    letterhead: letterheadOf(source),
    number: source.documents.get(key)?.number ?? null,
    date: dateOfRound(source, roundId),
    time: source.events.get(roundId)?.start ?? null,
    venue: round.round.kind === "panel" ? (source.events.get(roundId)?.venue ?? edition.venue) : null,
    place: edition.signatory?.place ?? null,
    organiser: edition.organiser,
    category: source.byKeys.category.name,
    panelists: panelOf(source, round).map(({ person }) => person),
    rounds: [minutesRound(source, round, ranked, index)],
    signers: signersOf(source, round),
  };
}

/** The date of a round's minutes: that of the paper, else the one the round is held on. */
export function dateOfRound(
  { documents, events }: Pick<PaperSource, "documents" | "events">,
  roundId: number,
): string | null {
  return documents.get(`minutes/${roundId}`)?.date ?? events.get(roundId)?.date ?? null;
}

function minutesRound(
  source: PaperSource,
  round: RoundByKeys,
  ranked: RankedRound,
  index: number,
): MinutesRound {
  const { name, kind, indicators, aggregate, decimals } = round.round;
  const cut = nameOfCut(source, round);
  const places = placesOf(source, index);
  const tied = new Set(ranked.result.undecided.flat());
  const named = ranked.result.results.filter(
    ({ rank, advances, entry }) =>
      cut === null ||
      advances ||
      (rank !== null && rank <= places) ||
      (!source.official.has(round.id) && tied.has(entry)),
  );
  return {
    name,
    kind,
    entries: ranked.result.results.length,
    indicators: indicators.map((indicator) => ({ name: indicator.name, weight: indicator.weight })),
    aggregate,
    decimals,
    carry: carryOf(source, round, index),
    cut,
    results: named.flatMap(({ entry, rank, total }) => {
      if (rank === null || total === null) return [];
      const region = source.regions.get(entry)!;
      const head = region.head && { name: region.head.name, office: headOfficeLabel(region) };
      return [{ rank, entry: region.label, head, total }];
    }),
    ties: ranked.ties.map((tie) => toTie(source, round, tie)),
    recusals: round.round.recusals.map(({ panelist, entry, reason }) => {
      const panelistId = source.byKeys.panelistIdOf.get(panelist)!;
      return {
        panelist: source.panelists.get(panelistId)!.name,
        entry: source.regions.get(entry)!.label,
        reason,
        statement: source.statements.get(`${round.id}/${panelistId}`) ?? null,
      };
    }),
  };
}

function toTie(
  source: PaperSource,
  { round }: RoundByKeys,
  { entries, total, key, reason, undecided }: TieOutcome,
): Tie {
  const split = (): Tie["split"] => {
    if (key === null) return { kind: undecided ? "undecided" : "shared" };
    if (key === "decision") return { kind: key, reason: reason ?? "" };
    if (key === "previousRound" || key === "exactTotal" || key === "median" || key === "panelistMajority") {
      return { kind: key };
    }
    const id = key.slice("indicator:".length);
    return { kind: "indicator", indicator: round.indicators.find((one) => one.id === id)?.name ?? id };
  };
  return { entries: entries.map((code) => source.regions.get(code)!.label), total, split: split() };
}

function panelOf(
  source: PaperSource,
  { stored, round }: RoundByKeys,
): { key: string; person: PersonOfPanel }[] {
  return stored.panel.map((id, index) => {
    const { name, institution } = source.panelists.get(id)!;
    return { key: round.panel[index]!, person: { name, institution } };
  });
}

/** Every panelist signs; a desk round is signed by the secretariat's team. */
function signersOf(source: PaperSource, round: RoundByKeys): Signer[] {
  const panel = panelOf(source, round);
  if (panel.length > 0) return panel.map(({ person }) => ({ name: person.name, role: person.institution }));
  return [
    { name: null, role: "Ketua tim sekretariat" },
    { name: null, role: "Pemeriksa" },
  ];
}

function carryOf({ byKeys }: PaperSource, { round }: RoundByKeys, index: number): RecapPaper["carry"] {
  const previous = byKeys.rounds[index - 1];
  return previous && round.carry !== "0" ? { percent: round.carry, round: previous.round.name } : null;
}

/** The last place that an award is given for in this round; 0 where none is. */
export function placesOf({ byKeys }: PaperSource, index: number): number {
  return index === byKeys.rounds.length - 1 ? Math.max(0, ...byKeys.awardPlaces) : 0;
}

function nameOfCut({ byKeys }: PaperSource, { id, round }: RoundByKeys): string | null {
  return cutName(round, byKeys.rounds.at(-1)?.id === id ? byKeys.awardPlaces : []);
}

function panelistTotal(
  { round }: RoundByKeys,
  standing: Standing,
  panelist: string,
  shown: (fraction: FractionText | undefined) => string | null,
): RecapPaper["rows"][number]["panelistTotals"][number] {
  if (round.recusals.some((recusal) => recusal.panelist === panelist && recusal.entry === standing.entry)) {
    return "recused";
  }
  return shown(standing.sheetTotals[panelist]);
}

/** What happened in a round besides its ranking: ties and recusals, a sentence each. */
export function notesOf(source: PaperSource, { round }: RoundByKeys, ranked: RankedRound): string[] {
  const labels = new Map([...source.regions].map(([code, { label }]) => [code, label]));
  const indicatorNames = new Map(round.indicators.map(({ id, name }) => [id, name]));
  return [
    ...ranked.ties.map((tie) => tieSentence(tie, labels, indicatorNames)),
    ...round.recusals.map(({ panelist, entry, reason }) => {
      const name = source.panelists.get(source.byKeys.panelistIdOf.get(panelist)!)!.name;
      return `${name} berhalangan menilai ${labels.get(entry)}: ${reason}`;
    }),
  ];
}
