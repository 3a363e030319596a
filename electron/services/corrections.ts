import type { CorrectionView } from "../contract/seals.ts";
import { AppError } from "../contract/errors.ts";
import type { StoredAccount } from "../database/queries/accounts.ts";
import {
  type CorrectionChange,
  endCorrection,
  findCorrection,
  insertCorrection,
  listPrints,
  revokePrint,
  type StoredCorrection,
} from "../database/queries/corrections.ts";
import { insertSeal, listSeals } from "../database/queries/security.ts";
import { listEntryScores, openSheet, setScore } from "../database/queries/sheets.ts";
import { findWholeEdition } from "../database/queries/wholeEdition.ts";
import { canonicalJson } from "../domain/canonicalJson.ts";
import { scorePath } from "../domain/editionFacts.ts";
import { canonicalDecimal, findScaleFault } from "../domain/exact.ts";
import { formatDecimal } from "../domain/indonesian.ts";
import type { RoundResult } from "../domain/result.ts";
import type { Context } from "./context.ts";
import { correctionView, hashOf, rankEditionCategory, subjectOf } from "./correctionView.ts";
import { command } from "./ledgerWriting.ts";
import { getRoundByKeys } from "./lookup.ts";
import { findRuleBookInForce } from "./ruleBookContent.ts";
import { sealContent } from "./sealContent.ts";
import { findDisagreement } from "./secondOpinion.ts";
import { sha256 } from "./sha256.ts";
import { collectSignature } from "./signing.ts";

interface Asked {
  roundId: number;
  reason: string;
  changes: { entryId: number; panelistId: number | null; indicatorId: number; value: string }[];
}

/** Writes a request down; nothing changes before it is signed. */
export function requestCorrection(context: Context, { roundId, reason, changes }: Asked): CorrectionView {
  const { db, clock, session } = context;
  const { byKeys, index } = getRoundByKeys(db, roundId);
  const { stored, round } = byKeys.rounds[index]!;
  if (listSeals(db, roundId).length === 0) {
    throw new AppError(
      "NOT_READY",
      `Babak "${round.name}" belum disegel; perbaiki nilainya langsung di Penilaian.`,
    );
  }
  if (!session?.account) throw new AppError("SIGN_IN", "Masuk dulu dengan nama dan PIN Anda.");
  const prepared = changes.map(({ entryId, panelistId, indicatorId, value }): CorrectionChange => {
    const entry = byKeys.codeOf.get(entryId);
    const indicator = stored.indicators.find(({ id }) => id === indicatorId);
    const panelist = panelistId === null ? null : byKeys.panelistKeyOf.get(panelistId);
    const exact = canonicalDecimal(value);
    if (entry === undefined || !indicator || panelist === undefined || exact === null) {
      throw new AppError(
        "INVALID",
        "Koreksi menunjuk sel yang tidak ada di babak ini. Muat ulang lembarnya.",
      );
    }
    if (findScaleFault(exact, indicator.scale)) {
      throw new AppError(
        "INVALID",
        `${formatDecimal(exact)} tidak sesuai skala "${indicator.name}". Perbaiki nilai koreksinya.`,
      );
    }
    const present = listEntryScores(db, roundId, entryId).find(
      (score) => score.indicatorId === indicatorId && score.panelistId === panelistId,
    );
    return { entry, panelist, indicator: indicator.key, old: present?.value ?? null, new: exact };
  });
  const id = command(context, byKeys.editionId, { act: "seals.requestCorrection", reason }, () =>
    insertCorrection(db, {
      roundId,
      reason,
      changes: prepared,
      requestedBy: session.account!.id,
      requestedAt: clock.now(),
    }),
  );
  return correctionView(context, getCorrection(context, id));
}

/** Signs a request; with the last signature needed it is done: new versions, what moves, papers revoked. */
export function signCorrection(
  context: Context,
  correctionId: number,
  read: string,
  account: StoredAccount,
): CorrectionView {
  const { db } = context;
  const correction = getCorrection(context, correctionId);
  const { byKeys, index } = getRoundByKeys(db, correction.roundId);
  const { editionId } = byKeys;
  if (correction.state !== "open")
    throw new AppError("CONFLICT", "Permintaan koreksi ini sudah selesai atau ditarik.");
  const sealed = byKeys.rounds.slice(index).filter(({ id }) => listSeals(db, id).length > 0);
  const licence = { sealedRounds: sealed.map(({ round }) => `${byKeys.category.id}/${round.id}`) };
  command(
    context,
    editionId,
    { act: "seals.signCorrection", reason: correction.reason, licence },
    (record) => {
      const complete = collectSignature(context, editionId, {
        subject: subjectOf(byKeys.category.id, byKeys.rounds[index]!.round.id, correction.number),
        read,
        present: hashOf(correction),
        account,
      });
      if (complete) record(carryOut(context, correction));
    },
  );
  context.rankings.touchAll();
  return correctionView(context, getCorrection(context, correctionId));
}

