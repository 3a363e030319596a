import { z } from "zod";
import { anybodyMay, preparing, reading, signing } from "./access.ts";
import { decimalText, id, key, name, reason } from "./values.ts";

export const indicatorRules = z.object({
  /** Absent for an indicator that is being added. */
  id: id.optional(),
  key,
  name,
  weight: decimalText,
  scale: z.object({ min: decimalText, max: decimalText, step: decimalText.nullable() }),
  direction: z.enum(["higher", "lower"]),
});
export type IndicatorRules = z.infer<typeof indicatorRules>;

/** Everything that decides a round, saved as one: the round's part of the tata nilai. */
export const roundRules = z.object({
  name,
  kind: z.enum(["panel", "desk"]),
  panel: z.array(id),
  aggregate: z.enum(["mean", "median", "trimmedMean"]),
  decimals: z.number().int().min(0).max(10),
  carry: decimalText,
  quorum: z.number().int().min(0),
  advance: z
    .union([z.strictObject({ top: z.number().int().min(1) }), z.strictObject({ atLeast: decimalText })])
    .nullable(),
  /** Keys of the edition format; an indicator by its key: "indicator:JP". */
  tieBreak: z.array(z.string()),
  indicators: z.array(indicatorRules),
});
export type RoundRules = z.infer<typeof roundRules>;

export const recusal = z.object({ id, panelistId: id, entryId: id, reason: z.string() });

/** What a panelist declares of the entries they do not score in a round, as it would be signed now. */
export const tieStatement = z.object({
  panelistId: id,
  hash: z.string(),
  shortHash: z.string(),
  /** Null while what is declared now is not signed; `witness` is who saw it signed on paper. */
  signature: z.object({ name: z.string(), witness: z.string().nullable(), signedAt: z.string() }).nullable(),
});
export type TieStatement = z.infer<typeof tieStatement>;

export const round = roundRules.extend({
  id,
  key: z.string(),
  categoryId: id,
  /** Place among the category's rounds, from 0. */
  position: z.number().int(),
  indicators: z.array(indicatorRules.extend({ id })),
  recusals: z.array(recusal),
  /** One of each panelist who does not score an entry. */
  statements: z.array(tieStatement),
  /** How many values have been given; a rule that would lose some is refused or asks first. */
  values: z.number().int(),
  /** The tie-break chain as a sentence one can read aloud. */
  tieBreakSentence: z.string(),
  /** What keeps this round from being scored: weights not 100, no panel, no entries. Empty when nothing does. */
  openPoints: z.array(z.string()),
});
export type RoundRow = z.infer<typeof round>;

/** An indicator that Indonesian law already measures, to pick from and edit. */
export const libraryIndicator = z.object({
  group: z.string(),
  source: z.string(),
  key: z.string(),
  name: z.string(),
  weight: decimalText.nullable(),
  scale: z.object({ min: decimalText, max: decimalText, step: decimalText.nullable() }),
  direction: z.enum(["higher", "lower"]),
});

export const rounds = {
  get: reading.input(z.object({ roundId: id })).output(round),
  list: reading.input(z.object({ categoryId: id })).output(z.array(round)),
  create: preparing
    .input(z.object({ categoryId: id, key: key.optional(), name, kind: z.enum(["panel", "desk"]) }))
    .output(round),
  /**
   * Saves the rules whole. Weights need not sum to 100 while preparing (`openPoints` says so), but then nothing
   * can be scored. Refused when given values would fall off a scale; an indicator or panelist whose values would
   * be lost is only dropped with `discardValues` set to exactly that number.
   */
  saveRules: preparing
    .input(z.object({ roundId: id, rules: roundRules, discardValues: z.number().int().min(0).default(0) }))
    .output(round),
  /** Refused while the round has values. */
  remove: preparing.input(z.object({ roundId: id })).output(z.void()),
  recuse: preparing.input(z.object({ roundId: id, panelistId: id, entryId: id, reason })).output(round),
  withdrawRecusal: preparing.input(z.object({ recusalId: id })).output(round),
  /**
   * Signs a panelist's statement as it stands: with the PIN of the panelist's own account, or on paper, which whoever
   * is signed in saw and says so with theirs. `hash` is what was read.
   */
  signStatement: signing
    .input(
      z.object({
        roundId: id,
        panelistId: id,
        hash: z.string(),
        way: z.enum(["pin", "paper"]),
        pin: z.string().max(200),
      }),
    )
    .output(round),
  indicatorLibrary: anybodyMay.output(z.array(libraryIndicator)),
};
