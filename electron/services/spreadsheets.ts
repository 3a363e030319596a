import { mapping } from "../contract/spreadsheets.ts";
import { AppError } from "../contract/errors.ts";
import { findMapping, saveMapping } from "../database/queries/settings.ts";
import { findWholeEdition } from "../database/queries/wholeEdition.ts";
import type { Edition, Sheet } from "../domain/edition.ts";
import { totalsOf } from "../domain/rankingTotals.ts";
import { guessMapping, mappingFingerprint } from "../interchange/foreignMapping.ts";
import type { RankingWorkbook } from "../interchange/rankingLayout.ts";
import type { TemplateTarget } from "../interchange/scoreTemplateForm.ts";
import { type Context, os } from "./context.ts";
import { refuseUnderEmbargo } from "./embargo.ts";
import { underJob } from "./jobs.ts";
import { appendEvent } from "./ledgerWriting.ts";
import { getCategoryIdOfRound, getRoundByKeys } from "./lookup.ts";
import { type RoundAtWork, getRoundAtWork, isOfficial } from "./roundAtWork.ts";
import { enterScores, keyingOf, listShownScores } from "./scoreEntry.ts";
import { announceScores } from "./sheets.ts";
import { refuseTypingBlock } from "./typingBlock.ts";

const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const largestBytes = 50 * 1024 * 1024;

export const spreadsheets = {
  template: os.spreadsheets.template.handler(async ({ input, context, signal }) => {
    const at = await getRoundAtWork(context, input.roundId);
    refuseUnderEmbargo(context, at.byKeys, at.round.id);
    if (at.blocked) throw new AppError("NOT_READY", at.blocked);
    const { target, edition } = targetOf(context, at, { withScores: true });
    const bytes = await context.work.run(
      "interchange",
      "writeScoreTemplate",
      { ...target, panelists: edition.panelists, sample: edition.sample, now: new Date(context.clock.now()) },
      { signal },
    );
    noteExport(context, at.byKeys.editionId, "templat", target.round.name);
    return toFile(bytes, `templat-${target.round.id}-${edition.year}`);
  }),

  importTemplate: os.spreadsheets.importTemplate.handler(async ({ input, context, signal }) => {
    const at = await getRoundAtWork(context, input.roundId);
    refuseTypingBlock(context.db, at);
    const { target } = targetOf(context, at, { withScores: false });
    const given = await readFile(input.file);
    const sheets = await underJob(context, input.job, signal, (options) =>
      context.work.run("interchange", "readScoreTemplate", { ...given, target }, options),
    );
    return saveSheets(context, at, sheets, "template");
  }),

  inspect: os.spreadsheets.inspect.handler(async ({ input, context, signal }) => {
    const at = await getRoundAtWork(context, input.roundId);
    const { target } = targetOf(context, at, { withScores: false });
    const given = await readFile(input.file);
    const found = await underJob(context, input.job, signal, (options) =>
      context.work.run("interchange", "inspectWorkbook", given, options),
    );
    const sheets = found.map(({ name, rows, columns, sample }) => ({ name, rows, columns, sample }));
    for (const { name, headerRow, headers } of found) {
      if (headerRow === null) continue;
      const known = findMapping(context.db, input.roundId, mappingFingerprint(headers));
      if (known)
        return {
          sheets,
          mapping: { ...mapping.parse(JSON.parse(known)), sheet: name, headerRow },
          remembered: true,
        };
    }
    const first = found.find(({ headerRow, hidden }) => headerRow !== null && !hidden);
    const guess = first && {
      sheet: first.name,
      headerRow: first.headerRow!,
      ...guessMapping(first.headers, target.round.indicators),
    };
    return { sheets, mapping: guess ?? null, remembered: false };
  }),

  importMapped: os.spreadsheets.importMapped.handler(async ({ input, context, signal }) => {
    const at = await getRoundAtWork(context, input.roundId);
    refuseTypingBlock(context.db, at);
    const { target } = targetOf(context, at, { withScores: false });
    const panelist =
      input.panelistId === null ? null : (at.byKeys.panelistKeyOf.get(input.panelistId) ?? null);
    if (!at.panel.includes(input.panelistId)) {
      throw new AppError(
        "INVALID",
        `Pilih panelis dari panel babak "${at.round.name}" yang nilainya ada di lembar ini.`,
      );
    }
    const given = await readFile(input.file);
    const foreign = {
      round: target.round,
      panelist,
      entries: target.entries,
      register: target.regions,
      answers: input.answers,
    };
    const { sheets, open, headers } = await underJob(context, input.job, signal, (options) =>
      context.work.run(
        "interchange",
        "readForeignSheet",
        { ...given, mapping: input.mapping, target: foreign },
        options,
      ),
    );
    saveMapping(context.db, input.roundId, mappingFingerprint(headers), JSON.stringify(input.mapping));
    if (open.length > 0) return { open, outcome: null };
    return { open: [], outcome: saveSheets(context, at, sheets, "mapped") };
  }),

  ranking: os.spreadsheets.ranking.handler(async ({ input, context, signal }) => {
    const { editionId, ranking } = await rankingWorkbook(context, input.roundId);
    const bytes = await underJob(context, input.job, signal, (options) =>
      context.work.run("interchange", "writeRankingSheet", ranking, options),
    );
    noteExport(context, editionId, "peringkat", ranking.round.name);
    return toFile(bytes, `peringkat-${ranking.round.id}`);
  }),
};

