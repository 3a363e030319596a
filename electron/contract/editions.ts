import { z } from "zod";
import { anybodyMay, auditing, preparing, reading } from "./access.ts";
import { file, gelar, id, isoDate, jobId, name, optionalName } from "./values.ts";

export const editionFields = z.object({
  year: z.number().int().min(1945).max(9999),
  title: name,
  theme: optionalName,
  organiser: optionalName,
  venue: optionalName,
  ceremonyDate: isoDate.nullable(),
  signatory: z.object({ name, title: name, place: name, gelar }).nullable(),
});

export const edition = editionFields.extend({
  id,
  sample: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type EditionRow = z.infer<typeof edition>;

/** A stage of the edition's track (Pendaftaran → … → Upacara), as Beranda draws it. */
export const stage = z.object({
  key: z.string(),
  label: z.string(),
  state: z.enum(["done", "current", "waiting"]),
  /** One line: what is there or what is missing, "3 lembar nilai belum lengkap". */
  detail: z.string(),
  /** Where in the application this stage is worked on: a renderer route. */
  route: z.string(),
});

/** Where the edition stands and the one next step. */
export const overview = z.object({
  edition,
  stages: z.array(stage),
  next: z.object({ sentence: z.string(), action: z.string(), route: z.string() }),
  /** State of each item of the menu, by the renderer route's first part: "persiapan", "penilaian", … */
  menu: z.record(z.string(), z.object({ state: z.enum(["empty", "open", "done"]), detail: z.string() })),
});
export type Overview = z.infer<typeof overview>;

export const editions = {
  list: anybodyMay.output(z.array(edition)),
  get: reading.input(z.object({ editionId: id })).output(edition),
  overview: reading.input(z.object({ editionId: id })).output(overview),
  /** A new edition starts with the regions of East Java, an empty category and no rounds. */
  create: anybodyMay.input(editionFields).output(edition),
  /** Copies regions, panelists, categories, rounds, indicators and awards of another year; never scores. */
  clone: preparing
    .input(z.object({ editionId: id, year: editionFields.shape.year, title: name }))
    .output(edition),
  update: preparing.input(z.object({ editionId: id, fields: editionFields })).output(edition),
  /** Removes the edition and all in it; `title` must be the edition's title, typed by the user. */
  remove: preparing.input(z.object({ editionId: id, title: z.string() })).output(z.void()),
  /** Opens the sample edition of 2021, importing it when it is not there yet. */
  openSample: anybodyMay.output(edition),
  importFile: anybodyMay.input(z.object({ file, job: jobId })).output(edition),
  exportFile: auditing.input(z.object({ editionId: id })).output(file),
};
