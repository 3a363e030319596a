import { z } from "zod";
import { checking, reading } from "./access.ts";
import { id, name, optionalName } from "./values.ts";

const subject = z.string().min(1).max(400);
/** Who acts, where nobody is signed in: an edition that is still open. */
const by = optionalName.optional();

/** A name that papers carry, and whether a second person has compared it with the paper it came on. */
const checkedName = z.object({
  /** Names it within its edition: "kepala/35.20". */
  subject: z.string(),
  kind: z.enum([
    "head",
    "agency",
    "agencyHead",
    "panelist",
    "signatory",
    "edition",
    "category",
    "award",
    "signer",
    "officer",
  ]),
  /** Whose it is: "Kepala daerah Kabupaten Magetan". */
  where: z.string(),
  name: z.string(),
  /** The line below it on paper: "Bupati Magetan". */
  detail: z.string().nullable(),
  /** What a check holds for: whoever checks says that this is what they saw. */
  text: z.string(),
  /** Of exactly this text; null while it is unchecked, or was changed since. */
  check: z.object({ checker: z.string(), checkedAt: z.string() }).nullable(),
  /** A check of what stood there before. */
  former: z.object({ checker: z.string(), text: z.string() }).nullable(),
  /** Who typed it last, as the ledger of a secured edition tells; not the one to check it. */
  typist: z.object({ accountId: z.number().int(), name: z.string() }).nullable(),
  /** Where it is typed: a renderer route. */
  route: z.string(),
});
export type CheckedName = z.infer<typeof checkedName>;

/** What may be wrong with a printed name. */
const nameFinding = z.object({
  subject: z.string(),
  rule: z.string(),
  /** Surely wrong on paper, likely wrong, or worth knowing. */
  severity: z.enum(["stop", "look", "note"]),
  sentence: z.string(),
  route: z.string(),
  /** Somebody has looked at exactly this. */
  seen: z.object({ viewer: z.string(), seenAt: z.string(), reason: z.string().nullable() }).nullable(),
});
export type NameFindingRow = z.infer<typeof nameFinding>;

export const preflight = z.object({
  /** Gravest first. */
  findings: z.array(nameFinding),
  /** The edition that names were held against. */
  earlier: z.object({ year: z.number().int(), title: z.string() }).nullable(),
});

export const nameChecks = {
  list: reading.input(z.object({ editionId: id })).output(z.array(checkedName)),
  /** Says that the text is as on paper, or takes that back; not of what one has typed oneself. */
  check: checking
    .input(z.object({ editionId: id, subject, text: z.string().max(500), checked: z.boolean(), by }))
    .output(checkedName),
  /** Everything that may be wrong with printed names, measured in the typefaces of the papers. */
  preflight: reading.input(z.object({ editionId: id })).output(preflight),
  /**
   * Notes that a finding was looked at; it comes back when its sentence changes. What must be mended takes a reason why it
   * is right all the same.
   */
  see: checking
    .input(
      z.object({
        editionId: id,
        subject,
        rule: name,
        sentence: z.string().max(2000),
        seen: z.boolean(),
        by,
        reason: optionalName.optional(),
      }),
    )
    .output(z.void()),
};