function noteExport(context: Context, editionId: number, subject: string, round: string): void {
  appendEvent(context, editionId, { act: "ekspor", subject, details: { round } });
}

async function rankingWorkbook(
  context: Context,
  roundId: number,
): Promise<{ editionId: number; ranking: RankingWorkbook }> {
  const ranked = await context.rankings.ranked(getCategoryIdOfRound(context.db, roundId), {
    withStandings: true,
  });
  const { byKeys, index } = getRoundByKeys(context.db, roundId);
  refuseUnderEmbargo(context, byKeys, roundId, ranked);
  const edition = findWholeEdition(context.db, byKeys.editionId)!;
  const rounds = edition.categories.find(({ id }) => id === byKeys.category.id)!.rounds;
  const { result, standings } = ranked[index]!;
  const previous = ranked[index - 1]?.result ?? null;
  const ranking = {
    editionTitle: edition.title,
    categoryName: byKeys.category.name,
    round: rounds[index]!,
    entries: result.results.map(({ entry }) => entry),
    panelists: edition.panelists,
    regions: edition.regions,
    standings,
    result,
    previous: previous && { roundName: rounds[index - 1]!.name, totals: totalsOf(previous) },
    final: isOfficial(context.db, byKeys, ranked[index]),
    sample: edition.sample,
    now: new Date(context.clock.now()),
  };
  return { editionId: byKeys.editionId, ranking };
}

/** What a template of this round is held against; with the scores given so far when it is to be written. */
function targetOf(
  context: Context,
  at: RoundAtWork,
  { withScores }: { withScores: boolean },
): { target: TemplateTarget; edition: Edition } {
  const { byKeys, round, entries } = at;
  const edition = findWholeEdition(context.db, byKeys.editionId, { withScores })!;
  const category = edition.categories.find(({ id }) => id === byKeys.category.id)!;
  const whole = category.rounds.find(({ id }) => id === round.key)!;
  const target = {
    // By keys, not ids: a template travels with the edition file to another laptop.
    identity: { edition: `${edition.year} ${edition.title}`, category: category.id, round: round.key },
    editionTitle: edition.title,
    categoryName: category.name,
    round: withScores ? { ...whole, scores: shownSheets(context, at, whole.scores) } : whole,
    entries: entries.map(({ code }) => code),
    regions: edition.regions,
  };
  return { target, edition };
}

/** The sheets as the one at this window may see them: where two type the same paper, only one's own figures. */
function shownSheets(context: Context, at: RoundAtWork, inForce: Sheet[]): Sheet[] {
  if (keyingOf(context, at) === "single") return inForce;
  const keys = new Map(at.round.indicators.map(({ id, key }) => [id, key]));
  return at.panel.flatMap((panelistId) => {
    const byEntry = Map.groupBy(listShownScores(context, at, panelistId), ({ entryId }) => entryId);
    return Array.from(byEntry, ([entryId, scores]) => ({
      entry: at.byKeys.codeOf.get(entryId)!,
      panelist: panelistId === null ? null : at.byKeys.panelistKeyOf.get(panelistId)!,
      values: Object.fromEntries(scores.map(({ indicatorId, value }) => [keys.get(indicatorId)!, value])),
    }));
  });
}

function saveSheets(context: Context, at: RoundAtWork, sheets: Sheet[], via: "template" | "mapped") {
  const indicatorIds = new Map(at.round.indicators.map(({ key, id }) => [key, id]));
  const scores = sheets.flatMap(({ entry, panelist, values }) =>
    Object.entries(values).map(([key, value]) => ({
      entryId: at.byKeys.entryIdOf.get(entry)!,
      panelistId: panelist === null ? null : at.byKeys.panelistIdOf.get(panelist)!,
      indicatorId: indicatorIds.get(key)!,
      value,
    })),
  );
  const act = via === "template" ? "spreadsheets.importTemplate" : "spreadsheets.importMapped";
  const { changed, unchanged } = enterScores(context, at, scores, { act, via });
  announceScores(context, at, scores);
  return { changed, unchanged, sheets: sheets.length };
}

async function readFile(file: File): Promise<{ bytes: Uint8Array; name: string }> {
  if (file.size > largestBytes) {
    const megabytes = Math.ceil(file.size / 1024 / 1024);
    throw new AppError(
      "TOO_LARGE",
      `Berkas "${file.name}" berukuran ${megabytes} MB; lembar kerja paling besar 50 MB.`,
    );
  }
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name };
}

function toFile(bytes: Uint8Array, name: string): File {
  return new File([Uint8Array.from(bytes)], `${name}.xlsx`, { type: spreadsheet });
}