export function withdrawCorrection(context: Context, correctionId: number): CorrectionView {
  const correction = getCorrection(context, correctionId);
  const { byKeys } = getRoundByKeys(context.db, correction.roundId);
  if (correction.state !== "open")
    throw new AppError("CONFLICT", "Permintaan koreksi ini sudah selesai atau ditarik.");
  command(context, byKeys.editionId, { act: "seals.withdrawCorrection" }, () =>
    endCorrection(context.db, correctionId, "withdrawn", null),
  );
  return correctionView(context, getCorrection(context, correctionId));
}

/** Changes the scores, seals the next version of this round and of the sealed ones after it, revokes what was printed. */
function carryOut(context: Context, correction: StoredCorrection) {
  const { db, clock } = context;
  const { byKeys, index } = getRoundByKeys(db, correction.roundId);
  const { editionId, category } = byKeys;
  const { round, stored } = byKeys.rounds[index]!;
  const now = clock.now();
  const facts = correction.changes.map(({ entry, panelist, indicator, old, new: value }) => {
    const panelistId = panelist === null ? null : byKeys.panelistIdOf.get(panelist)!;
    const sheetId = openSheet(db, correction.roundId, byKeys.entryIdOf.get(entry)!, panelistId);
    const indicatorId = stored.indicators.find(({ key }) => key === indicator)!.id;
    setScore(db, sheetId, indicatorId, value, Date.parse(now), "grid");
    return { subject: scorePath(category.id, round.id, panelist, entry, indicator), old, new: value };
  });
  const ranked = rankNow(db, editionId, category.id);
  const ruleBook = findRuleBookInForce(db, editionId)?.hash ?? null;
  const bumped = new Set<number>();
  byKeys.rounds.slice(index).forEach((later, step) => {
    const seals = listSeals(db, later.id);
    const newest = seals.at(-1);
    const result = ranked[index + step]!;
    if (!newest) return;
    if (!result.complete || result.undecided.length > 0) {
      throw new AppError(
        "CONFLICT",
        `Koreksi ini mengubah siapa yang maju atau membuat seri di babak "${later.round.name}" yang sudah disegel, jadi tidak dapat dijalankan begitu saja. Bawa ke rapat pleno.`,
      );
    }
    const content = canonicalJson(sealContent(category.id, later, result, ruleBook));
    const hash = sha256(content);
    if (hash === newest.hash) return;
    const disagreement = findDisagreement(db, editionId, category.id, result);
    if (disagreement) throw new AppError("CONFLICT", `Koreksi tidak dijalankan. ${disagreement}`);
    const version = newest.version + 1;
    insertSeal(db, { roundId: later.id, version, result: content, hash, sealedAt: now });
    bumped.add(later.id);
    if (later.id === correction.roundId) endCorrection(db, correction.id, "done", version);
  });
  if (!bumped.has(correction.roundId))
    endCorrection(db, correction.id, "done", listSeals(db, correction.roundId).at(-1)!.version);
  const why = `Koreksi ${correction.number} babak ${round.name}: ${correction.reason}`;
  for (const { serial, versions, revokedAt } of listPrints(db, editionId)) {
    if (revokedAt === null && Object.keys(versions).some((id) => bumped.has(Number(id)))) {
      revokePrint(db, editionId, serial, now, why);
    }
  }
  return facts;
}

function rankNow(db: Context["db"], editionId: number, category: string): RoundResult[] {
  return rankEditionCategory(findWholeEdition(db, editionId)!, category);
}

function getCorrection({ db }: Context, id: number): StoredCorrection {
  const correction = findCorrection(db, id);
  if (!correction) throw new AppError("NOT_FOUND", "Permintaan koreksi ini tidak ada. Muat ulang halaman.");
  return correction;
}
