import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { anybodyMay } from "./access.ts";

export const progress = z.object({
  job: z.string(),
  done: z.number().int(),
  total: z.number().int(),
  /** What is being worked on: "Piagam Bupati Magetan". */
  label: z.string(),
});
export type Progress = z.infer<typeof progress>;

const named = z.object({ job: z.string().min(8).max(64) });

export const jobs = {
  /** Progress of a run of heavy work until it ends; may be called before the work starts. */
  watch: anybodyMay.input(named).output(eventIterator(progress)),
  /** Stops the run; its call ends with CANCELLED and leaves nothing behind. */
  cancel: anybodyMay.input(named).output(z.void()),
};
