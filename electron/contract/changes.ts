import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { anybodyMay } from "./access.ts";

export const noun = z.enum([
  "editions",
  "regions",
  "panelists",
  "categories",
  "awards",
  "rounds",
  "sheets",
  "results",
  "documents",
  "designs",
  "office",
  "register",
  "accounts",
  "security",
  "keyings",
  "seals",
  "ledger",
  "nameChecks",
  "settings",
]);
export type Noun = z.infer<typeof noun>;

/** Something was changed, in this or another window: whoever shows these nouns reads them again. */
export const change = z.object({ editionId: z.number().int().nullable(), nouns: z.array(noun) });
export type Change = z.infer<typeof change>;

export const changes = {
  /** Every change from now on. The first event, with no nouns, says that the watch stands. */
  watch: anybodyMay.output(eventIterator(change)),
};
