import { AppError } from "../contract/errors.ts";
import { isSecured } from "../database/queries/accounts.ts";
import { listCorrections, saveDeclaration } from "../database/queries/corrections.ts";
import { findHead } from "../database/queries/ledger.ts";
import { listCategories } from "../database/queries/categories.ts";
import { insertSeal, listSeals } from "../database/queries/security.ts";
import { canonicalJson } from "../domain/canonicalJson.ts";
import { lowerFirst } from "../domain/factNames.ts";
import { shortHead } from "../domain/ledger.ts";
import { checkOwnPin } from "./accounts.ts";
import { writeAnchor } from "./anchor.ts";
import { makeBundle } from "./bundle.ts";
import { type Context, announce, os } from "./context.ts";
import { correctionView } from "./correctionView.ts";
import { requestCorrection, signCorrection, withdrawCorrection } from "./corrections.ts";
import { makeDossier } from "./dossier.ts";
import { declarationOf, refuseHiddenWinners, refuseLateEmbargo, refuseUnderEmbargo } from "./embargo.ts";
import { underJob } from "./jobs.ts";
import { appendEvent, command } from "./ledgerWriting.ts";
import { refuseAltered } from "./ledgerVerifying.ts";
import { getCategoryByKeys, getCategoryIdOfRound, getEdition, getRoundByKeys } from "./lookup.ts";
import { getRoundAtWork } from "./roundAtWork.ts";
import { presentSeal, type RoundToSeal, sealConditions, sealSubject, sealView } from "./sealing.ts";
import { sealRows } from "./sealRows.ts";
import { collectSignature } from "./signing.ts";

export const seals = {
  list: os.seals.list.handler(({ input, context }) => viewsOf(context, input.editionId)),

  sign: os.seals.sign.handler(async ({ input, context }) => {
    const { db, clock } = context;
    const account = await checkOwnPin(context, input.pin);
    const { at, conditions } = await readRoundAtRest(context, input.roundId);
    const { editionId } = at.byKeys;
    if (!isSecured(db, editionId))
      throw new AppError("NOT_READY", "Hanya babak dari edisi yang diamankan dapat disegel.");
    const name = at.byKeys.rounds[at.index]!.round.name;
    if (listSeals(db, input.roundId).length > 0)
      throw new AppError("CONFLICT", `Babak "${name}" sudah disegel.`);
    const failing = conditions.filter(({ holds }) => !holds);
    if (failing.length > 0) {
      throw new AppError(
        "NOT_READY",
        `Babak "${name}" belum dapat disegel: ${failing.map(({ sentence }) => lowerFirst(sentence)).join("; ")}.`,
        { problems: failing.map(({ sentence }) => ({ path: name, message: sentence })) },
      );
    }
    refuseAltered(db, editionId);
    const { content, hash } = presentSeal(context, at);
    command(context, editionId, { act: "seals.sign", licence: { sealedRounds: [placeOf(at)] } }, () => {
      // Another may have sealed while this one typed the PIN.
      if (listSeals(db, input.roundId).length > 0)
        throw new AppError("CONFLICT", `Babak "${name}" sudah disegel.`);
      const complete = collectSignature(context, editionId, {
        subject: sealSubject(at, 1),
        read: input.hash,
        present: hash,
        account,
      });
      if (!complete) return;
      insertSeal(db, {
        roundId: input.roundId,
        version: 1,
        result: canonicalJson(content),
        hash,
        sealedAt: clock.now(),
      });
    });
    writeAnchor(context);
    changed(context, editionId);
    return viewsOf(context, editionId);
  }),

  declare: os.seals.declare.handler(async ({ input, context }) => {
    const { editionId } = input;
    refuseLateEmbargo(context, editionId, input.embargoUntil);
    await checkOwnPin(context, input.pin);
    refuseAltered(context.db, editionId);
    const open = (await viewsOf(context, editionId)).find(({ state }) => state !== "sealed");
    if (open)
      throw new AppError(
        "NOT_READY",
        `Hasil belum dapat diumumkan: babak "${open.roundName}" belum disegel.`,
      );
    command(context, editionId, { act: "seals.declare" }, () =>
      saveDeclaration(context.db, editionId, context.clock.now(), input.embargoUntil),
    );
    writeAnchor(context);
    changed(context, editionId);
  }),

  declaration: os.seals.declaration.handler(({ input, context }) => declarationOf(context, input.editionId)),

  versions: os.seals.versions.handler(({ input, context }) => {
    const { byKeys } = getRoundByKeys(context.db, input.roundId);
    refuseUnderEmbargo(context, byKeys, input.roundId);
    const labels = new Map(byKeys.entries.map(({ code, label }) => [code, label]));
    return listSeals(context.db, input.roundId).map(({ version, sealedAt, hash, result }) => ({
      version,
      sealedAt,
      hash,
      rows: sealRows(result).map(({ entry, rank, total }) => ({
        label: labels.get(entry) ?? entry,
        rank,
        total,
      })),
    }));
  }),

  corrections: os.seals.corrections.handler(({ input, context }) =>
    listCorrections(context.db, input.editionId).map((correction) => correctionView(context, correction)),
  ),

  requestCorrection: os.seals.requestCorrection.handler(async ({ input, context }) => {
    const at = await getRoundAtWork(context, input.roundId);
    const correction = requestCorrection(context, at, input);
    changed(context, getRoundByKeys(context.db, input.roundId).byKeys.editionId);
    return correction;
  }),

  signCorrection: os.seals.signCorrection.handler(async ({ input, context }) => {
    const account = await checkOwnPin(context, input.pin);
    const view = signCorrection(context, input.correctionId, input.hash, account);
    writeAnchor(context);
    changed(context, getRoundByKeys(context.db, view.roundId).byKeys.editionId);
    return view;
  }),

  withdrawCorrection: os.seals.withdrawCorrection.handler(({ input, context }) => {
    const view = withdrawCorrection(context, input.correctionId);
    changed(context, getRoundByKeys(context.db, view.roundId).byKeys.editionId);
    return view;
  }),

  dossier: os.seals.dossier.handler(async ({ input, context, signal }) => {
    const { roundId, entryId } = input;
    const file = await underJob(context, input.job, signal, (options) =>
      makeDossier(context, roundId, entryId, options),
    );
    const { byKeys, index } = getRoundByKeys(context.db, roundId);
    appendEvent(context, byKeys.editionId, {
      act: "ekspor",
      subject: "keberatan",
      details: { entry: byKeys.codeOf.get(entryId) ?? "", round: byKeys.rounds[index]!.round.name },
    });
    return file;
  }),

  bundle: os.seals.bundle.handler(({ input, context }) => {
    const edition = getEdition(context.db, input.editionId);
    refuseHiddenWinners(context, input.editionId);
    const { html, head } = makeBundle(context, input.editionId);
    appendEvent(context, input.editionId, {
      act: "ekspor",
      subject: "bundel",
      details: { head: shortHead(head) },
    });
    return new File([html], `bukti-${edition.year}.html`, { type: "text/html" });
  }),
};

