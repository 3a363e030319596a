import { z } from "zod";
import { award } from "../contract/categories.ts";
import { indicatorRules, roundRules } from "../contract/rounds.ts";
import { policy } from "../contract/security.ts";

const tieBreakKey = z.union([
  z.enum(["previousRound", "exactTotal", "median", "panelistMajority", "decision"]),
  z.templateLiteral(["indicator:", z.string()]),
]);

const content = z.object({
  policy: policy.nullable(),
  categories: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      rounds: z.array(
        roundRules.extend({
          /** Keys of panelists. */
          panel: z.array(z.string()),
          tieBreak: z.array(tieBreakKey),
          keying: z.enum(["single", "confirm", "double"]),
          indicators: z.array(indicatorRules.omit({ key: true }).extend({ id: z.string() })),
        }),
      ),
    }),
  ),
  awards: z.array(award.pick({ name: true, places: true, recipient: true }).extend({ category: z.string() })),
  recusal: z.string(),
});

/** What stands in a rule book, open or frozen, as far as a paper shows it. */
export type RuleBookText = z.infer<typeof content>;

/** Reads what ruleBookContent wrote. */
export function readRuleBookText(value: unknown): RuleBookText {
  return content.parse(value);
}
