import { AppError } from "../contract/errors.ts";
import type { Explanation } from "../contract/results.ts";
import type { ReadDb } from "../database/open.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import type { CategoryByKeys } from "../database/queries/rules.ts";
import { isSecured } from "../database/queries/accounts.ts";
import { findNewest } from "../database/queries/ledger.ts";
import { scorePath } from "../domain/editionFacts.ts";
import { readBody } from "../domain/ledger.ts";
import { listEntryScores, type ScoreRow } from "../database/queries/sheets.ts";
import type { Sheet } from "../domain/edition.ts";
import { type EntryExplanation, explainEntry } from "../domain/explain.ts";
import { formatDecimal, formatFraction } from "../domain/indonesian.ts";
import { entriesOf } from "../domain/ranking.ts";
import { tieBreakName } from "../domain/roundCheck.ts";
import type { Context } from "./context.ts";
import { refuseUnderEmbargo } from "./embargo.ts";
import { getCategoryIdOfRound, getRoundByKeys } from "./lookup.ts";

/** How a score came to be, by the act that its newest entry in the ledger was written for. */
const actWords: Record<string, string> = {
  "fakta.spreadsheets.importTemplate": "dari templat",
  "fakta.spreadsheets.importMapped": "dari lembar kantor",
  "fakta.seals.signCorrection": "dengan koreksi",
  "fakta.security.secure": "sudah ada saat edisi diamankan",
};

const viaWords = {
  grid: "diketik",
  template: "dari templat",
  mapped: "dari lembar kantor",
  edition: "dari berkas edisi",
} as const;

/** Why an entry stands where it stands in a round, down to the single score. */
export async function explain(context: Context, roundId: number, entryId: number): Promise<Explanation> {
  const { db } = context;
  const ranked = await context.rankings.ranked(getCategoryIdOfRound(db, roundId), { withStandings: true });
  const { byKeys, index } = getRoundByKeys(db, roundId);
  refuseUnderEmbargo(context, byKeys, roundId, ranked);
  const { round, indicators } = byKeys.rounds[index]!;
  const code = byKeys.codeOf.get(entryId);
  const { result, standings } = ranked[index]!;
  if (code === undefined || !result.results.some(({ entry }) => entry === code)) {
    throw new AppError("NOT_FOUND", `Daerah ini tidak ikut dalam babak "${round.name}". Muat ulang hasil.`);
  }
  const scores = listEntryScores(db, roundId, entryId);
  const previous = ranked[index - 1]?.result ?? null;
  const cuts = index === byKeys.rounds.length - 1 ? byKeys.awardPlaces : [];
  const explained = explainEntry(
    { round, entries: entriesOf(byKeys.category, previous), standings, previous, cuts },
    code,
    entrySheets(db, byKeys, roundId, entryId),
  );
  const names = new Map(listPanelists(db, byKeys.editionId).map(({ key, name }) => [key, name]));
  const labels = new Map(byKeys.entries.map((entry) => [entry.code, entry.label]));
  const entered = new Map(scores.map((score) => [`${score.indicatorId}:${score.panelistId ?? 0}`, score]));
  const secured = isSecured(db, byKeys.editionId);
  /** Of a secured edition the ledger says when and how a score came to be: what stands beside the score anybody can write. */
  const comingOf = (panelist: string | null, indicator: string, score: ScoreRow | undefined) => {
    if (!score) return { enteredAt: null, enteredVia: null };
    if (!secured)
      return { enteredAt: new Date(score.enteredAt).toISOString(), enteredVia: viaWords[score.enteredVia] };
    const path = scorePath(byKeys.category.id, round.id, panelist, code, indicator);
    const entry = findNewest(db, byKeys.editionId, path);
    if (!entry) return { enteredAt: null, enteredVia: null };
    const { at, act } = readBody(entry);
    return { enteredAt: at, enteredVia: actWords[act] ?? viaWords.grid };
  };
  return {
    entryId,
    label: labels.get(code)!,
    rank: explained.rank,
    total: explained.total,
    exact: explained.exact,
    indicators: explained.indicators.map((indicator, place) => ({
      indicatorId: indicators[place]!.id,
      key: indicator.id,
      name: indicator.name,
      weight: indicator.weight,
      scale: { min: indicator.scale.min, max: indicator.scale.max },
      direction: indicator.direction,
      values: indicator.values.map(({ panelist, value, normalised, recused }) => {
        const panelistId = panelist === null ? null : byKeys.panelistIdOf.get(panelist)!;
        const score = entered.get(`${indicators[place]!.id}:${panelistId ?? 0}`);
        return {
          panelistId,
          panelist: panelist === null ? "Meja sekretariat" : names.get(panelist)!,
          value,
          normalised: normalised?.shown ?? null,
          recused,
          ...comingOf(panelist, indicator.id, score),
        };
      }),
      aggregate: indicator.aggregate?.exact ?? null,
      aggregateShown: indicator.aggregate?.shown ?? null,
      points: indicator.points?.shown ?? null,
    })),
    steps: stepsOf(
      explained,
      round.decimals,
      labels,
      new Map(round.indicators.map(({ id, name }) => [id, name])),
    ),
  };
}

