import { AppError } from "../contract/errors.ts";
import type { ReadDb } from "../database/open.ts";
import { listSealedRounds } from "../database/queries/security.ts";
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
  for (const { subject, old } of changes) {
    const [kind = "", category = "", round = ""] = factParts(subject);
    const place = `${category}/${round}`;
    if (roundFacts.has(kind) && sealed.has(place) && !licence.sealedRounds.includes(place)) {
      throw new AppError(
        "FORBIDDEN",
        `Babak ini sudah disegel, jadi tidak ada yang dapat diubah lagi. Ajukan koreksi bila ada yang keliru.`,
      );
    }
    if (kind === "peserta" && old !== null && [...sealed].some((one) => one.startsWith(`${category}/`))) {
      throw new AppError(
        "FORBIDDEN",
        "Kategori ini sudah mempunyai babak yang disegel, jadi pesertanya tetap.",
      );
    }
    if (frozen && ruleFacts.has(kind)) {
      throw new AppError(
        "FORBIDDEN",
        "Tata nilai sudah ditandatangani dan dibekukan. Buka perubahan bernomor dengan alasan di Persiapan, Pengamanan.",
      );
    }
  }
}
