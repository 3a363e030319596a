import { z } from "zod";

const sealed = z.object({
  ruleBook: z.string().nullable(),
  rows: z.array(
    z.object({
      entry: z.string(),
      rank: z.number().int().nullable(),
      total: z.string().nullable(),
      exact: z.string().nullable(),
      advances: z.boolean(),
    }),
  ),
});

/** The rows of a sealed result. */
export function sealRows(result: string): z.infer<typeof sealed>["rows"] {
  return sealed.parse(JSON.parse(result)).rows;
}

/** The rule book a result was sealed under. */
export function sealRuleBook(result: string): string | null {
  return sealed.parse(JSON.parse(result)).ruleBook;
}
