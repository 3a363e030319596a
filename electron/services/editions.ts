import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EditionRow } from "../contract/editions.ts";
import { noun } from "../contract/changes.ts";
import { AppError } from "../contract/errors.ts";
import { inTransaction } from "../database/open.ts";
import { isSecured } from "../database/queries/accounts.ts";
import { insertCategory } from "../database/queries/categories.ts";
import {
  deleteEdition,
  insertEditionRow,
  listEditions,
  updateEditionRow,
} from "../database/queries/editions.ts";
import {
  findWholeEdition,
  findWholeEditionWithOffice,
  insertWholeEdition,
} from "../database/queries/wholeEdition.ts";
import { copyDesigns } from "../database/queries/designs.ts";
import { saveDocument } from "../database/queries/documents.ts";
import { listCategories } from "../database/queries/categories.ts";
import { editionFileLimitBytes, readEdition, writeEdition } from "../interchange/editionFile.ts";
import { type Context, announce, os } from "./context.ts";
import { appendEvent, command } from "./ledgerWriting.ts";
import { refuseBeforeRounds } from "./ceremonyDay.ts";
import { copyEvents, copyHeadPictures, copyOffice } from "./editionCopy.ts";
import { keptGelar } from "./gelar.ts";
import { refuseHiddenWinners } from "./embargo.ts";
import { underJob } from "./jobs.ts";
import { getEdition } from "./lookup.ts";
import { fillSampleOffice } from "./sampleOffice.ts";
import { overviewOf } from "./overview.ts";
import { addRegions, catalogue } from "./regions.ts";

