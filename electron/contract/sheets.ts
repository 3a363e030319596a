import { z } from "zod";
import { reading, typing } from "./access.ts";
import { decimalText, id } from "./values.ts";

/** A sheet's place on the board: entry × panelist (0: the desk). */
export const cell = z.object({
  entryId: id,
  panelistId: z.number().int(),
  /** once: typed by one of two · differs: the two read it differently · waiting: to be accepted by a second person */
  state: z.enum(["empty", "partial", "once", "differs", "waiting", "complete", "recused"]),
  given: z.number().int(),
});

export const board = z.object({
  roundId: id,
  indicators: z.number().int(),
  entries: z.array(z.object({ id, code: z.string(), label: z.string() })),
  /** One column a panelist; in a desk round one column with id 0. */
  panelists: z.array(z.object({ id: z.number().int(), key: z.string(), name: z.string() })),
  cells: z.array(cell),
  /** Why nothing can be typed here yet (earlier round open, weights not 100), or null. */
  blocked: z.string().nullable(),
  complete: z.boolean(),
});
export type Board = z.infer<typeof board>;

/** Everything one panelist (null: the desk) gives in a round: entries down, indicators across. */
export const grid = z.object({
  roundId: id,
  panelistId: id.nullable(),
  indicators: z.array(
    z.object({
      id,
      key: z.string(),
      name: z.string(),
      weight: decimalText,
      scale: z.object({ min: decimalText, max: decimalText, step: decimalText.nullable() }),
      direction: z.enum(["higher", "lower"]),
    }),
  ),
  rows: z.array(
    z.object({
      entryId: id,
      code: z.string(),
      label: z.string(),
      recused: z.string().nullable(),
      /** One per indicator, in order. */
      values: z.array(decimalText.nullable()),
    }),
  ),
  blocked: z.string().nullable(),
});
export type Grid = z.infer<typeof grid>;

/** One cell changed. `was` is what the user saw there: when it is no longer so, the change is refused as CONFLICT. */
export const scoreChange = z.object({
  entryId: id,
  indicatorId: id,
  value: decimalText.nullable(),
  was: decimalText.nullable(),
});
export type ScoreChange = z.infer<typeof scoreChange>;

export const sheets = {
  board: reading.input(z.object({ roundId: id })).output(board),
  grid: typing.input(z.object({ roundId: id, panelistId: id.nullable() })).output(grid),
  /** Saves the changes of one panelist's grid, all or none. Every value must be on its scale and step. */
  setScores: typing
    .input(
      z.object({ roundId: id, panelistId: id.nullable(), changes: z.array(scoreChange).min(1).max(60_000) }),
    )
    .output(z.object({ savedAt: z.string() })),
};
