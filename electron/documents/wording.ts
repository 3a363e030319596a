import type { DecimalText, IsoDate } from "../domain/edition.ts";
import { hundred, parseDecimal, roundHalfAway, sub } from "../domain/exact.ts";
import { decimalsOf } from "../domain/exactDecimal.ts";
import { formatDecimal, listInWords, longDate, spellNumber } from "../domain/indonesian.ts";
import type { MinutesRound, Signer, Tie } from "./paperData.ts";

/** `38 (tiga puluh delapan)`. */
export function countInWords(count: number): string {
  return `${formatDecimal(String(count))} (${spellNumber(count)})`;
}

/** Text without surrounding space or line breaks, as a line of a paper takes it. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** Lets a word that is longer than a table's column break, by invisible places to do so. */
export function breakable(text: string, longest = 18): string {
  return text.replaceAll(new RegExp(`\\S{${longest}}(?=\\S)`, "gu"), "$&\u200b");
}

/** Where the final total of a round comes from, when it carries the previous round. */
export function carrySentence(carry: { percent: DecimalText; round: string }): string {
  const kept = sub(hundred, parseDecimal(carry.percent));
  const own = formatDecimal(roundHalfAway(kept, decimalsOf(carry.percent)));
  return `Nilai akhir adalah ${own}% nilai babak ini ditambah ${formatDecimal(carry.percent)}% nilai akhir babak ${carry.round}.`;
}

const aggregateWords = {
  mean: " lalu dirata-ratakan dari seluruh panelis",
  median: " lalu diambil nilai tengahnya (median) dari seluruh panelis",
  trimmedMean: " lalu dirata-ratakan setelah satu nilai tertinggi dan satu nilai terendah dikeluarkan",
} as const;

/** How the totals of a round are reckoned. */
export function reckoningSentences(round: MinutesRound): string {
  const aggregated = round.kind === "panel" ? aggregateWords[round.aggregate] : "";
  const rounding =
    round.decimals === 0
      ? "dibulatkan sampai bilangan bulat"
      : `dibulatkan sampai ${spellNumber(round.decimals)} angka di belakang koma`;
  const scaled = `Nilai setiap indikator disetarakan ke skala 0 sampai 100${aggregated}.`;
  if (round.carry === null) {
    return `${scaled} Nilai akhir adalah jumlah nilai indikator menurut bobotnya, ${rounding}.`;
  }
  const carried = carrySentence(round.carry).replace(/\.$/, "");
  return `${scaled} Nilai babak adalah jumlah nilai indikator menurut bobotnya. ${carried}, ${rounding}.`;
}

const precedence = {
  previousRound: "yang lebih tinggi nilai akhirnya pada babak sebelumnya",
  exactTotal: "yang lebih tinggi nilainya sebelum dibulatkan",
  median: "yang lebih tinggi nilai tengah (median) jumlah nilai panelisnya",
  panelistMajority: "yang ditempatkan lebih tinggi oleh lebih banyak panelis",
} as const;

/** How a tie was split, as it can be read aloud. */
export function tieSentence({ entries, total, split }: Tie): string {
  const equal = `${listInWords(entries)} memperoleh nilai akhir yang sama, yaitu ${formatDecimal(total)}`;
  if (split.kind === "shared") return `${equal}, sehingga menempati peringkat yang sama.`;
  if (split.kind === "undecided") return `${equal}, dan urutannya belum diputuskan.`;
  const outcome = `sehingga urutannya ${entries.join(", kemudian ")}`;
  if (split.kind === "decision") {
    const reason = oneLine(split.reason).replace(/\.$/, "");
    return `${equal}; urutannya ditetapkan dengan keputusan rapat pleno panelis (${reason}), ${outcome}.`;
  }
  const first =
    split.kind === "indicator"
      ? `yang lebih tinggi pada indikator “${split.indicator}”`
      : precedence[split.kind];
  return `${equal}; yang didahulukan adalah ${first}, ${outcome}.`;
}

/** `Surabaya, 12 Oktober 2021`, with nulls where the template leaves dots. */
export function placeAndDate(place: string | null, date: IsoDate | null) {
  return { place, longDate: date === null ? null : longDate(date) };
}

export function signerRows(signers: readonly Signer[]) {
  return signers.map(({ name, role }) => ({
    name: name === null ? null : breakable(name),
    role: role === null ? null : breakable(role),
  }));
}