/**
 * A round with its ranking and conditions as of one moment: while both are reckoned in threads of their own somebody
 * may type, and what they then say is of a moment that is gone.
 */
async function readRoundAtRest(context: Context, roundId: number) {
  const { db } = context;
  const { byKeys } = getRoundByKeys(db, roundId);
  for (;;) {
    const before = findHead(db, byKeys.editionId)?.hash;
    const at = await readRound(context, roundId);
    const conditions = await sealConditions(context, at);
    if (findHead(db, byKeys.editionId)?.hash === before) return { at, conditions };
  }
}

export async function readRound(context: Context, roundId: number): Promise<RoundToSeal> {
  const ranked = await context.rankings.ranked(getCategoryIdOfRound(context.db, roundId));
  const { byKeys, index } = getRoundByKeys(context.db, roundId);
  return { byKeys, index, ranked: ranked[index]! };
}

function placeOf({ byKeys, index }: RoundToSeal): string {
  return `${byKeys.category.id}/${byKeys.rounds[index]!.round.id}`;
}

async function viewsOf(context: Context, editionId: number) {
  const lists = await Promise.all(
    listCategories(context.db, editionId).map(async ({ id }) => {
      const ranked = await context.rankings.ranked(id);
      const byKeys = getCategoryByKeys(context.db, id);
      return Promise.all(
        byKeys.rounds.map((_, index) => sealView(context, { byKeys, index, ranked: ranked[index]! })),
      );
    }),
  );
  return lists.flat();
}

function changed(context: Context, editionId: number): void {
  announce(context, editionId, "seals", "security", "sheets", "results", "documents", "ledger", "editions");
}
