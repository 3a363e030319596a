import type { Category, Edition } from "../domain/edition.ts";
import { regionLabel } from "../domain/names.ts";
import { rankCategory } from "../domain/ranking.ts";
import type { RoundResult } from "../domain/result.ts";
import type { Report } from "./problemList.ts";
import { quoted } from "./problemText.ts";

/**
 * Reports the sheets of entries that certainly did not reach their round (rule 7 of the edition format). While the
 * round before is incomplete nobody is certainly out, and of an undecided tie anybody may still come through.
 */
export function reportSheetsWithoutAdvancing(edition: Edition, report: Report): void {
  const labels = new Map(edition.regions.map((region) => [region.code, regionLabel(region)]));
  edition.categories.forEach((category, index) => {
    if (category.rounds.slice(1).every((round) => round.scores.length === 0)) return;
    const places = edition.awards
      .filter((award) => award.category === category.id)
      .map((award) => award.places);
    const results = rankCategory(category, places);
    checkCategory(category, results, labels, `$.categories[${index}]`, report);
  });
}

function checkCategory(
  category: Category,
  results: readonly RoundResult[],
  labels: ReadonlyMap<string, string>,
  path: string,
  report: Report,
): void {
  let possible = new Set(category.entries);
  category.rounds.forEach((round, index) => {
    const previous = category.rounds[index - 1];
    const earlier = results[index - 1];
    if (previous === undefined || earlier === undefined) return;
    if (earlier.complete) possible = comingThrough(earlier);
    round.scores.forEach(({ entry }, sheet) => {
      if (possible.has(entry)) return;
      const name = `${labels.get(entry) ?? "Peserta"} (${entry})`;
      report(
        `${path}.rounds[${index}].scores[${sheet}].entry`,
        `${name} tidak lolos dari babak ${quoted(previous.name)}; hapus lembar nilai ini, karena babak ini hanya menilai yang lolos.`,
      );
    });
  });
}

function comingThrough(round: RoundResult): Set<string> {
  const advancing = round.results.filter((result) => result.advances).map((result) => result.entry);
  return new Set([...advancing, ...round.undecided.flat()]);
}
