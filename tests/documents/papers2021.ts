import { readFileSync } from "node:fs";
import { join } from "node:path";
import type {
  Charter,
  CharterDesign,
  CharterPaper,
  Head,
  MinutesPaper,
  MinutesRound,
  PaperSize,
  RecapPaper,
  ScoreSheetPaper,
  Tie,
} from "../../electron/documents/paperData.ts";
import { design as designShape } from "../../electron/contract/designs.ts";
import type { Edition, Panelist, Region, Round } from "../../electron/domain/edition.ts";
import { parseFraction, roundHalfAway } from "../../electron/domain/exact.ts";
import { headOfficeLabel, regionLabel } from "../../electron/domain/names.ts";
import { placesOf, rankCategory } from "../../electron/domain/ranking.ts";
import type { RoundResult } from "../../electron/domain/result.ts";
import { standingsOf } from "../../electron/domain/standing.ts";
import { listTies, type TieOutcome } from "../../electron/domain/ties.ts";
import { readEdition } from "../../electron/interchange/editionFile.ts";

const root = join(import.meta.dirname, "..", "..");
export const templateFolder = join(root, "resources", "templates");
export const fontFolders = ["cinzel", "eb-garamond", "source-sans-3", "source-serif-4"].map((name) =>
  join(root, "node_modules", "@expo-google-fonts", name),
);

function readSample(): Edition {
  const read = readEdition(readFileSync(join(root, "resources", "samples", "2021.json"), "utf8"));
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.edition;
}

export const edition2021 = readSample();
export const category = must(edition2021.categories[0]);
export const results = rankCategory(category, placesOf(edition2021, category.id));

export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("the fixture lacks what the test needs");
  return value;
}

export function region(code: string): Region {
  return must(edition2021.regions.find((each) => each.code === code));
}

export function leaderOf(code: string): Head | null {
  const { head } = region(code);
  return head && { name: head.name, office: headOfficeLabel(region(code)) };
}

export function headOf(code: string): string | null {
  const { head } = region(code);
  return head && `${headOfficeLabel(region(code))} ${head.name}`;
}

export const panel: Panelist[] = edition2021.panelists;
const letterhead = {
  lines: ["PEMERINTAH PROVINSI JAWA TIMUR", "BADAN PENGEMBANGAN SUMBER DAYA MANUSIA"],
  emblem: null,
  address: "Jalan Balongsari Tama, Tandes, Surabaya 60186",
};
export const common = {
  contoh: true,
  rancangan: false,
  letterhead,
  editionTitle: edition2021.title,
  year: 2021,
};

function at(index: number): { round: Round; result: RoundResult; previous: RoundResult | null } {
  return {
    round: must(category.rounds[index]),
    result: must(results[index]),
    previous: results[index - 1] ?? null,
  };
}

function standingsAt(index: number) {
  const { round, result } = at(index);
  return standingsOf(
    round,
    result.results.map(({ entry }) => entry),
  );
}

function carryAt(index: number): RecapPaper["carry"] {
  const { round } = at(index);
  return index === 0 ? null : { percent: round.carry, round: must(category.rounds[index - 1]).name };
}

export function recap2021(index: number, paper: PaperSize): RecapPaper {
  const { round, result, previous } = at(index);
  const standings = standingsAt(index);
  const people = round.kind === "panel" ? panel : [];
  const shown = (fraction: string | null | undefined) =>
    fraction ? roundHalfAway(parseFraction(fraction), round.decimals) : null;
  return {
    ...common,
    kind: "recap",
    paper,
    category: category.name,
    round: round.name,
    indicators: round.indicators,
    panelists: people,
    carry: carryAt(index),
    rows: result.results.map(({ entry, rank, total, advances }) => ({
      rank,
      entry: regionLabel(region(entry)),
      aggregates: must(standings.get(entry)).aggregates.map(shown),
      panelistTotals: people.map(({ id }) => shown(must(standings.get(entry)).sheetTotals[id])),
      previousTotal: previous?.results.find((each) => each.entry === entry)?.total ?? null,
      total,
      advances: index === 0 ? advances : must(rank) <= 3,
    })),
    cut: index === 0 ? "Top 5" : "Top 3",
    notes: [],
    place: "Surabaya",
    date: index === 0 ? "2021-09-30" : "2021-10-05",
    signers:
      index === 0
        ? [
            { name: null, role: "Ketua tim sekretariat" },
            { name: null, role: "Pemeriksa" },
          ]
        : panel.map(({ name, institution }) => ({ name, role: institution })),
  };
}

