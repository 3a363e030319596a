import type { Round } from "../../electron/domain/edition.ts";
import { scorePath } from "../../electron/domain/editionFacts.ts";
import type { Facts } from "../../electron/domain/facts.ts";

/** The scores of a round as facts. */
export function scoreFacts(categoryId: string, round: Round): Facts {
  const facts: Facts = new Map();
  for (const { entry, panelist, values } of round.scores) {
    for (const [indicator, value] of Object.entries(values)) {
      facts.set(scorePath(categoryId, round.id, panelist, entry, indicator), value);
    }
  }
  return facts;
}