const eastJava = "35.";
export const editions = {
  list: os.editions.list.handler(({ context }) => listEditions(context.db)),

  get: os.editions.get.handler(({ input, context }) => getEdition(context.db, input.editionId)),

  overview: os.editions.overview.handler(({ input, context }) => overviewOf(context, input.editionId)),

  create: os.editions.create.handler(({ input, context }) => {
    const { db, clock, paths } = context;
    const id = inTransaction(db, () => {
      const signatory = withKeptGelar(input.signatory, null);
      const editionId = insertEditionRow(db, { ...input, signatory, sample: false }, clock.now());
      const codes = catalogue(paths.resources).map(({ code }) => code);
      addRegions(
        db,
        paths.resources,
        editionId,
        codes.filter((code) => code.startsWith(eastJava)),
      );
      insertCategory(db, editionId, "utama", "Kategori utama");
      return editionId;
    });
    announce(context, id, ...noun.options);
    return getEdition(db, id);
  }),

  clone: os.editions.clone.handler(({ input, context }) => {
    const { db, clock } = context;
    const source = findWholeEdition(db, getEdition(db, input.editionId).id)!;
    const copy = {
      ...source,
      sample: false,
      year: input.year,
      title: input.title,
      // Each year has its own.
      theme: null,
      ceremonyDate: null,
      categories: source.categories.map((category) => ({
        ...category,
        rounds: category.rounds.map((round) => ({ ...round, recusals: [], decisions: [], scores: [] })),
      })),
    };
    const id = inTransaction(db, () => {
      const editionId = insertWholeEdition(db, copy, clock.now());
      copyHeadPictures(db, input.editionId, editionId);
      copyDesigns(db, input.editionId, editionId);
      copyOffice(db, input.editionId, editionId);
      copyEvents(db, input.editionId, editionId);
      return editionId;
    });
    announce(context, id, ...noun.options);
    return getEdition(db, id);
  }),

  update: os.editions.update.handler(({ input, context }) => {
    const { db, clock } = context;
    const { sample, signatory: was, ceremonyDate } = getEdition(db, input.editionId);
    if (input.fields.ceremonyDate !== ceremonyDate)
      refuseBeforeRounds(db, input.editionId, input.fields.ceremonyDate);
    const signatory = withKeptGelar(input.fields.signatory, was);
    command(context, input.editionId, { act: "editions.update" }, () =>
      updateEditionRow(db, input.editionId, { ...input.fields, signatory, sample }, clock.now()),
    );
    announce(context, input.editionId, "editions", "documents");
    return getEdition(db, input.editionId);
  }),

  remove: os.editions.remove.handler(({ input, context }) => {
    const { db } = context;
    const { title } = getEdition(db, input.editionId);
    if (input.title !== title) {
      throw new AppError(
        "INVALID",
        `Judul yang diketik tidak sama. Ketik "${title}" untuk menghapus edisi ini.`,
      );
    }
    if (isSecured(db, input.editionId)) {
      throw new AppError(
        "FORBIDDEN",
        `"${title}" sudah diamankan, jadi tidak dapat dihapus: buku catatannya harus tetap ada.`,
      );
    }
    inTransaction(db, () => deleteEdition(db, input.editionId));
    announce(context, input.editionId, ...noun.options);
  }),

  openSample: os.editions.openSample.handler(({ context }) => {
    const there = listEditions(context.db).find(({ sample, year }) => sample && year === 2021);
    return there ?? getEdition(context.db, importSample(context));
  }),

  importFile: os.editions.importFile.handler(async ({ input, context, signal }) => {
    const { file, job } = input;
    if (file.size > editionFileLimitBytes) {
      const megabytes = Math.ceil(file.size / 1024 / 1024);
      throw new AppError(
        "TOO_LARGE",
        `Berkas "${file.name}" berukuran ${megabytes} MB; berkas edisi paling besar 64 MB. Periksa apakah berkasnya benar.`,
      );
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    const edition = await underJob(context, job, signal, (options) =>
      context.work.run("interchange", "readEdition", { bytes, name: file.name }, options),
    );
    const id = inTransaction(context.db, () => insertWholeEdition(context.db, edition, context.clock.now()));
    announce(context, id, ...noun.options);
    return getEdition(context.db, id);
  }),

  exportFile: os.editions.exportFile.handler(({ input, context }) => {
    refuseHiddenWinners(context, input.editionId);
    const edition = findWholeEditionWithOffice(context.db, getEdition(context.db, input.editionId).id)!;
    const text = writeEdition(edition);
    const read = readEdition(text);
    if ("problems" in read) {
      throw new AppError(
        "NOT_READY",
        `Edisi ini belum dapat diekspor: ${read.problems[0]?.path}: ${read.problems[0]?.message} Lengkapi dulu di Persiapan atau Penilaian.`,
        { problems: read.problems },
      );
    }
    appendEvent(context, input.editionId, { act: "ekspor", subject: "edisi" });
    return new File([text], `edisi-${edition.year}.json`, { type: "application/json" });
  }),
};

function withKeptGelar(
  signatory: EditionRow["signatory"],
  was: EditionRow["signatory"],
): EditionRow["signatory"] {
  return signatory && { ...signatory, gelar: keptGelar(signatory.name, signatory.gelar, was?.gelar) };
}

/** Imports the sample of 2021 from the application's own resources. */
function importSample(context: Context): number {
  const { db, clock, paths } = context;
  const read = readEdition(readFileSync(join(paths.resources, "samples", "2021.json"), "utf8"));
  if ("problems" in read) throw new Error(`sample edition: ${JSON.stringify(read.problems)}`);
  const id = inTransaction(db, () => {
    const editionId = insertWholeEdition(db, read.edition, clock.now());
    dateSampleMinutes(context, editionId);
    fillSampleOffice(db, editionId);
    return editionId;
  });
  announce(context, id, ...noun.options);
  return id;
}

/** The sample's minutes are dated like the event: the desk round before, the presentations on 5 October 2021. */
function dateSampleMinutes({ db }: Context, editionId: number): void {
  const dates = ["2021-09-30", "2021-10-05"];
  const rounds = listCategories(db, editionId).flatMap((category) => category.rounds);
  rounds.forEach(({ id }, index) => {
    const date = dates[index];
    if (!date) return;
    for (const kind of ["minutes", "recap"]) saveDocument(db, editionId, `${kind}/${id}`, { date });
  });
}
