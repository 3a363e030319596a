import { z } from "zod";
import { preparing, reading } from "./access.ts";
import { gelar, id, key, name, optionalName } from "./values.ts";

export const panelist = z.object({
  id,
  /** Its id in the edition file and on spreadsheets: "P1". */
  key: z.string(),
  /** In full, as it is printed. */
  name: z.string(),
  gelar,
  institution: z.string().nullable(),
  /** Names of the rounds whose panel it sits on. */
  rounds: z.array(z.string()),
  sheets: z.number().int(),
  /** The account the panelist signs with on a secured edition. */
  accountId: id.nullable(),
});
export type PanelistRow = z.infer<typeof panelist>;

export const panelists = {
  list: reading.input(z.object({ editionId: id })).output(z.array(panelist)),
  /** Without a key the next free "P‹n›" is taken. */
  create: preparing
    .input(z.object({ editionId: id, key: key.optional(), name, gelar, institution: optionalName }))
    .output(panelist),
  update: preparing
    .input(z.object({ panelistId: id, name, gelar, institution: optionalName }))
    .output(panelist),
  /** Gives the panelist an account of their own to sign with, a viewer's that no other panelist has; null takes it back. */
  setAccount: preparing.input(z.object({ panelistId: id, accountId: id.nullable() })).output(panelist),
  /** Refused while the panelist has sheets with values. */
  remove: preparing.input(z.object({ panelistId: id })).output(z.void()),
};
