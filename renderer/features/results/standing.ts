import type { RoundResultView } from "../../../electron/contract/results.ts";
import type { SealView } from "../../../electron/contract/seals.ts";
import type { Board } from "../../../electron/contract/sheets.ts";
import { sealedSentence, signedWords } from "./sealWords.ts";

/** How far a round's result may be trusted, in the words of the band above it. */
export interface RoundStanding {
  tone: "preview" | "final";
  title: string;
  detail: string;
}

/**
 * Says whether a round's result is a preview or settled; `openSheets` is null while not known, `seal` on an edition
 * that is open.
 */
export function roundStanding(
  round: RoundResultView,
  openSheets: number | null,
  seal: SealView | null = null,
): RoundStanding {
  if (seal?.state === "sealed") {
    return {
      tone: "final",
      title: `Hasil disegel · versi ${seal.version}`,
      detail: sealedSentence(seal),
    };
  }
  if (round.final) {
    return {
      tone: "final",
      title: "Hasil lengkap",
      detail: `${round.rows.length} peserta, semua lembar nilai terisi, tidak ada seri yang terbuka.`,
    };
  }
  if (round.rows.length === 0) {
    return {
      tone: "preview",
      title: "Belum ada peserta",
      detail: "Peserta babak ini diketahui setelah babak sebelumnya lengkap dan diputuskan.",
    };
  }
  if (seal && round.complete && round.undecided.length === 0) {
    return {
      tone: "preview",
      title: "Lengkap, belum disegel",
      detail: sealingDetail(seal),
    };
  }
  if (round.complete) {
    return {
      tone: "preview",
      title: `Pratinjau sementara: ${round.undecided.length} seri belum diputuskan`,
      detail:
        "Semua lembar nilai terisi. Urutan daerah yang seri harus diputuskan panel sebelum hasil berlaku.",
    };
  }
  if (openSheets !== null && openSheets > 0) {
    return {
      tone: "preview",
      title: `Pratinjau sementara: ${openSheets} lembar belum lengkap`,
      detail: "Peringkat masih dapat berubah sampai semua lembar nilai terisi.",
    };
  }
  return {
    tone: "preview",
    title: "Pratinjau sementara: belum lengkap",
    detail:
      openSheets === 0
        ? "Semua lembar babak ini terisi, tetapi babak sebelumnya atau jumlah panelis belum memenuhi syarat."
        : "Peringkat masih dapat berubah.",
  };
}

function sealingDetail(seal: SealView): string {
  if (seal.state === "ready") {
    return `Semua syarat segel terpenuhi; ${signedWords(seal)}. Sampai disegel, hasil ini masih dapat berubah.`;
  }
  const unmet = seal.conditions.filter(({ holds }) => !holds).map(({ sentence }) => sentence);
  return `Belum dapat disegel: ${unmet.join("; ")}.`;
}

/** The sheets of a board that still lack a value, in the order of its entries. */
export function openCells(board: Pick<Board, "cells">): Board["cells"] {
  return board.cells.filter((cell) => cell.state !== "complete" && cell.state !== "recused");
}