function toTie(round: Round, { entries, total, key, reason, undecided }: TieOutcome): Tie {
  const names = entries.map((code) => regionLabel(region(code)));
  if (key === null) return { entries: names, total, split: { kind: undecided ? "undecided" : "shared" } };
  if (key === "decision") return { entries: names, total, split: { kind: key, reason: reason ?? "" } };
  const indicator = round.indicators.find(({ id }) => key === `indicator:${id}`)?.name;
  return { entries: names, total, split: { kind: "indicator", indicator: must(indicator) } };
}

function minutesRound(index: number): MinutesRound {
  const { round, result, previous } = at(index);
  const standings = standingsAt(index);
  const entries = [...standings.keys()];
  const top = index === 0 ? 5 : 3;
  return {
    name: round.name,
    kind: round.kind,
    entries: result.results.length,
    indicators: round.indicators,
    aggregate: round.aggregate,
    decimals: round.decimals,
    carry: carryAt(index),
    cut: `Top ${top}`,
    results: result.results.slice(0, top).map(({ entry, rank, total }) => ({
      rank: must(rank),
      total: must(total),
      entry: regionLabel(region(entry)),
      head: leaderOf(entry),
    })),
    ties: listTies({ round, entries, standings, previous }, result)
      .filter((tie) =>
        tie.entries.some((entry) => result.results.slice(0, top).some((each) => each.entry === entry)),
      )
      .map((tie) => toTie(round, tie)),
    recusals: [],
  };
}

export function minutes2021(paper: PaperSize, rounds = [1]): MinutesPaper {
  return {
    ...common,
    kind: "minutes",
    paper,
    number: null,
    date: "2021-10-05",
    time: "09.00",
    venue: edition2021.venue,
    place: "Surabaya",
    organiser: edition2021.organiser,
    category: category.name,
    panelists: panel,
    rounds: rounds.map(minutesRound),
    signers: panel.map(({ name, institution }) => ({ name, role: institution })),
  };
}

export function sheets2021(paper: PaperSize, { blank }: { blank: boolean }): ScoreSheetPaper {
  const { round } = at(1);
  const standings = standingsAt(1);
  return {
    ...common,
    kind: "scoreSheet",
    paper,
    category: category.name,
    round: round.name,
    indicators: round.indicators,
    place: "Surabaya",
    date: blank ? null : "2021-10-05",
    sheets: panel.flatMap(({ id, name, institution }) =>
      [...standings].map(([entry, standing]) => {
        const values =
          round.scores.find((each) => each.entry === entry && each.panelist === id)?.values ?? {};
        const total = standing.sheetTotals[id];
        return {
          panelist: { name, institution },
          entry: regionLabel(region(entry)),
          head: headOf(entry),
          values: round.indicators.map((indicator) => (blank ? null : (values[indicator.id] ?? null))),
          total: blank || total === undefined ? null : roundHalfAway(parseFraction(total), round.decimals),
        };
      }),
    ),
  };
}

/** A design as it comes with the application. */
export function shippedDesign(key: "klasik" | "modern" | "pesisir"): CharterDesign {
  const text = readFileSync(join(root, "resources", "designs", `${key}.json`), "utf8");
  return { design: designShape.parse(JSON.parse(text)), pictures: {}, source: null };
}

/** The charters of the three heads and the three agencies. */
export function charters2021(paper: PaperSize): CharterPaper {
  const best = at(1).result.results.slice(0, 3);
  const charters = edition2021.awards.flatMap((award) =>
    best.map(({ entry, rank }): Charter => {
      const one = region(entry);
      const recipient: Charter["recipient"] =
        award.recipient === "head"
          ? {
              kind: "head",
              name: must(one.head).name,
              position: headOfficeLabel(one),
              region: regionLabel(one),
            }
          : { kind: "agency", name: must(one.agency).name, region: regionLabel(one) };
      return {
        number: null,
        recipient,
        place: must(rank),
        places: award.places,
        category: category.name,
        award: award.name,
        reason: null,
      };
    }),
  );
  return {
    ...common,
    kind: "charter",
    paper,
    letterhead: null,
    emblem: null,
    signatory: must(edition2021.signatory),
    date: edition2021.ceremonyDate,
    theme: edition2021.theme,
    design: shippedDesign("klasik"),
    charters,
  };
}
