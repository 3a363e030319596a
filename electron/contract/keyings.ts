import { z } from "zod";
import { reading, typing, verifying } from "./access.ts";
import { decimalText, id, reason } from "./values.ts";

/** How a sheet of a round with double keying or confirmation stands. */
export const keyedSheet = z.object({
  entryId: id,
  label: z.string(),
  panelistId: z.number().int(),
  panelist: z.string(),
  /** once: typed by one · differs: the two read it differently · waiting: to be accepted · agreed: in force */
  state: z.enum(["empty", "once", "differs", "waiting", "agreed"]),
  /** Who typed it; the figures themselves are not shown. */
  by: z.array(z.string()),
  differences: z.number().int(),
});

export const keyings = {
  list: reading
    .input(z.object({ roundId: id }))
    .output(z.object({ keying: z.enum(["single", "confirm", "double"]), sheets: z.array(keyedSheet) })),
  /** Both values of each cell that two operators read differently, for a third. */
  differences: verifying.input(z.object({ roundId: id, entryId: id, panelistId: id.nullable() })).output(
    z.array(
      z.object({
        indicatorId: id,
        indicator: z.string(),
        first: z.object({ value: decimalText, by: z.string() }),
        second: z.object({ value: decimalText, by: z.string() }),
      }),
    ),
  ),
  /** Chooses one of the two values, with a note; only somebody who typed neither. */
  resolve: verifying
    .input(
      z.object({
        roundId: id,
        entryId: id,
        panelistId: id.nullable(),
        indicatorId: id,
        pass: z.union([z.literal(1), z.literal(2)]),
        /** What was seen there: when it is no longer so, refused as CONFLICT. */
        value: decimalText.optional(),
        note: reason,
      }),
    )
    .output(z.void()),
  /** What one has typed and waits for a second person, to be held against the paper. */
  waiting: verifying
    .input(z.object({ roundId: id, entryId: id, panelistId: id.nullable() }))
    .output(z.array(z.object({ indicatorId: id, indicator: z.string(), value: decimalText }))),
  /**
   * Accepts a whole sheet as typed, or sends it back (also one that is typed twice) to be typed anew; only somebody
   * who did not type it.
   */
  confirm: verifying
    .input(
      z.object({
        roundId: id,
        entryId: id,
        panelistId: id.nullable(),
        accept: z.boolean(),
        /** Why it is sent back. */
        note: z.string().max(2000),
        /** What was held against the paper: when it is no longer so, refused as CONFLICT. */
        seen: z
          .array(z.object({ indicatorId: id, value: decimalText }))
          .max(1000)
          .optional(),
      }),
    )
    .output(z.void()),
  /** Starts one's own pass of a sheet anew. */
  clearOwn: typing.input(z.object({ roundId: id, entryId: id, panelistId: id.nullable() })).output(z.void()),
};
