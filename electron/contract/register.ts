import { z } from "zod";
import { preparing, printing, reading } from "./access.ts";
import { documentKind } from "./documents.ts";
import { file, id } from "./values.ts";

/** One time that a paper went out. */
const run = z.object({
  run: z.number().int(),
  at: z.string(),
  /** Whose account; null where nobody was signed in. */
  actor: z.string().nullable(),
  /** The window: "jendela 2". */
  place: z.string(),
  /** A printer as far as it is known, or "PDF disimpan". */
  target: z.string(),
  /** Why again; null of the first time. */
  reason: z.string().nullable(),
  /** What became of it on the way to a printer; null of a saved file, and while nothing is known. */
  outcome: z.enum(["sent", "cancelled", "failed"]).nullable(),
});

/** How a code came to us: typed by a hand scanner, off a camera's picture, off a dropped scan, or the serial by hand. */
const seenHow = z.enum(["scanner", "camera", "file", "typed"]);

/** A paper that went out, by its serial. */
const registerEntry = z.object({
  serial: z.string(),
  key: z.string(),
  /** As it was when it first went out. */
  title: z.string(),
  /** Version of the sealed result; null where it shows none. */
  version: z.number().int().nullable(),
  /** SHA-256 of what is on it; null of what went out before there was a register. */
  content: z.string().nullable(),
  /** The number it carried when it went out. */
  number: z.string().nullable(),
  /** "docx": given to be edited further, which no sheet can be held against. */
  form: z.enum(["pdf", "docx"]),
  /**
   * "outdated": the paper says something else by now, and did not go out with it. "replaced": another content of the same
   * paper went out after it. "calledOff": every print of it was cancelled or failed.
   */
  state: z.enum(["inForce", "outdated", "replaced", "revoked", "calledOff"]),
  /** Its sheets are on paper, no longer right, and nobody has said that they were taken back. */
  toWithdraw: z.boolean(),
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
  revokedAt: z.string().nullable(),
  revokedWhy: z.string().nullable(),
  /** How many pages it has; null where it went out before each had a code. */
  pages: z.number().int().nullable(),
  /** When and by whom its code was read off the sheet; of several pages the last that lacked. */
  seenAt: z.string().nullable(),
  seenBy: z.string().nullable(),
  seenHow: seenHow.nullable(),
  /** The pages that were seen of several, in their order. */
  seenPages: z.array(z.number().int()),
  runs: z.array(run),
  /** The PDF that came back with an electronic signature. */
  /** Signer and issuer as the certificate says; nobody checks the issuer. */
  signed: z.object({ signer: z.string(), issuer: z.string().nullable(), filedAt: z.string() }).nullable(),
});
export type RegisterRow = z.infer<typeof registerEntry>;

/** What the code of a sheet says about it. */
const scanAnswer = z.object({
  /** "page": of a paper of several, and which of them this is has to be said too. */
  kind: z.enum(["right", "wrong", "revoked", "double", "page", "unknown", "otherEdition"]),
  /** In one sentence, with what to do. */
  sentence: z.string(),
  serial: z.string().nullable(),
  title: z.string().nullable(),
  /** Which page of how many; null where the paper has only one, and where nothing is known of it. */
  page: z.object({ number: z.number().int(), of: z.number().int() }).nullable(),
});
export type ScanAnswer = z.infer<typeof scanAnswer>;

/** The papers of one group of the list that are called for, and which of them were seen on paper. */
const seenCount = z.object({
  group: z.string(),
  /** "Piagam", "Berita acara". */
  what: z.string(),
  called: z.number().int(),
  seen: z.number().int(),
  /** Of those seen, how many only by a serial that somebody typed. */
  typed: z.number().int(),
  /**
   * Not seen, or not whole: then with the pages that lack, which are none where nothing was seen; and why it cannot be made,
   * empty where it can.
   */
  missing: z.array(
    z.object({ key: z.string(), title: z.string(), lacking: z.array(z.number().int()), why: z.string() }),
  ),
  /** Seen on paper, and what they say has changed since. */
  outdated: z.array(z.object({ key: z.string(), title: z.string() })),
});
export type SeenCount = z.infer<typeof seenCount>;

const pattern = z.object({
  kind: documentKind,
  pattern: z.string(),
  /** From which order on no number that it gives is used: one more than the largest that was. */
  next: z.number().int(),
});

export const register = {
  /** Everything that went out, the newest first. */
  list: reading.input(z.object({ editionId: id })).output(z.array(registerEntry)),
  /** The same as a workbook. */
  exportFile: reading.input(z.object({ editionId: id })).output(file),
  /**
   * A code read off a sheet, or the serial at its foot as somebody typed it, with the page after a slash: "7F3K-9QXM/2".
   * The last right page makes its paper printed; whatever else it is, is said and changes nothing. How it was read is noted.
   */
  scan: printing
    .input(
      z.object({
        editionId: id,
        code: z.string().max(200),
        /** A hand scanner where it is left out; a serial is always noted as typed. */
        by: seenHow.exclude(["typed"]).optional(),
      }),
    )
    .output(scanAnswer),
  /** Takes back that a paper was seen, with all of its pages: scanned in error, or torn since. */
  unsee: printing.input(z.object({ editionId: id, serial: z.string() })).output(z.void()),
  /** Notes that the sheets of something that is no longer right were taken back. */
  withdraw: printing.input(z.object({ editionId: id, serial: z.string() })).output(z.void()),
  /** Charters, minutes, decree and script that are called for, held against the sheets that were seen. */
  counts: printing.input(z.object({ editionId: id })).output(z.array(seenCount)),

  patterns: reading.input(z.object({ editionId: id })).output(z.array(pattern)),
  /** How numbers of a kind are made, "914/{urut}/213.2/{tahun}"; an empty one takes it away. */
  savePattern: preparing
    .input(z.object({ editionId: id, kind: documentKind, pattern: z.string().trim().max(100) }))
    .output(z.void()),
  /** Numbers papers by the pattern of their kind, counted up from `start` in the order of the list; all or none. */
  giveNumbers: printing
    .input(
      z.object({
        editionId: id,
        keys: z.array(z.string()).min(1),
        start: z.number().int().min(1).max(999_999),
      }),
    )
    .output(z.array(z.object({ key: z.string(), number: z.string() }))),

  /** Files a PDF of ours that came back with an electronic signature; says who signed. */
  fileSigned: printing
    .input(z.object({ editionId: id, key: z.string(), file }))
    .output(z.object({ signer: z.string(), issuer: z.string() })),
  signedFile: reading.input(z.object({ editionId: id, serial: z.string() })).output(file),
};
