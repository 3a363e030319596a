import { z } from "zod";
import { administering, anybodyMay } from "./access.ts";
import { file, paperSize } from "./values.ts";

export const letterhead = z.object({
  /** Lines above the rule, largest last: "PEMERINTAH PROVINSI JAWA TIMUR", "BADAN PENGEMBANGAN …". */
  lines: z.array(z.string().max(200)).max(5),
  address: z.string().max(400),
  emblem: z.boolean(),
});

export const settingsView = z.object({
  letterhead,
  /** An emblem for the Governor's papers has been loaded. */
  governorEmblem: z.boolean(),
  paperSize,
});
export type SettingsView = z.infer<typeof settingsView>;

export const backup = z.object({
  name: z.string(),
  madeAt: z.string(),
  bytes: z.number().int(),
  occasion: z.enum(["start", "exit", "migration", "manual", "restore"]),
});

export const settings = {
  get: anybodyMay.output(settingsView),
  saveLetterhead: administering.input(letterhead.omit({ emblem: true })).output(settingsView),
  savePaperSize: administering.input(z.object({ paperSize })).output(settingsView),
  /** PNG, JPEG or SVG, at most 5 MB; null takes it away. */
  setEmblem: administering
    .input(z.object({ owner: z.enum(["letterhead", "governor"]), picture: file.nullable() }))
    .output(settingsView),
  emblem: anybodyMay.input(z.object({ owner: z.enum(["letterhead", "governor"]) })).output(file),
  /** Where the data lies and what runs: for the settings screen and for support. */
  about: anybodyMay.output(
    z.object({ version: z.string(), dataFolder: z.string(), databaseBytes: z.number(), shell: z.string() }),
  ),
  backups: administering.output(z.array(backup)),
  makeBackup: administering.output(z.array(backup)),
  /** Puts a copy back; the present database is itself copied first. */
  restoreBackup: administering.input(z.object({ name: z.string() })).output(z.void()),
};
