import type { Indicator, Round } from "./edition.ts";
import { compare, hundred, parseDecimal, type Rational, roundHalfAway, sub, sum, zero } from "./exact.ts";
import { decimalsOf } from "./exactDecimal.ts";
import { formatDecimal } from "./indonesian.ts";

/** A round's rules as they may stand while being prepared. */
export type RulesDraft = Pick<
  Round,
  "kind" | "panel" | "carry" | "quorum" | "advance" | "decimals" | "tieBreak" | "indicators" | "aggregate"
>;

/** Where the round stands in its category. */
export interface RoundPlace {
  first: boolean;
  last: boolean;
  entries: number;
}

/** The exact sum of weights, and what it lacks to 100 (negative: what is too much). */
export function weightSum(indicators: readonly Pick<Indicator, "weight">[]): {
  sum: Rational;
  lacking: Rational;
} {
  const total = sum(indicators.map(({ weight }) => parseDecimal(weight)));
  return { sum: total, lacking: sub(hundred, total) };
}

/** What keeps a round from being scored, each as a sentence; none when it is ready. */
export function openPointsOf(rules: RulesDraft, { first, last, entries }: RoundPlace): string[] {
  const points: string[] = [];
  if (entries === 0) points.push("Kategori ini belum mempunyai peserta.");
  if (rules.indicators.length === 0) points.push("Belum ada indikator.");
  else {
    const { sum: total, lacking } = weightSum(rules.indicators);
    if (compare(lacking, zero) !== 0) {
      const direction = compare(lacking, zero) > 0 ? "kurang" : "lebih";
      const difference = compare(lacking, zero) > 0 ? lacking : sub(zero, lacking);
      // Weights are decimals, so with as many decimals as the longest has, nothing is rounded away.
      const decimals = Math.max(...rules.indicators.map(({ weight }) => decimalsOf(weight)));
      const shown = (value: Rational) => formatDecimal(roundHalfAway(value, decimals));
      points.push(`Jumlah bobot ${shown(total)}; harus tepat 100 (${direction} ${shown(difference)}).`);
    }
  }
  if (rules.kind === "panel") {
    if (rules.panel.length === 0) points.push("Panel babak ini belum berisi panelis.");
    else if (rules.quorum > rules.panel.length) {
      points.push(`Kuorum ${rules.quorum} panelis, padahal panel hanya ${rules.panel.length} orang.`);
    }
    if (rules.quorum < 1) points.push("Kuorum paling sedikit 1 panelis.");
  }
  if (first && parseDecimal(rules.carry).numerator !== 0n) {
    points.push("Babak pertama tidak dapat membawa nilai dari babak sebelumnya.");
  }
  if (!last && rules.advance === null) points.push("Belum ditentukan siapa yang maju ke babak berikutnya.");
  if (last && rules.advance !== null)
    points.push("Babak terakhir tidak meneruskan peserta; kosongkan aturan maju.");
  return points;
}

/** The tie-break chain as a sentence one can read aloud. */
export function tieBreakSentence(
  tieBreak: readonly string[],
  indicators: readonly Pick<Indicator, "id" | "name">[],
) {
  if (tieBreak.length === 0) return "Bila nilai akhir sama, peringkat dibagi bersama.";
  const names = new Map(indicators.map(({ id, name }) => [id, name]));
  const words = tieBreak.map((key) => tieBreakName(key, names));
  return `Bila nilai akhir sama, yang menentukan adalah ${words.join("; bila masih sama, ")}.`;
}

/** What a key of the chain compares, in words. */
export function tieBreakName(key: string, indicatorNames: ReadonlyMap<string, string>): string {
  const fixed: Record<string, string> = {
    previousRound: "nilai babak sebelumnya",
    exactTotal: "nilai akhir tanpa pembulatan",
    median: "median nilai para panelis",
    panelistMajority: "pilihan terbanyak para panelis",
    decision: "keputusan rapat pleno",
  };
  const indicator = key.startsWith("indicator:") ? key.slice("indicator:".length) : null;
  return indicator === null
    ? (fixed[key] ?? key)
    : `nilai indikator "${indicatorNames.get(indicator) ?? indicator}"`;
}
