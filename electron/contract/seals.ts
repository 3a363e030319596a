import { z } from "zod";
import { auditing, deciding, reading, signing, verifying } from "./access.ts";
import { signature } from "./security.ts";
import { decimalText, file, id, jobId, reason } from "./values.ts";

export const sealView = z.object({
  roundId: id,
  roundName: z.string(),
  state: z.enum(["open", "ready", "sealed"]),
  /** Version of the sealed result; with a correction 2, 3, … */
  version: z.number().int().nullable(),
  sealedAt: z.string().nullable(),
  hash: z.string().nullable(),
  /** Each condition with whether it holds. */
  conditions: z.array(z.object({ sentence: z.string(), holds: z.boolean() })),
  signatures: z.array(signature),
  signaturesNeeded: z.number().int(),
  /** What is signed: the hash of the result as it stands. */
  presentHash: z.string().nullable(),
});
export type SealView = z.infer<typeof sealView>;

export const correctionView = z.object({
  id,
  roundId: id,
  number: z.number().int(),
  reason: z.string(),
  requestedBy: z.string(),
  requestedAt: z.string(),
  state: z.enum(["open", "done", "withdrawn"]),
  changes: z.array(z.object({ what: z.string(), old: decimalText.nullable(), new: decimalText.nullable() })),
  signatures: z.array(signature),
  signaturesNeeded: z.number().int(),
  hash: z.string(),
  /** What it would move, or moved: "Kabupaten X dari peringkat 3 ke 4 (87,50 → 86,90)". */
  moves: z.array(z.string()),
  /** Papers in force that carrying it out revokes, and further ones where sealed rounds after it move with it. */
  atRisk: z.object({ certain: z.number().int(), possible: z.number().int() }),
  /** Papers that went out with the earlier version, whose serials are revoked. */
  revoked: z.array(z.object({ key: z.string(), title: z.string(), serial: z.string() })),
});
export type CorrectionView = z.infer<typeof correctionView>;

export const seals = {
  list: reading.input(z.object({ editionId: id })).output(z.array(sealView)),
  /** Signs a round's result as it stands; with the last signature needed the round is sealed. */
  sign: signing
    .input(z.object({ roundId: id, hash: z.string(), pin: z.string().max(200) }))
    .output(z.array(sealView)),
  /** Declares the results; until the embargo ends only chair and secretary see winners. */
  declare: deciding
    .input(z.object({ editionId: id, embargoUntil: z.iso.datetime(), pin: z.string().max(200) }))
    .output(z.void()),
  declaration: reading
    .input(z.object({ editionId: id }))
    .output(z.object({ declaredAt: z.string(), embargoUntil: z.string(), hidden: z.boolean() }).nullable()),
  /** Every sealed version of a round, also those a correction replaced. */
  versions: auditing.input(z.object({ roundId: id })).output(
    z.array(
      z.object({
        version: z.number().int(),
        sealedAt: z.string(),
        hash: z.string(),
        rows: z.array(
          z.object({ label: z.string(), rank: z.number().int().nullable(), total: decimalText.nullable() }),
        ),
      }),
    ),
  ),
  corrections: reading.input(z.object({ editionId: id })).output(z.array(correctionView)),
  /** Asks for a correction of sealed scores; nothing changes until it is signed. */
  requestCorrection: verifying
    .input(
      z.object({
        roundId: id,
        reason,
        changes: z
          .array(z.object({ entryId: id, panelistId: id.nullable(), indicatorId: id, value: decimalText }))
          .min(1)
          .max(1000),
      }),
    )
    .output(correctionView),
  signCorrection: signing
    .input(z.object({ correctionId: id, hash: z.string(), pin: z.string().max(200) }))
    .output(correctionView),
  withdrawCorrection: verifying.input(z.object({ correctionId: id })).output(correctionView),
  /** Why this rank: the objection dossier of an entry as PDF. */
  dossier: auditing.input(z.object({ roundId: id, entryId: id, job: jobId })).output(file),
  /** Everything sealed, in one HTML file that proves itself. */
  bundle: auditing.input(z.object({ editionId: id, job: jobId })).output(file),
};
