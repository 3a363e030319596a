import type { RoundByKeys } from "../database/queries/rules.ts";
import type { Json } from "../domain/canonicalJson.ts";
import type { RoundResult } from "../domain/result.ts";

/** The result of a round as it is signed and sealed. */
export function sealContent(
  category: string,
  { round }: Pick<RoundByKeys, "round">,
  result: RoundResult,
  ruleBook: string | null,
  inputs: string,
): Json {
  return {
    format: "lencana/seal@2",
    category,
    round: round.id,
    ruleBook,
    inputs,
    rows: resultRows(result),
  };
}

/** What of a result is sealed of each entry, and held against the present ranking ever after. */
export function resultRows({ results }: RoundResult): Json[] {
  return results.map(({ entry, rank, total, exact, advances }) => ({ entry, rank, total, exact, advances }));
}
