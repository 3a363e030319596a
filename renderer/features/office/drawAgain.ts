import type { RoundEventView } from "../../../electron/contract/office.ts";

type Drawn = Pick<RoundEventView, "entries" | "lot" | "lettersOut">;

/** What a new draw does, in numbers: said before it is done. */
export function drawAgainSentence({ entries, lot, lettersOut }: Drawn): string {
  const seed = lot === null ? "" : ` dan benih ${lot}`;
  const letters =
    lettersOut === 0
      ? "belum ada undangan finalis yang keluar."
      : `${lettersOut} undangan finalis yang sudah keluar menjadi berbeda isinya, jadi perlu dikirim ulang.`;
  return `Undi ulang mengganti giliran ${entries.length} finalis${seed}; ${letters}`;
}

/** What moving a finalist by hand would mean for letters that went out; null while none did. */
export function lettersOutNote(lettersOut: number): string | null {
  if (lettersOut === 0) return null;
  return `${lettersOut} undangan finalis sudah keluar dengan gilirannya; bila urutan diubah, isinya menjadi berbeda dan perlu dikirim ulang.`;
}
