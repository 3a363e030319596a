import { z } from "zod";
import { auditing } from "./access.ts";
import { file, id } from "./values.ts";

export const ledgerEntry = z.object({
  seq: z.number().int(),
  at: z.string(),
  who: z.string(),
  /** As the screen says it: "sekretaris"; empty without an account. */
  role: z.string(),
  from: z.string(),
  act: z.string(),
  /** What was done, in words: "Nilai Kabupaten Magetan oleh P1 untuk Kebijakan (Paparan) diubah dari 87 menjadi 88." */
  sentence: z.string(),
  subject: z.string(),
  old: z.string().nullable(),
  new: z.string().nullable(),
  reason: z.string().nullable(),
});
export type LedgerRow = z.infer<typeof ledgerEntry>;

const filter = z.object({
  editionId: id,
  /** "accounts": signing in, PINs and accounts of this computer, which belong to no single edition. */
  chain: z.enum(["edition", "accounts"]).default("edition"),
  /** Acts about this region, wherever: its scores, recusals, decisions, name. */
  regionCode: z.string().nullable(),
  panelistKey: z.string().nullable(),
  /** Text in who, what or why. */
  text: z.string().max(100),
  kind: z.enum(["all", "scores", "rules", "signatures", "papers", "access"]),
});

export const ledger = {
  /** Newest first, a page at a time. */
  list: auditing
    .input(filter.extend({ before: z.number().int().nullable(), limit: z.number().int().min(1).max(500) }))
    .output(
      z.object({
        entries: z.array(ledgerEntry),
        total: z.number().int(),
        head: z.string().nullable(),
        shortHead: z.string().nullable(),
      }),
    ),
  /** What the filter shows, as a workbook. */
  exportFile: auditing.input(filter).output(file),
};
