import type { Category, DecimalText, Indicator, Round, Sheet } from "../../electron/domain/edition.ts";
import { rankCategory } from "../../electron/domain/ranking.ts";
import type { RoundResult } from "../../electron/domain/result.ts";

/** An indicator of weight 100 on whole points from 0 to 100, unless told otherwise. */
export function simpleIndicator(given: Partial<Indicator> = {}): Indicator {
  return {
    id: "NILAI",
    name: "Nilai",
    weight: "100",
    scale: { min: "0", max: "100", step: null },
    direction: "higher",
    ...given,
  };
}

/** A panel round of three panelists and one indicator, plain mean, two decimals, nothing to break ties. */
export function simpleRound(given: Partial<Round> = {}): Round {
  return {
    id: "paparan",
    name: "Paparan",
    kind: "panel",
    panel: ["P1", "P2", "P3"],
    recusals: [],
    aggregate: "mean",
    decimals: 2,
    carry: "0",
    quorum: 1,
    advance: null,
    tieBreak: [],
    decisions: [],
    indicators: [simpleIndicator()],
    scores: [],
    ...given,
  };
}

/** Sheets with one value each, by entry and then by panelist in order: `{ A: ["90", "80"] }`; null leaves a sheet out. */
export function sheetsOf(scores: Record<string, (DecimalText | null)[]>, indicator = "NILAI"): Sheet[] {
  return Object.entries(scores).flatMap(([entry, values]) =>
    values.flatMap((value, index) =>
      value === null ? [] : [{ entry, panelist: `P${index + 1}`, values: { [indicator]: value } }],
    ),
  );
}

/** A desk round over the same indicator with one value per entry. */
export function simpleDesk(scores: Record<string, DecimalText>, given: Partial<Round> = {}): Round {
  return simpleRound({
    id: "seleksi",
    kind: "desk",
    panel: [],
    quorum: 0,
    scores: Object.entries(scores).map(([entry, value]) => ({
      entry,
      panelist: null,
      values: { NILAI: value },
    })),
    ...given,
  });
}

/** Ranks these rounds over the entries in this order. */
export function rankRounds(entries: string[], rounds: Round[], awardPlaces: number[] = []): RoundResult[] {
  const category: Category = { id: "utama", name: "Utama", entries, rounds };
  return rankCategory(category, awardPlaces);
}

/** Ranks a single round over the entries in this order. */
export function rankOne(entries: string[], round: Round, awardPlaces: number[] = []): RoundResult {
  const [result] = rankRounds(entries, [round], awardPlaces);
  if (!result) throw new Error("one round gives one result");
  return result;
}

/** "1 A, 2 B, 2 C": ranks and entries as listed. */
export function readOrder(result: RoundResult): string {
  return result.results.map(({ rank, entry }) => `${rank ?? "–"} ${entry}`).join(", ");
}
