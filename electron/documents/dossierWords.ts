import type { DecimalText } from "../domain/edition.ts";
import { compare, parseDecimal, roundHalfAway, sub } from "../domain/exact.ts";
import { decimalsOf } from "../domain/exactDecimal.ts";
import { formatDecimal } from "../domain/indonesian.ts";
import type { DossierPaper, DossierTie } from "./paperData.ts";
import { comparedWords, oneLine } from "./wording.ts";

/** How far a total is from another, `0,25 lebih tinggi`; null where either is missing. */
export function differenceWords(total: DecimalText | null, own: DecimalText | null): string | null {
  if (total === null || own === null) return null;
  const [a, b] = [parseDecimal(total), parseDecimal(own)];
  const order = compare(a, b);
  if (order === 0) return "sama";
  const gap = order > 0 ? sub(a, b) : sub(b, a);
  const shown = formatDecimal(roundHalfAway(gap, Math.max(decimalsOf(total), decimalsOf(own))));
  return `${shown} ${order > 0 ? "lebih tinggi" : "lebih rendah"}`;
}

/** `7 dari 38 peserta`. */
export function rankWords({ rank, entries }: Pick<DossierPaper, "rank" | "entries">): string {
  return rank === null ? `belum ada dari ${entries} peserta` : `${rank} dari ${entries} peserta`;
}

/** A tie as a table of what was compared, with a sentence on what came of it. */
export function tieData(tie: DossierTie, entry: string, indicatorNames: ReadonlyMap<string, string>) {
  const figure = (value: DecimalText | null) => (value === null ? "–" : formatDecimal(value));
  const decided = tie.above === null ? "sama" : tie.above ? "lebih tinggi" : "lebih rendah";
  return {
    other: tie.other,
    comparisons: tie.comparisons.map(({ key, own, other }, index) => {
      const ordered = key === "decision";
      const last = index === tie.comparisons.length - 1;
      const outcome = last ? decided : "sama";
      return {
        what: comparedWords(key, indicatorNames),
        own: ordered ? "–" : figure(own),
        other: ordered ? "–" : figure(other),
        outcome: ordered && tie.above !== null ? (tie.above ? "didahulukan" : "dikemudiankan") : outcome,
      };
    }),
    outcome: tieOutcome(tie, entry),
  };
}

function tieOutcome({ other, above, reason }: DossierTie, entry: string): string {
  if (above === null)
    return `Keduanya tidak dapat dibedakan, sehingga ${entry} dan ${other} menempati peringkat yang sama.`;
  const why = reason === null ? "" : ` Alasan keputusan: ${oneLine(reason).replace(/\.$/, "")}.`;
  return `Karena itu ${entry} ditempatkan di ${above ? "atas" : "bawah"} ${other}.${why}`;
}
