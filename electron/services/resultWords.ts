import type { DecimalText, Round } from "../domain/edition.ts";
import { parseDecimal, compare } from "../domain/exact.ts";
import { formatDecimal, listInWords } from "../domain/indonesian.ts";
import type { RoundResult, Standing } from "../domain/result.ts";
import { tieBreakName } from "../domain/roundCheck.ts";
import type { TieOutcome } from "../domain/ties.ts";

/** What the entries above a cut are called: "Top 5", "Nilai paling sedikit 80"; null where the round has no cut. */
export function cutName(round: Pick<Round, "advance">, awardPlaces: readonly number[]): string | null {
  if (round.advance && "top" in round.advance) return `Top ${round.advance.top}`;
  if (round.advance) return `Nilai paling sedikit ${formatDecimal(round.advance.atLeast)}`;
  const places = Math.max(0, ...awardPlaces);
  return places > 0 ? `Top ${places}` : null;
}

/** After how many rows of the ranking the cut line is drawn, and its name; null where there is none or nobody is below. */
export function cutOf(
  round: Pick<Round, "advance">,
  result: RoundResult,
  awardPlaces: readonly number[],
): { after: number; label: string } | null {
  const label = cutName(round, awardPlaces);
  if (label === null) return null;
  const ranked = result.results.filter(({ rank }) => rank !== null);
  const after =
    round.advance && "atLeast" in round.advance
      ? ranked.filter(({ total }) => total !== null && reaches(total, round.advance)).length
      : round.advance
        ? round.advance.top
        : Math.max(...awardPlaces);
  return after < result.results.length ? { after, label } : null;
}

/** "3 nilai belum ada dari P2, 4 dari P5"; empty when nothing is missing. */
export function missingSentence(missing: Standing["missing"]): string {
  if (missing.length === 0) return "";
  const parts = missing.map(({ panelist, values }) =>
    panelist === null ? `${values}` : `${values} dari ${panelist}`,
  );
  return missing[0]!.panelist === null
    ? `${parts[0]} nilai belum ada`
    : `Nilai belum ada: ${listInWords(parts)}`;
}

/** A tie and its breaker as one sentence; entries with their type. */
export function tieSentence(
  { entries, total, key, reason, undecided }: TieOutcome,
  labels: ReadonlyMap<string, string>,
  indicatorNames: ReadonlyMap<string, string>,
): string {
  const names = entries.map((code) => labels.get(code) ?? code);
  const opening = `${listInWords(names)} sama-sama bernilai ${formatDecimal(total)}`;
  if (undecided) return `${opening} dan belum dapat dibedakan; diperlukan keputusan rapat pleno.`;
  if (key === null) return `${opening} dan berbagi peringkat.`;
  const order = `urutannya ${names.join(", lalu ")}`;
  if (key === "decision") return `${opening}; diputuskan: ${order}. Alasan: ${reason ?? "tidak dicatat"}`;
  return `${opening}; dibedakan oleh ${tieBreakName(key, indicatorNames)}: ${order}.`;
}

function reaches(total: DecimalText, advance: Round["advance"]): boolean {
  return (
    advance !== null &&
    "atLeast" in advance &&
    compare(parseDecimal(total), parseDecimal(advance.atLeast)) >= 0
  );
}
