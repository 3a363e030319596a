import type { DecimalText, Indicator, IsoDate, TieBreakKey } from "../domain/edition.ts";
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

/** Whose turn is first among equals by a key of the chain; indicators by their code. */
export function precedenceWords(key: TieBreakKey, indicatorNames: ReadonlyMap<string, string>): string {
  if (key === "decision") return "yang didahulukan oleh keputusan rapat pleno panelis";
  if (isIndicatorKey(key)) return `yang lebih tinggi pada indikator “${indicatorName(key, indicatorNames)}”`;
  return precedence[key];
}

const compared = {
  previousRound: "Nilai akhir babak sebelumnya",
  exactTotal: "Nilai akhir sebelum dibulatkan",
  median: "Nilai tengah (median) jumlah nilai panelis",
  panelistMajority: "Banyaknya panelis yang menempatkan lebih tinggi",
  decision: "Keputusan rapat pleno panelis",
} as const;

/** What a key of the chain compares, as the head of a line; indicators by their code. */
export function comparedWords(key: TieBreakKey, indicatorNames: ReadonlyMap<string, string>): string {
  return isIndicatorKey(key) ? `Nilai indikator “${indicatorName(key, indicatorNames)}”` : compared[key];
}

function isIndicatorKey(key: TieBreakKey): key is `indicator:${string}` {
  return key.startsWith("indicator:");
}

function indicatorName(key: `indicator:${string}`, names: ReadonlyMap<string, string>): string {
  const code = key.slice("indicator:".length);
  return names.get(code) ?? code;
}

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

/** `0–100`. */
export function scaleRange({ min, max }: Pick<Indicator["scale"], "min" | "max">): string {
  return `${formatDecimal(min)}–${formatDecimal(max)}`;
}

/** What is said of a scale whose least value is the best. */
export const leastIsBest = "terkecil terbaik";

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
