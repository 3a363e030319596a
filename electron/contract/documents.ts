import { z } from "zod";
import { printing } from "./access.ts";
import { file, id, isoDate, jobId, optionalName, paperSize, reason } from "./values.ts";

export const documentKind = z.enum([
  "charter",
  "minutes",
  "recap",
  "scoreSheet",
  "blankSheet",
  "statement",
  "ruleBook",
  "invitation",
  "panelInvitation",
  "attendance",
  "presentationOrder",
  "report",
  "memo",
  "decree",
  "programme",
  "mcScript",
  "ceremonyAttendance",
  "panelistCharter",
  "tableCards",
  "addressLabels",
]);

/** A paper the edition calls for. `key` names it: "charter/3/17", "minutes/2", "ruleBook/1". */
export const paper = z.object({
  key: z.string(),
  kind: documentKind,
  /** "Piagam · Bupati Magetan Suprawoto" */
  title: z.string(),
  /** The group it is listed under: round or award. */
  group: z.string(),
  state: z.enum(["blocked", "draft", "ready", "printed", "revoked"]),
  /** Why it cannot be made yet, or why it is only a draft; empty when ready. */
  why: z.string(),
  number: z.string().nullable(),
  date: isoDate.nullable(),
  paperSize,
  /** When its PDF first left the application with the serial now in force. */
  issuedAt: z.string().nullable(),
  /** When its last sheet was seen on paper. */
  printedAt: z.string().nullable(),
});
export type PaperRow = z.infer<typeof paper>;

/** One time that a paper went out: its serial, and the how manieth time. */
const printRun = z.object({ serial: z.string(), run: z.number().int() });

export const documents = {
  list: printing.input(z.object({ editionId: id })).output(z.array(paper)),
  /** The very PDF, as it would be printed now, to look at: it does not count as gone out. */
  preview: printing.input(z.object({ editionId: id, key: z.string() })).output(file),
  /**
   * One or many papers to save or print: one PDF, one PDF each in a zip, or the word processor's file of kinds that an
   * office edits further, zipped where there are several. Charters come in the order in which the ceremony hands them out.
   * A failed one is named and the rest go on.
   * Those that are no draft are noted in the register as gone out, and a correction revokes them. What went out before with
   * the same content needs a reason; names on them that nobody has checked need a word, which the register keeps.
   */
  make: printing
    .input(
      z.object({
        editionId: id,
        keys: z.array(z.string()).min(1),
        bundle: z.enum(["onePdf", "zip", "docx"]),
        job: jobId,
        /** Said in the register; a file that is saved where it is left out. */
        to: z.enum(["printer", "file"]).optional(),
        /** The printer, as far as the window knows it. */
        printer: optionalName.optional(),
        /** Why papers that went out before with the same content go out again. */
        reason: optionalName.optional(),
        /** Whoever prints has read which names on them are not checked, and wants them all the same. */
        despiteNames: z.boolean().optional(),
      }),
    )
    .output(
      z.object({
        file,
        /**
         * In a window of the application itself the file stays on the disk, where this names it for the bridge, and `file` has
         * its name and kind only. Null in a browser.
         */
        kept: z.string().nullable(),
        failures: z.array(z.object({ key: z.string(), sentence: z.string() })),
        /** What the register noted: with a printer the window says afterwards what became of it. */
        runs: z.array(printRun),
      }),
    ),
  /**
   * What became of papers that were sent to a printer: "sent" only says that the system took them. Those that were cancelled
   * or failed, also where it was a file to be saved, count as not gone out, but stay in the register.
   */
  settlePrint: printing
    .input(
      z.object({
        editionId: id,
        runs: z.array(printRun).min(1),
        outcome: z.enum(["sent", "cancelled", "failed"]),
      }),
    )
    .output(z.void()),
  /** Number, date and paper size of papers; each key keeps what is not given. */
  setDetails: printing
    .input(
      z.object({
        editionId: id,
        keys: z.array(z.string()).min(1),
        number: optionalName.optional(),
        date: isoDate.nullable().optional(),
        paperSize: paperSize.optional(),
      }),
    )
    .output(z.void()),
  /** Takes back that papers are printed, with every page that was seen of them, and why. */
  unmarkPrinted: printing
    .input(z.object({ editionId: id, keys: z.array(z.string()).min(1), reason }))
    .output(z.void()),
};
