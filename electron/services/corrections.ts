import type { CorrectionView } from "../contract/seals.ts";
import { AppError } from "../contract/errors.ts";
import type { ReadDb } from "../database/open.ts";
import type { StoredAccount } from "../database/queries/accounts.ts";
import {
  type CorrectionChange,
  endCorrection,
  findCorrection,
  insertCorrection,
  type StoredCorrection,
} from "../database/queries/corrections.ts";
import { listPrints, revokePrint } from "../database/queries/register.ts";
import { insertSeal, listSeals } from "../database/queries/security.ts";
import { listEntryScores, openSheet, setScore } from "../database/queries/sheets.ts";
import { findWholeEdition } from "../database/queries/wholeEdition.ts";
import { canonicalJson } from "../domain/canonicalJson.ts";
import { scorePath } from "../domain/editionFacts.ts";
import { canonicalDecimal } from "../domain/exact.ts";
import type { RoundResult } from "../domain/result.ts";
import type { Context } from "./context.ts";
import { correctionView, hashOf, rankEditionCategory, revocationWords, subjectOf } from "./correctionView.ts";
import { refuseAltered } from "./ledgerVerifying.ts";
import { command } from "./ledgerWriting.ts";
import { getRoundByKeys } from "./lookup.ts";
import { findRuleBookInForce } from "./ruleBookContent.ts";
import type { RoundAtWork } from "./roundAtWork.ts";
import { type Place, scoreCheck } from "./scores.ts";
import { sealContent } from "./sealContent.ts";
import { sealInputs } from "./sealInputs.ts";
import { sealRuleBook } from "./sealRows.ts";
import { findDisagreement } from "./secondOpinion.ts";
import { sha256 } from "./sha256.ts";
import { collectSignature } from "./signing.ts";

interface Asked {
  roundId: number;
  reason: string;
  changes: { entryId: number; panelistId: number | null; indicatorId: number; value: string }[];
}

/** Writes a request down; nothing changes before it is signed. */
export function requestCorrection(
  context: Context,
  at: RoundAtWork,
  { roundId, reason, changes }: Asked,
): CorrectionView {
  const { db, clock, session } = context;
  const { byKeys, round } = at;
  if (listSeals(db, roundId).length === 0) {
    throw new AppError(
      "NOT_READY",
      `Babak "${round.name}" belum disegel; perbaiki nilainya langsung di Penilaian.`,
    );
  }
  if (!session?.account) throw new AppError("SIGN_IN", "Masuk dulu dengan nama dan PIN Anda.");
  refuseWithoutRuleBook(context, byKeys.editionId);
  const check = scoreCheck(at);
  const prepared = changes.map(({ value, ...place }): CorrectionChange => {
    const exact = canonicalDecimal(value);
    if (exact === null) {
      throw new AppError("INVALID", `"${value}" bukan angka. Perbaiki nilai koreksinya.`);
    }
    const fault = check(place, exact);
    if (fault) throw new AppError("INVALID", `Koreksi tidak dicatat. ${fault.message}`);
    const { entryId, panelistId, indicatorId } = place;
    return {
      entry: byKeys.codeOf.get(entryId)!,
      panelist: panelistId === null ? null : byKeys.panelistKeyOf.get(panelistId)!,
      indicator: round.indicators.find(({ id }) => id === indicatorId)!.key,
      old: presentValue(db, roundId, place),
      new: exact,
    };
  });
  if (new Set(prepared.map(cellOf)).size < prepared.length) {
    throw new AppError("INVALID", "Satu sel disebut dua kali dalam koreksi ini. Sisakan satu nilainya.");
  }
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
  refuseWithoutRuleBook(context, editionId);
  refuseAltered(db, editionId);
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
    const place = {
      panelistId,
      entryId: byKeys.entryIdOf.get(entry)!,
      indicatorId: stored.indicators.find(({ key }) => key === indicator)!.id,
    };
    if (presentValue(db, correction.roundId, place) !== old) {
      throw new AppError(
        "CONFLICT",
        `Nilai yang dikoreksi sudah diubah koreksi lain sejak permintaan ini ditulis. Tarik permintaan ini, lalu ajukan lagi dari nilai yang sekarang.`,
      );
    }
    const sheetId = openSheet(db, correction.roundId, place.entryId, panelistId);
    setScore(db, sheetId, place.indicatorId, value, Date.parse(now), "grid");
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
    const inputs = sealInputs(db, byKeys, index + step);
    const contentUnder = (book: string | null) =>
      canonicalJson(sealContent(category.id, later, result, book, inputs));
    // A round that nothing moved stays as it was sealed, also where the rule book has been amended since.
    if (contentUnder(sealRuleBook(newest.result)) === newest.result) return;
    const content = contentUnder(ruleBook);
    const hash = sha256(content);
    const disagreement = findDisagreement(db, editionId, category.id, result);
    if (disagreement) throw new AppError("CONFLICT", `Koreksi tidak dijalankan. ${disagreement}`);
    const version = newest.version + 1;
    insertSeal(db, { roundId: later.id, version, result: content, hash, sealedAt: now });
    bumped.add(later.id);
    if (later.id === correction.roundId) endCorrection(db, correction.id, "done", version);
  });
  if (!bumped.has(correction.roundId))
    endCorrection(db, correction.id, "done", listSeals(db, correction.roundId).at(-1)!.version);
  const why = revocationWords(correction, round.name);
  for (const { serial, restsOn, revokedAt } of listPrints(db, editionId)) {
    if (revokedAt === null && restsOn.some((id) => bumped.has(id)))
      revokePrint(db, editionId, serial, now, why);
  }
  return facts;
}

/** Under an amendment that is not signed yet nothing can be sealed again. */
function refuseWithoutRuleBook({ db }: Context, editionId: number): void {
  if (findRuleBookInForce(db, editionId)) return;
  throw new AppError(
    "NOT_READY",
    "Tata nilai sedang dibuka untuk perubahan. Tanda tangani dulu di Persiapan, Pengamanan.",
  );
}

function presentValue(
  db: ReadDb,
  roundId: number,
  { panelistId, entryId, indicatorId }: Place,
): string | null {
  const score = listEntryScores(db, roundId, entryId).find(
    (one) => one.indicatorId === indicatorId && one.panelistId === panelistId,
  );
  return score?.value ?? null;
}

function cellOf({ entry, panelist, indicator }: CorrectionChange): string {
  return JSON.stringify([entry, panelist, indicator]);
}

function rankNow(db: Context["db"], editionId: number, category: string): RoundResult[] {
  return rankEditionCategory(findWholeEdition(db, editionId)!, category);
}

function getCorrection({ db }: Context, id: number): StoredCorrection {
  const correction = findCorrection(db, id);
  if (!correction) throw new AppError("NOT_FOUND", "Permintaan koreksi ini tidak ada. Muat ulang halaman.");
  return correction;
}
