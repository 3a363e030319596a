import { AppError } from "../contract/errors.ts";
import type { ReadDb } from "../database/open.ts";
import { listSealedRounds } from "../database/queries/security.ts";
import { findWholeEdition } from "../database/queries/wholeEdition.ts";
import { findField, type Json } from "../domain/canonicalJson.ts";
import { factParts, type FactChange } from "../domain/facts.ts";
import { findRuleBookInForce } from "./ruleBookContent.ts";

/** What a signed act may change beyond what anybody may. */
export interface Licence {
  /** "category/round" by keys: sealed rounds whose scores a signed correction changes. */
  sealedRounds: readonly string[];
}

/** Facts that stand in the rule book, by the first part of their path. */
const ruleFacts = new Set(["kategori", "babak", "indikator", "penghargaan", "pengetikan", "kebijakan"]);
/** Facts of one round: category and round are the second and third part of their path. */
const roundFacts = new Set([
  "babak",
  "indikator",
  "berhalangan",
  "keputusan",
  "nilai",
  "ketikan",
  "pengetikan",
]);

/** Refuses changes of what is frozen or sealed, whoever makes them and by whatever way. */
export function refuseForbiddenChange(
  db: ReadDb,
  editionId: number,
  changes: readonly FactChange[],
  licence: Licence = { sealedRounds: [] },
): void {
  const sealed = listSealedRounds(db, editionId);
  const frozen = findRuleBookInForce(db, editionId) !== null;
  for (const change of changes) {
    const sentence =
      sealedSentence(db, editionId, change, sealed, licence) ?? (frozen ? frozenSentence(change) : null);
    if (sentence) throw new AppError("FORBIDDEN", sentence);
  }
}

/** Why a change touches what is sealed; null where it does not. */
function sealedSentence(
  db: ReadDb,
  editionId: number,
  { subject, old, new: after }: FactChange,
  sealed: ReadonlySet<string>,
  licence: Licence,
): string | null {
  if (sealed.size === 0) return null;
  const [kind = "", category = "", round = ""] = factParts(subject);
  const place = `${category}/${round}`;
  if (roundFacts.has(kind) && sealed.has(place) && !licence.sealedRounds.includes(place)) {
    return "Babak ini sudah disegel, jadi tidak ada yang dapat diubah lagi. Ajukan koreksi bila ada yang keliru.";
  }
  const isSealed = (key: unknown) => [...sealed].some((one) => one.startsWith(`${String(key)}/`));
  if (kind === "peserta" && isSealed(category)) {
    return "Kategori ini sudah mempunyai babak yang disegel, jadi pesertanya tetap.";
  }
  if (kind === "kategori" && isSealed(category)) {
    return "Kategori ini sudah mempunyai babak yang disegel, jadi namanya tetap.";
  }
  // Who gets an award follows from the last round; until that is sealed an amendment may still change awards.
  if (kind === "penghargaan" && [old, after].some((award) => isLastSealed(db, editionId, award, sealed))) {
    return "Babak terakhir kategori ini sudah disegel, jadi penghargaannya tetap.";
  }
  if (kind === "edisi" && isRenamed(old, after)) {
    return "Edisi ini sudah mempunyai babak yang disegel, jadi nama dan tahunnya tetap.";
  }
  if (kind === "panelis" && differs("name", old, after) && sitsInSealed(db, editionId, category, sealed)) {
    return "Panelis ini menilai babak yang sudah disegel, jadi namanya tetap seperti pada hasil yang ditandatangani.";
  }
  return null;
}

/** Why a change touches the frozen rule book; null where it does not. */
function frozenSentence({ subject, old, new: after }: FactChange): string | null {
  const [kind = ""] = factParts(subject);
  if (ruleFacts.has(kind)) {
    return "Tata nilai sudah ditandatangani dan dibekukan. Buka perubahan bernomor dengan alasan di Persiapan, Pengamanan.";
  }
  if (kind === "edisi" && isRenamed(old, after)) {
    return "Nama dan tahun edisi tertulis dalam tata nilai yang sudah ditandatangani. Buka perubahan bernomor di Persiapan, Pengamanan.";
  }
  return null;
}

function isLastSealed(db: ReadDb, editionId: number, award: Json, sealed: ReadonlySet<string>): boolean {
  const key = findField(award, "category");
  const edition = findWholeEdition(db, editionId, { withScores: false });
  const category = edition?.categories.find(({ id }) => id === key);
  const last = category?.rounds.at(-1);
  return last !== undefined && sealed.has(`${category?.id}/${last.id}`);
}

function isRenamed(old: Json, after: Json): boolean {
  return differs("title", old, after) || differs("year", old, after);
}

function differs(field: string, old: Json, after: Json): boolean {
  return findField(old, field) !== findField(after, field);
}

function sitsInSealed(db: ReadDb, editionId: number, panelist: string, sealed: ReadonlySet<string>): boolean {
  const edition = findWholeEdition(db, editionId, { withScores: false });
  return (edition?.categories ?? []).some(({ id, rounds }) =>
    rounds.some((round) => sealed.has(`${id}/${round.id}`) && round.panel.includes(panelist)),
  );
}
