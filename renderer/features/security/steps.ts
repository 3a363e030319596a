import type { SecurityView } from "../../../electron/contract/security.ts";

/** Where a secured edition stands on its way to the first score, and what comes next. */
export interface Step {
  state: "waiting" | "signing" | "inForce";
  sentence: string;
}

/** What comes next, the first thing not done; `people` are the accounts that are not closed. */
export function nextStep({ ruleBooks, signing, openPoints }: SecurityView, people: number): Step {
  const [newest] = ruleBooks;
  if (newest?.frozenAt) {
    return {
      state: "inForce",
      sentence: `Tata nilai versi ${newest.version} sudah ditandatangani dan berlaku; nilai dapat diketik.`,
    };
  }
  const [point] = openPoints;
  if (point) return { state: "waiting", sentence: `Tata nilai belum dapat ditandatangani: ${point}` };
  if (people < 2) {
    return {
      state: "waiting",
      sentence: "Baru ada satu pengguna. Tambahkan operator, verifikator, dan ketua di Pengaturan.",
    };
  }
  const missing = (signing?.signatures ?? 0) - (newest?.signatures.length ?? 0);
  return {
    state: "signing",
    sentence: `Tata nilai menunggu ${missing} tanda tangan lagi sebelum nilai dapat diketik.`,
  };
}

/** What one more signature does to an open rule book. */
export function signatureEffect(signed: number, needed: number): string {
  if (signed >= needed) return "Tanda tangannya sudah cukup, jadi tanda tangan Anda tidak diperlukan lagi.";
  const nth = `Ini tanda tangan ke-${signed + 1} dari ${needed}.`;
  const missing = needed - signed - 1;
  return missing <= 0
    ? `${nth} Dengan ini tata nilai dibekukan: bobot, skala, pembulatan, penentu seri, dan penghargaan tidak dapat diubah lagi kecuali lewat perubahan bernomor.`
    : `${nth} Masih perlu ${missing} lagi; bila tata nilai berubah sebelum itu, semua tanda tangan harus diulang.`;
}

/** "2 dari 3 orang" */
export function policyWords(signatures: number, named: number): string {
  return `${signatures} dari ${named} orang`;
}
