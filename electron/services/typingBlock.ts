import { AppError, type ErrorCode } from "../contract/errors.ts";
import type { ReadDb } from "../database/open.ts";
import { isSecured } from "../database/queries/accounts.ts";
import { listRuleBooks, listSealedRounds } from "../database/queries/security.ts";
import type { RoundAtWork } from "./roundAtWork.ts";
import { findRuleBookInForce, ruleBookHash } from "./ruleBookContent.ts";

/** Why no value of a round can be typed, accepted or decided now, or null. */
export function findTypingBlock(
  db: ReadDb,
  { byKeys, round, blocked }: RoundAtWork,
): { code: ErrorCode; sentence: string } | null {
  const notReady = (sentence: string) => ({ code: "NOT_READY" as const, sentence });
  const { editionId, category } = byKeys;
  if (!isSecured(db, editionId)) return blocked === null ? null : notReady(blocked);
  const sealed = listSealedRounds(db, editionId);
  if (sealed.has(`${category.id}/${round.key}`)) {
    return {
      code: "FORBIDDEN",
      sentence: `Babak "${round.name}" sudah disegel, jadi nilainya tetap. Ajukan koreksi bila ada yang keliru.`,
    };
  }
  if (blocked !== null) return notReady(blocked);
  const ruleBook = ruleBookBlock(db, editionId);
  return ruleBook === null ? null : notReady(ruleBook);
}

/** Refuses while nothing of the round can be typed, accepted or decided. */
export function refuseTypingBlock(db: ReadDb, at: RoundAtWork): void {
  const block = findTypingBlock(db, at);
  if (block) throw new AppError(block.code, block.sentence);
}

function ruleBookBlock(db: ReadDb, editionId: number): string | null {
  const inForce = findRuleBookInForce(db, editionId);
  if (inForce) {
    return inForce.hash === ruleBookHash(db, editionId)
      ? null
      : `Tata nilai kini tidak sama dengan versi ${inForce.version} yang ditandatangani. Hentikan penilaian dan minta pemeriksa memeriksa buku catatan.`;
  }
  const version = listRuleBooks(db, editionId)[0]?.version ?? 1;
  return version === 1
    ? "Tata nilai belum ditandatangani, jadi belum ada nilai yang dapat diketik. Tandatangani dulu di Persiapan, Pengamanan."
    : `Tata nilai sedang diubah (versi ${version}) dan belum ditandatangani. Tandatangani dulu di Persiapan, Pengamanan.`;
}