/** The sheets of one entry in a round, by keys. */
export function entrySheets(db: ReadDb, byKeys: CategoryByKeys, roundId: number, entryId: number): Sheet[] {
  const { codeOf, panelistKeyOf, rounds } = byKeys;
  const indicators = rounds.find(({ id }) => id === roundId)?.indicators ?? [];
  const indicatorKeyOf = new Map(indicators.map(({ id, key }) => [id, key]));
  const code = codeOf.get(entryId)!;
  const sheets = new Map<string | null, Sheet>();
  for (const { panelistId, indicatorId, value } of listEntryScores(db, roundId, entryId)) {
    const panelist = panelistId === null ? null : panelistKeyOf.get(panelistId)!;
    let sheet = sheets.get(panelist);
    if (!sheet) sheets.set(panelist, (sheet = { entry: code, panelist, values: {} }));
    sheet.values[indicatorKeyOf.get(indicatorId)!] = value;
  }
  return [...sheets.values()];
}

/** The arithmetic in words, step by step. */
export function stepsOf(
  explained: EntryExplanation,
  decimals: number,
  labels: ReadonlyMap<string, string>,
  indicatorNames: ReadonlyMap<string, string>,
): string[] {
  const { weighted, carry, exactShown, exact, total, rank } = explained;
  if (weighted === null || exact === null || exactShown === null || total === null) {
    return ["Nilai akhir belum dapat dihitung karena masih ada indikator tanpa nilai."];
  }
  const shares = explained.indicators.map(({ points }) => formatDecimal(points?.shown ?? "0"));
  const steps = [`Jumlah nilai berbobot: ${shares.join(" + ")} = ${formatDecimal(weighted.shown)}.`];
  if (carry?.kept) {
    const own = formatDecimal(carry.kept.shown);
    const carried = formatDecimal(carry.carried.shown);
    steps.push(
      `Bawaan ${formatDecimal(carry.percent)} persen dari nilai babak sebelumnya (${formatDecimal(carry.previousTotal)}): ${own} + ${carried} = ${formatDecimal(exactShown)}.`,
    );
  }
  steps.push(
    `Dibulatkan ke ${decimals} angka di belakang koma: ${formatDecimal(total)} (nilai tepatnya ${formatFraction(exact)}).`,
  );
  if (rank !== null) steps.push(`Peringkat ${rank}.`);
  for (const { other, decidedBy, above, reason } of explained.ties) {
    const name = labels.get(other) ?? other;
    if (decidedBy === null) steps.push(`Sama dengan ${name}; tidak ada penentu yang membedakan keduanya.`);
    else {
      const place = above ? "di atas" : "di bawah";
      const why = reason ? ` Alasan: ${reason}` : "";
      steps.push(
        `Sama dengan ${name}; ditempatkan ${place}nya oleh ${tieBreakName(decidedBy, indicatorNames)}.${why}`,
      );
    }
  }
  return steps;
}
