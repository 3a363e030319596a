import { z } from "zod";
import { administering, anybodyMay, auditing, preparing, reading, signing } from "./access.ts";
import { pin } from "./accounts.ts";
import { id, name, reason } from "./values.ts";

export const signature = z.object({
  accountId: id,
  name: z.string(),
  role: z.string(),
  signedAt: z.string(),
});

export const policy = z.object({
  /** N: how many of the named people must sign a rule book, a seal or a correction. */
  signatures: z.number().int().min(1),
  /** M: who may. */
  signers: z.array(id),
  /** Whether papers for the outside name panelists or call them Panelis A, B, … */
  panelistNames: z.enum(["named", "letters"]),
});

export const ruleBook = z.object({
  version: z.number().int(),
  /** Null while it is being written or amended. */
  frozenAt: z.string().nullable(),
  hash: z.string().nullable(),
  shortHash: z.string().nullable(),
  /** Why it was amended; null for the first. */
  reason: z.string().nullable(),
  signatures: z.array(signature),
});

export const securityView = z.object({
  editionId: id,
  securedAt: z.string().nullable(),
  policy: policy.nullable(),
  /** Who signs now: as the rule book that was signed last has it, also for the amendment that names others. */
  signing: policy.pick({ signatures: true, signers: true }).nullable(),
  /** Newest first. */
  ruleBooks: z.array(ruleBook),
  /** What the open rule book would hash to now. */
  presentHash: z.string().nullable(),
  /** What keeps the rule book from being signed. */
  openPoints: z.array(z.string()),
  /** Papers in force that show a result; those of an open edition lose their force when it is secured. */
  papersOut: z.number().int(),
});
export type SecurityView = z.infer<typeof securityView>;

export const security = {
  get: reading.input(z.object({ editionId: id })).output(securityView),
  /**
   * Secures an edition in one step: the first account becomes the secretary's, everything as it is now goes into the
   * ledger, and from then on roles, rule book, keying, ledger and seal hold. The code is shown once, to be printed.
   * With accounts there already, the secretary's PIN is asked for and there is no new code.
   */
  secure: anybodyMay
    .input(z.object({ editionId: id, secretary: name, pin }))
    .output(z.object({ view: securityView, recoveryCode: z.string().nullable() })),
  savePolicy: preparing.input(z.object({ editionId: id, policy })).output(securityView),
  setKeying: preparing
    .input(z.object({ roundId: id, keying: z.enum(["single", "confirm", "double"]) }))
    .output(z.void()),
  /** Signs the open rule book as it stands; with the last signature needed it is frozen. `hash` is what was read. */
  signRuleBook: signing
    .input(z.object({ editionId: id, hash: z.string(), pin: z.string().max(200) }))
    .output(securityView),
  /** Opens the next version for a change, with its reason; sealed rounds stay as they are. */
  amendRuleBook: preparing.input(z.object({ editionId: id, reason })).output(securityView),
  /** Drops an amendment before it is signed; refused while what it changed is not put back. */
  dropAmendment: preparing.input(z.object({ editionId: id })).output(securityView),
  /** Walks the ledger and holds it against the data: what was changed outside the application. */
  verify: auditing.input(z.object({ editionId: id })).output(
    z.object({
      entries: z.number().int(),
      head: z.string(),
      shortHead: z.string(),
      findings: z.array(z.string()),
    }),
  ),
  /** All that is held on people of an edition, as asked for under UU 27/2022. */
  persons: administering.input(z.object({ editionId: id })).output(
    z.array(
      z.object({
        person: z.string(),
        name: z.string(),
        held: z.array(z.object({ what: z.string(), value: z.string() })),
      }),
    ),
  ),
  saveContact: administering
    .input(
      z.object({
        editionId: id,
        person: z.string().max(100),
        nip: z.string().max(40).nullable(),
        phone: z.string().max(40).nullable(),
        email: z.string().max(200).nullable(),
      }),
    )
    .output(z.void()),
  /**
   * Blanks contact details and pictures of everybody in the edition, in the backups too; the ledger never held them.
   * Tells of how many people, in how many backups, and which backups could not be looked through.
   */
  blankPersons: administering.input(z.object({ editionId: id })).output(
    z.object({
      blanked: z.number().int(),
      backups: z.number().int(),
      unreadBackups: z.array(z.string()),
    }),
  ),
};
