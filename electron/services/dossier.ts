import { AppError } from "../contract/errors.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { listLedger } from "../database/queries/ledger.ts";
import { findPolicy, listSeals, listSignatures } from "../database/queries/security.ts";
import type { DossierPaper } from "../documents/paperData.ts";
import { parseFraction, roundHalfAway } from "../domain/exact.ts";
import { explainEntry } from "../domain/explain.ts";
import { timeText } from "../domain/indonesian.ts";
import { readBody } from "../domain/ledger.ts";
import { headOfficeLabel } from "../domain/names.ts";
import type { EntryResult } from "../domain/result.ts";
import { entriesOf } from "../domain/ranking.ts";
import type { RunOptions } from "../work/pool.ts";
import type { Context } from "./context.ts";
import { roleName } from "./authorise.ts";
import { correctionSentences } from "./dossierCorrections.ts";
import { refuseUnderEmbargo } from "./embargo.ts";
import { entrySheets, stepsOf } from "./explanation.ts";
import { showPlainValue } from "../domain/factSentences.ts";
import type { FactNames } from "../domain/factNames.ts";
import { actSentence, placeNames } from "./ledgerWords.ts";
import { verifyEdition } from "./ledgerVerifying.ts";
import { getCategoryIdOfRound, getRoundByKeys } from "./lookup.ts";
import { commonOf, letterheadOf, type PaperSource, readPaperSource } from "./paperSource.ts";
import { sealConditions } from "./sealing.ts";

/** The objection dossier of an entry: everything that made its rank, and a letter of reply to fill in. */
export async function makeDossier(
  context: Context,
  roundId: number,
  entryId: number,
  options: RunOptions,
): Promise<File> {
  const source = await readPaperSource(context, getCategoryIdOfRound(context.db, roundId));
  refuseUnderEmbargo(context, source.byKeys, roundId, source.ranked);
  const paper = await dossierPaper(context, source, roundId, entryId);
  const { fonts, resources } = context.paths;
  const pdf = await context.work.run("preview", "renderPaper", { fonts, resources, paper }, options);
  const name = `berkas-keberatan ${paper.entry} ${paper.round}`.replaceAll(/[^\p{Letter}\p{Number} -]/gu, "");
  return new File([pdf], `${name}.pdf`, { type: "application/pdf" });
}

async function dossierPaper(
  context: Context,
  source: PaperSource,
  roundId: number,
  entryId: number,
): Promise<DossierPaper> {
  const { db } = context;
  const { byKeys, index } = getRoundByKeys(db, roundId);
  const { round } = byKeys.rounds[index]!;
  const ranked = source.ranked[index]!;
  const code = byKeys.codeOf.get(entryId);
  const place = ranked.result.results.findIndex(({ entry }) => entry === code);
  if (code === undefined || place === -1) {
    throw new AppError("NOT_FOUND", `Daerah ini tidak ikut dalam babak "${round.name}". Muat ulang hasil.`);
  }
  const previous = source.ranked[index - 1]?.result ?? null;
  const cuts = index === byKeys.rounds.length - 1 ? byKeys.awardPlaces : [];
  const ranking = {
    round,
    entries: entriesOf(byKeys.category, previous),
    standings: ranked.standings,
    previous,
    cuts,
  };
  const explained = explainEntry(ranking, code, entrySheets(db, byKeys, roundId, entryId));
  const label = (entry: string) => source.regions.get(entry)?.label ?? entry;
  const region = source.regions.get(code)!;
  const names = new Map(round.indicators.map(({ id, name }) => [id, name]));
  const shown = (fraction: string | null) =>
    fraction === null ? null : roundHalfAway(parseFraction(fraction), 4);
  const panelists = panelistNames(context, source, round.panel);
  return {
    kind: "dossier",
    ...commonOf(source, `dossier/${roundId}/${entryId}`, !source.official.has(roundId), [roundId]),
    letterhead: letterheadOf(source),
    category: byKeys.category.name,
    round: round.name,
    entry: region.label,
    head: region.head ? `${headOfficeLabel(region)} ${region.head.name}` : null,
    rank: explained.rank,
    entries: ranked.result.results.length,
    total: explained.total,
    seal: sealOf(context, source, roundId, round.id),
    corrections: correctionSentences(context, byKeys, roundId, code),
    panelists,
    indicators: explained.indicators.map((one) => ({
      code: one.id,
      name: one.name,
      weight: one.weight,
      scale: one.scale,
      direction: one.direction,
      values: one.values.map(({ value, normalised, recused, counted }) => ({
        value,
        normalised: normalised?.shown ?? null,
        recused,
        counted,
      })),
      aggregate: one.aggregate?.shown ?? null,
      points: one.points?.shown ?? null,
    })),
    steps: stepsOf(
      explained,
      round.decimals,
      new Map(byKeys.entries.map((entry) => [entry.code, entry.label])),
      names,
    ),
    ties: explained.ties.map(({ other, steps, above, reason }) => ({
      other: label(other),
      comparisons: steps.map((step) => ({ key: step.key, own: shown(step.own), other: shown(step.other) })),
      above,
      reason,
    })),
    checks: await checksOf(context, source, index),
    above: ranked.result.results.slice(Math.max(0, place - 2), place).map(neighbour(label)),
    below: ranked.result.results.slice(place + 1, place + 3).map(neighbour(label)),
    ...ledgerOf(context, byKeys.editionId, byKeys.category.id, round.id, code, {
      ...placeNames(db, byKeys.editionId),
      panelist: (key) => panelists[round.panel.indexOf(key.replace(/^p:/, ""))] ?? "Meja sekretariat",
    }),
    reply: {
      number: null,
      objection: { number: null, date: null },
      addressee: headOfficeLabel(region),
      place: source.edition.signatory?.place ?? null,
      date: null,
      signatory: { name: null, title: null },
    },
  };
}

