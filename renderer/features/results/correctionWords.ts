import type { CorrectionView } from "../../../electron/contract/seals.ts";
import type { StateTone } from "../../components/StateBadge.tsx";
import { signedWords } from "./sealWords.ts";

/** Where a request for correction stands. */
export function correctionState(correction: CorrectionView): { tone: StateTone; words: string } {
  if (correction.state === "done") return { tone: "done", words: "Sudah dijalankan" };
  if (correction.state === "withdrawn") return { tone: "calm", words: "Ditarik" };
  return { tone: "open", words: `Menunggu · ${signedWords(correction)}` };
}

export function correctionRoute(editionId: number, correctionId: number): string {
  return `/e/${editionId}/hasil/koreksi/${correctionId}`;
}

/** The form for a new request, with what is known already filled in. */
export function newCorrectionRoute(editionId: number, known: { roundId: number; entryId?: number }): string {
  const entry = known.entryId === undefined ? "" : `&peserta=${known.entryId}`;
  return `/e/${editionId}/hasil/koreksi/baru?babak=${known.roundId}${entry}`;
}

/** A move as a signer reads it: what stays is said to stay, "dari peringkat 4 ke 4" is none. */
export function moveWords(sentence: string): string {
  const read = /^(.+) dari peringkat (\S+) ke (\S+) \((.+) → (.+)\)$/.exec(sentence);
  if (!read) return sentence;
  const [, label, oldRank, rank, oldTotal, total] = read;
  const place = oldRank === rank ? `tetap peringkat ${rank}` : `dari peringkat ${oldRank} ke ${rank}`;
  return `${label} ${place} (${oldTotal === total ? `nilai tetap ${total}` : `${oldTotal} → ${total}`})`;
}
