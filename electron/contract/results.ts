import { z } from "zod";
import { deciding, reading } from "./access.ts";
import { decimalText, id, reason } from "./values.ts";

const fraction = z.string();

export const resultRow = z.object({
  entryId: id,
  code: z.string(),
  label: z.string(),
  rank: z.number().int().nullable(),
  total: decimalText.nullable(),
  exact: fraction.nullable(),
  tieBreak: z.string().nullable(),
  advances: z.boolean(),
  /** What each indicator gave to the total, one per indicator in order, in points rounded to the round's decimals (for bars; the total decides). */
  contributions: z.array(decimalText.nullable()),
  /** Points carried over from the previous round. */
  carried: decimalText.nullable(),
  /** "3 nilai belum ada dari P2"; empty when the entry is complete. */
  missing: z.string(),
});

export const roundResult = z.object({
  roundId: id,
  key: z.string(),
  name: z.string(),
  kind: z.enum(["panel", "desk"]),
  decimals: z.number().int(),
  complete: z.boolean(),
  /** Complete and without an undecided tie: what papers may be printed from without RANCANGAN. */
  final: z.boolean(),
  indicators: z.array(z.object({ id, key: z.string(), name: z.string(), weight: decimalText })),
  rows: z.array(resultRow),
  undecided: z.array(z.array(id)),
  /** After how many rows the cut line is drawn, and what it is called; null where there is no cut. */
  cut: z.object({ after: z.number().int(), label: z.string() }).nullable(),
  /** Ties that were broken, each in words: "Kabupaten X dan Kota Y sama 87,50; dibedakan oleh …". */
  ties: z.array(z.string()),
  decisions: z.array(z.object({ id, entryIds: z.array(id), reason: z.string(), decidedAt: z.string() })),
});
export type RoundResultView = z.infer<typeof roundResult>;

export const recipient = z.object({
  awardId: id,
  awardName: z.string(),
  place: z.number().int(),
  entryId: id,
  regionLabel: z.string(),
  name: z.string().nullable(),
  title: z.string().nullable(),
});

export const explanation = z.object({
  entryId: id,
  label: z.string(),
  rank: z.number().int().nullable(),
  total: decimalText.nullable(),
  exact: fraction.nullable(),
  indicators: z.array(
    z.object({
      indicatorId: id,
      key: z.string(),
      name: z.string(),
      weight: decimalText,
      scale: z.object({ min: decimalText, max: decimalText }),
      direction: z.enum(["higher", "lower"]),
      values: z.array(
        z.object({
          panelistId: id.nullable(),
          panelist: z.string(),
          value: decimalText.nullable(),
          /** 0–100, rounded for showing. */
          normalised: decimalText.nullable(),
          recused: z.boolean(),
          enteredAt: z.string().nullable(),
          enteredVia: z.string().nullable(),
        }),
      ),
      aggregate: fraction.nullable(),
      aggregateShown: decimalText.nullable(),
      points: decimalText.nullable(),
    }),
  ),
  /** The arithmetic in words, step by step. */
  steps: z.array(z.string()),
});
export type Explanation = z.infer<typeof explanation>;

export const results = {
  /** The rounds of a category as ranked now, and who would receive each award. */
  get: reading.input(z.object({ categoryId: id })).output(
    z.object({
      categoryId: id,
      /** Winners are under embargo for whoever asks: the last round comes without rows. */
      hidden: z.boolean(),
      rounds: z.array(roundResult),
      recipients: z.array(recipient),
    }),
  ),
  /** Why an entry stands where it stands, down to the single score and when and how it was entered. */
  explain: reading.input(z.object({ roundId: id, entryId: id })).output(explanation),
  /** Records the order of entries that only a decision can split; `order` must be exactly one undecided group. */
  decide: deciding.input(z.object({ roundId: id, order: z.array(id).min(2), reason })).output(z.void()),
  withdrawDecision: deciding.input(z.object({ decisionId: id })).output(z.void()),
};