function neighbour(labelOf: (entry: string) => string) {
  return ({ entry, rank, total }: Pick<EntryResult, "entry" | "rank" | "total">) => ({
    rank,
    entry: labelOf(entry),
    total,
  });
}

function sealOf(
  { db }: Context,
  { byKeys }: PaperSource,
  roundId: number,
  roundKey: string,
): DossierPaper["seal"] {
  const newest = listSeals(db, roundId).at(-1);
  if (!newest) return null;
  const signatures = listSignatures(db, byKeys.editionId, `segel/${byKeys.category.id}/${roundKey}/1`);
  return {
    sealedAt: timeText(newest.sealedAt),
    signatures: signatures.map(({ name, role: held }) => `${name} (${roleName(held)})`),
  };
}

/** By name, or Panelis A, B, … as the rule book says; the desk under a name of its own. */
function panelistNames({ db }: Context, { byKeys }: PaperSource, panel: string[]): string[] {
  if (panel.length === 0) return ["Meja sekretariat"];
  if (findPolicy(db, byKeys.editionId)?.panelistNames === "letters") {
    return panel.map((_, index) => `Panelis ${String.fromCharCode(65 + index)}`);
  }
  const names = new Map(listPanelists(db, byKeys.editionId).map(({ key, name }) => [key, name]));
  return panel.map((key) => names.get(key) ?? key);
}

async function checksOf(
  context: Context,
  source: PaperSource,
  index: number,
): Promise<DossierPaper["checks"]> {
  const { byKeys, ranked, proof } = source;
  const conditions = await sealConditions(context, { byKeys, index, ranked: ranked[index]! });
  if (!proof) return conditions.filter(({ sentence }) => !sentence.startsWith("Tata nilai"));
  const { findings } = verifyEdition(context.db, byKeys.editionId);
  return [
    ...conditions,
    {
      sentence: findings[0] ?? "Data sama dengan buku catatan dan rantainya utuh",
      holds: findings.length === 0,
    },
  ];
}

const mostLines = 200;

function ledgerOf(
  { db }: Context,
  editionId: number,
  category: string,
  round: string,
  code: string,
  names: FactNames,
): Pick<DossierPaper, "ledger" | "ledgerOmitted"> {
  const subjects = [
    `nilai/${category}/${round}/%/${code}/%`,
    `berhalangan/${category}/${round}/%/${code}`,
    `keputusan/${category}/${round}/%${code}%`,
  ];
  const { entries, total } = listLedger(
    db,
    editionId,
    { allOf: [subjects], text: "", textSubjects: [], unsearched: [] },
    { before: null, limit: mostLines },
  );
  const ledger = entries.toReversed().map((entry) => {
    const body = readBody(entry);
    const { seq, at, actor, subject, old, new: after } = body;
    return {
      seq,
      time: timeText(at),
      who: actor?.name ?? "Tanpa akun",
      what: actSentence(body, names),
      old: showPlainValue(subject, old),
      new: showPlainValue(subject, after),
    };
  });
  return { ledger, ledgerOmitted: total - entries.length };
}
