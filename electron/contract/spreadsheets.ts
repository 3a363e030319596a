import { z } from "zod";
import { auditing, typing } from "./access.ts";
import { file, id, jobId } from "./values.ts";

/** How the columns of an office's own sheet map to ours. Columns and rows count from 1. */
export const mapping = z.object({
  sheet: z.string(),
  headerRow: z.number().int().min(1),
  codeColumn: z.number().int().min(1).nullable(),
  regionColumn: z.number().int().min(1).nullable(),
  typeColumn: z.number().int().min(1).nullable(),
  /** Indicator key ("JP") → column. */
  indicatorColumns: z.record(z.string(), z.number().int().min(1)),
});
export type Mapping = z.infer<typeof mapping>;

/** A name in the sheet that could not be matched for certain: nothing is guessed, the user answers. */
export const openRegion = z.object({
  row: z.number().int(),
  text: z.string(),
  /** twin: the name fits several · unknown: nothing fits · outside: not an entry of this round. */
  reason: z.enum(["twin", "unknown", "outside"]),
  candidates: z.array(z.object({ code: z.string(), label: z.string() })),
});

export const importOutcome = z.object({
  /** Values that changed; the others were already so. */
  changed: z.number().int(),
  unchanged: z.number().int(),
  sheets: z.number().int(),
});

export const spreadsheets = {
  /** The protected score template of a round, with the values given so far. */
  template: typing.input(z.object({ roundId: id })).output(file),
  /** Reads a filled template; nothing is saved unless every cell is right. */
  importTemplate: typing.input(z.object({ roundId: id, file, job: jobId })).output(importOutcome),
  /** Looks into any workbook: its sheets, their first rows, and the mapping remembered or guessed for this round. */
  inspect: typing.input(z.object({ roundId: id, file, job: jobId })).output(
    z.object({
      sheets: z.array(
        z.object({
          name: z.string(),
          rows: z.number().int(),
          columns: z.number().int(),
          sample: z.array(z.array(z.string())),
        }),
      ),
      mapping: mapping.nullable(),
      remembered: z.boolean(),
    }),
  ),
  /**
   * Imports an office's own sheet by a mapping. `answers` settles open regions (text → region code, or "" to leave the row out). While any
   * region is open nothing is saved and `open` lists them.
   */
  importMapped: typing
    .input(
      z.object({
        roundId: id,
        panelistId: id.nullable(),
        file,
        mapping,
        answers: z.record(z.string(), z.string()),
        job: jobId,
      }),
    )
    .output(z.object({ open: z.array(openRegion), outcome: importOutcome.nullable() })),
  /** The ranking of a round as a workbook that recalculates itself. */
  ranking: auditing.input(z.object({ roundId: id, job: jobId })).output(file),
};
