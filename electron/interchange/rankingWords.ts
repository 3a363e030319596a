import type { Round } from "../domain/edition.ts";
import { listInWords } from "../domain/indonesian.ts";
import { withDecimalComma } from "./cellText.ts";
import { expressibleKeys, type RankingWorkbook, tieGroups } from "./rankingLayout.ts";

/** A key of the chain in a few words: "nilai JP", "median total panelis". */
export function tieBreakLabel(key: string, round: Round): string {
  const words: Record<string, string> = {
    previousRound: "total babak sebelumnya",
    exactTotal: "total sebelum dibulatkan",
    median: "median total panelis",
    panelistMajority: "suara terbanyak panelis",
    decision: "keputusan rapat pleno",
  };
  const indicator = round.indicators.find(({ id }) => key === `indicator:${id}`);
  return words[key] ?? `nilai ${indicator?.id ?? key}`;
}

/** How the workbook computes, what it cannot compute, and whose figures count. */
export function rankingNotes(ranking: RankingWorkbook): string[] {
  const { round, previous } = ranking;
  const gathered = {
    mean: "rata-rata nilai panelis",
    median: "median nilai panelis",
    trimmedMean:
      "rata-rata nilai panelis tanpa satu nilai tertinggi dan satu terendah (rata-rata biasa bila penilainya kurang dari tiga)",
  }[round.aggregate];
  const formulas = expressibleKeys(ranking).map((key) => tieBreakLabel(key, round));
  // Behind the first key without a formula no key has one.
  const first = round.tieBreak.findIndex((key) => key === "panelistMajority" || key === "decision");
  const written = first === -1 ? [] : round.tieBreak.slice(first);
  const notes = [
    "Lembar Peringkat, Hitung, dan lembar nilai berisi rumus: ubah satu nilai atau bobot, semuanya ikut berubah. Kolom “menurut Lencana” tetap.",
    round.kind === "panel"
      ? `Tiap indikator: ${gathered}, lalu dijadikan 0–100 menurut skala dan arahnya. Panelis yang tidak menilai suatu daerah tidak ikut dihitung.`
      : "Tiap indikator dijadikan 0–100 menurut skala dan arahnya.",
    "Jumlah berbobot adalah jumlah bobot kali nilai 0–100, dibagi 100.",
  ];
  if (previous) {
    notes.push(
      `Total akhir = ${withDecimalComma(String(100 - Number(round.carry)))}% jumlah berbobot + ${withDecimalComma(round.carry)}% total babak ${previous.roundName}.`,
    );
  }
  notes.push(
    `Total dibulatkan ke ${round.decimals} angka di belakang koma, setengah ke atas; peringkat memakai total yang sudah dibulatkan.`,
  );
  if (formulas.length > 0)
    notes.push(`Total yang sama dibedakan oleh ${listInWords(formulas)}, berurutan, dengan rumus.`);
  if (written.length > 0) {
    const words = listInWords(written.map((key) => tieBreakLabel(key, round)));
    notes.push(
      tieGroups(ranking).size > 0
        ? `Yang masih sama dibedakan oleh ${words}. Itu tidak dapat ditulis sebagai rumus: kolom “Kelompok seri” dan “Urutan yang ditetapkan” di lembar Hitung berisi ketetapan Lencana, dan hanya berlaku selama totalnya tetap sama.`
        : `Yang masih sama dibedakan oleh ${words}; dalam babak ini tidak ada yang perlu.`,
    );
  }
  notes.push(
    "Spreadsheet menghitung dengan bilangan biner sekitar 15 angka, Lencana dengan pecahan eksak. Karena itu rumus membuang sisa hitung di belakang angka ke-10 dan membulatkan pada satuan bulat (INT). Bila keduanya berbeda, kolom Cocok menunjukkannya dan angka Lencana yang berlaku.",
  );
  if (!ranking.final)
    notes.push("Hasil ini belum final: masih ada nilai, keputusan, atau segel yang ditunggu.");
  if (ranking.sample) notes.push("CONTOH: nilai dalam berkas ini karangan.");
  return notes;
}
