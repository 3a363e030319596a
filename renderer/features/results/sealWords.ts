import type { CorrectionView, SealView } from "../../../electron/contract/seals.ts";
import type { SecurityView } from "../../../electron/contract/security.ts";
import { listInWords } from "../../../electron/domain/indonesian.ts";
import type { StateTone } from "../../components/StateBadge.tsx";
import { dateAndTime } from "../../components/time.ts";

type Signed = Pick<SealView, "signatures" | "signaturesNeeded">;

/** Where a round's seal stands, as a tone and words. */
export function sealState(seal: SealView): { tone: StateTone; words: string } {
  if (seal.state === "sealed") return { tone: "done", words: `Disegel · versi ${seal.version}` };
  if (seal.state === "ready") return { tone: "open", words: `Siap disegel · ${signedWords(seal)}` };
  const unmet = seal.conditions.filter(({ holds }) => !holds).length;
  return { tone: "calm", words: `Belum dapat disegel · ${unmet} syarat belum terpenuhi` };
}

/** "1 dari 2 tanda tangan". */
export function signedWords({ signatures, signaturesNeeded }: Signed): string {
  return `${signatures.length} dari ${signaturesNeeded} tanda tangan`;
}

/** Who sealed a round, and when: one sentence for the band above its ranking. */
export function sealedSentence({ sealedAt, signatures, version }: SealView): string {
  const names = listInWords(signatures.map(({ name }) => name));
  // A later version was signed as a correction.
  const by = version !== null && version > 1 ? " lewat koreksi" : names === "" ? "" : ` oleh ${names}`;
  return `Disegel ${sealedAt === null ? "" : dateAndTime(sealedAt)}${by}; isinya tidak dapat berubah lagi.`;
}

/** Why somebody cannot put their name to something now; null where they can. */
export function signingRefusal(
  accountId: number | undefined,
  policy: SecurityView["signing"],
  { signatures }: Pick<Signed, "signatures">,
): string | null {
  if (accountId === undefined || !policy) return "Penanda tangan belum ditetapkan dalam tata nilai.";
  if (!policy.signers.includes(accountId)) return "Anda tidak termasuk penanda tangan dalam tata nilai.";
  return signatures.some((one) => one.accountId === accountId)
    ? "Anda sudah menandatangani; menunggu penanda tangan lain."
    : null;
}

/** Whether so many have signed that nobody else is asked for: another did while one was reading. */
export function isSignedEnough({ signatures, signaturesNeeded }: Signed): boolean {
  return signatures.length >= signaturesNeeded;
}

const enough = "Tanda tangannya sudah cukup, jadi tanda tangan Anda tidak diperlukan lagi.";

/** What one more signature does to a round. */
export function sealEffect({ signatures, signaturesNeeded }: Signed): string {
  if (isSignedEnough({ signatures, signaturesNeeded })) return enough;
  const nth = `Ini tanda tangan ke-${signatures.length + 1} dari ${signaturesNeeded}.`;
  const missing = signaturesNeeded - signatures.length - 1;
  return missing <= 0
    ? `${nth} Dengan ini babak disegel: nilai, seri, dan peringkatnya tidak dapat diubah lagi kecuali lewat koreksi yang ditandatangani.`
    : `${nth} Masih perlu ${missing} lagi; bila ada nilai yang berubah sebelum itu, semua tanda tangan harus diulang.`;
}

type AtRisk = Pick<CorrectionView, "atRisk">;

/** What one more signature does to a correction. */
export function correctionEffect(correction: Signed & AtRisk): string {
  const { signatures, signaturesNeeded } = correction;
  if (isSignedEnough(correction)) return enough;
  const nth = `Ini tanda tangan ke-${signatures.length + 1} dari ${signaturesNeeded}.`;
  const missing = signaturesNeeded - signatures.length - 1;
  const revoked = revocationWords(correction);
  return missing > 0
    ? `${nth} Koreksi dijalankan setelah ${missing} tanda tangan lagi. Saat itu: ${revoked}.`
    : `${nth} Dengan ini koreksi dijalankan dan hasil versi baru berlaku: ${revoked}; versi lama tetap dapat dibaca.`;
}

/** What running a correction revokes. */
export function revocationWords({ atRisk: { certain, possible } }: AtRisk): string {
  const more = `${possible} dokumen babak sesudahnya, bila babak itu ikut berubah,`;
  if (certain === 0 && possible === 0) return "belum ada dokumen yang keluar dan perlu dicabut";
  if (possible === 0) return `${certain} dokumen yang sudah keluar dicabut dan harus dicetak ulang`;
  if (certain === 0) return `${more} dicabut dan harus dicetak ulang`;
  return `${certain} dokumen yang sudah keluar dan ${more} dicabut dan harus dicetak ulang`;
}
