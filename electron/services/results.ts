import { AppError } from "../contract/errors.ts";
import type { RoundResultView } from "../contract/results.ts";

import {
  deleteDecision,
  findDecision,
  insertDecision,
  listDecisions,
} from "../database/queries/decisions.ts";
import type { CategoryByKeys, RoundByKeys } from "../database/queries/rules.ts";
import type { RankedRound } from "../work/rankTask.ts";
import { type Context, announce, os } from "./context.ts";
import { command } from "./ledgerWriting.ts";
import { explain } from "./explanation.ts";
import { getCategoryByKeys, getCategoryIdOfRound, getRoundByKeys } from "./lookup.ts";
import { cutOf, missingSentence, tieSentence } from "./resultWords.ts";
import { recipientsOf } from "./recipients.ts";
import { hidesWinners } from "./embargo.ts";
import { isOfficial } from "./roundAtWork.ts";

export const results = {
  get: os.results.get.handler(async ({ input, context }) => {
    const ranked = await context.rankings.ranked(input.categoryId);
    const byKeys = getCategoryByKeys(context.db, input.categoryId);
    const hidden = hidesWinners(context, byKeys, ranked);
    const rounds = byKeys.rounds.map((round, index) => roundView(context, byKeys, round, ranked[index]!));
    const last = rounds.at(-1);
    // Nobody but chair and secretary reads the last ranking off the wire before its time.
    if (hidden && last)
      rounds.splice(-1, 1, { ...last, rows: [], ties: [], undecided: [], cut: null, decisions: [] });
    return {
      categoryId: input.categoryId,
      hidden,
      rounds,
      recipients: hidden ? [] : recipientsOf(context.db, byKeys, ranked),
    };
  }),

  explain: os.results.explain.handler(({ input, context }) => explain(context, input.roundId, input.entryId)),

  decide: os.results.decide.handler(async ({ input, context }) => {
    const { db, clock } = context;
    const ranked = await context.rankings.ranked(getCategoryIdOfRound(db, input.roundId));
    const { byKeys, index } = getRoundByKeys(db, input.roundId);
    const { round } = byKeys.rounds[index]!;
    const undecided = ranked[index]!.result.undecided.map((group) =>
      group.map((code) => byKeys.entryIdOf.get(code)!),
    );
    const asked = new Set(input.order);
    const group = undecided.find(
      (ids) => ids.length === input.order.length && ids.every((id) => asked.has(id)),
    );
    if (!group) {
      throw new AppError(
        "CONFLICT",
        "Seri ini sudah berubah: yang diputuskan harus tepat semua peserta yang masih seri. Muat ulang hasil.",
      );
    }
    if (!round.tieBreak.includes("decision")) {
      throw new AppError(
        "NOT_READY",
        `Tata nilai babak "${round.name}" tidak memakai keputusan rapat pleno sebagai penentu seri. Tambahkan dulu di Tata nilai.`,
      );
    }
    command(context, byKeys.editionId, { act: "results.decide", reason: input.reason }, () =>
      insertDecision(db, {
        roundId: input.roundId,
        entries: group,
        order: input.order,
        reason: input.reason,
        decidedAt: clock.now(),
      }),
    );
    announce(context, byKeys.editionId, "results", "sheets", "documents");
  }),

  withdrawDecision: os.results.withdrawDecision.handler(({ input, context }) => {
    const decision = findDecision(context.db, input.decisionId);
    if (!decision) throw new AppError("NOT_FOUND", "Keputusan ini sudah dicabut. Muat ulang hasil.");
    const { byKeys } = getRoundByKeys(context.db, decision.roundId);
    command(context, byKeys.editionId, { act: "results.withdrawDecision" }, () =>
      deleteDecision(context.db, decision.id),
    );
    announce(context, byKeys.editionId, "results", "sheets", "documents");
  }),
};

function roundView(
  { db }: Context,
  byKeys: CategoryByKeys,
  { id, stored, round, indicators }: RoundByKeys,
  ranked: RankedRound,
): RoundResultView {
  const { result, points, missing, ties } = ranked;
  const entries = new Map(byKeys.entries.map((entry) => [entry.code, entry]));
  const labels = new Map(byKeys.entries.map(({ code, label }) => [code, label]));
  const indicatorNames = new Map(round.indicators.map((indicator) => [indicator.id, indicator.name]));
  const isLast = byKeys.rounds.at(-1)?.id === id;
  return {
    roundId: id,
    key: round.id,
    name: round.name,
    kind: round.kind,
    decimals: round.decimals,
    complete: result.complete,
    final: isOfficial(db, byKeys, ranked),
    indicators: indicators.map(({ id: indicatorId, key, name, weight }) => ({
      id: indicatorId,
      key,
      name,
      weight,
    })),
    rows: result.results.map(({ entry, ...row }) => ({
      entryId: entries.get(entry)!.id,
      code: entry,
      label: entries.get(entry)!.label,
      ...row,
      contributions: points.get(entry)?.indicators ?? stored.indicators.map(() => null),
      carried: points.get(entry)?.carried ?? null,
      missing: missingSentence(missing.get(entry) ?? []),
    })),
    undecided: result.undecided.map((group) => group.map((code) => entries.get(code)!.id)),
    cut: cutOf(round, result, isLast ? byKeys.awardPlaces : []),
    ties: ties.map((tie) => tieSentence(tie, labels, indicatorNames)),
    decisions: listDecisions(db, id).map(({ id: decisionId, order, reason, decidedAt }) => ({
      id: decisionId,
      entryIds: order,
      reason,
      decidedAt,
    })),
  };
}
