import { statSync } from "node:fs";
import type { z } from "zod";
import { noun } from "../contract/changes.ts";
import { AppError } from "../contract/errors.ts";
import { letterhead, type SettingsView } from "../contract/settings.ts";
import { paperSize } from "../contract/values.ts";
import { backUp, listBackups } from "../database/backup.ts";
import { type ReadDb, inTransaction } from "../database/open.ts";
import { findEmblem, setEmblem } from "../database/queries/pictures.ts";
import { findSetting, saveSetting } from "../database/queries/settings.ts";
import { restoreBackup } from "../database/restore.ts";
import { listSecuredEditions } from "../database/queries/editions.ts";
import { applicationChain } from "../database/queries/ledger.ts";
import { diffFacts } from "../domain/facts.ts";
import { announce, type Context, os } from "./context.ts";
import { settingFacts } from "./editionFacts.ts";
import { appendEvent, command } from "./ledgerWriting.ts";
import { pictureToFile, readPicture } from "./pictureFile.ts";

const storedLetterhead = letterhead.omit({ emblem: true });

const ownLetterhead: z.infer<typeof storedLetterhead> = {
  lines: ["PEMERINTAH PROVINSI JAWA TIMUR", "BADAN PENGEMBANGAN SUMBER DAYA MANUSIA"],
  address: "",
};

export const settings = {
  get: os.settings.get.handler(({ context }) => settingsOf(context.db)),

  saveLetterhead: os.settings.saveLetterhead.handler(({ input, context }) => {
    changeSettings(context, "settings.saveLetterhead", () =>
      saveSetting(context.db, "letterhead", { lines: input.lines, address: input.address }),
    );
    announce(context, null, "settings", "documents");
    return settingsOf(context.db);
  }),

  savePaperSize: os.settings.savePaperSize.handler(({ input, context }) => {
    changeSettings(context, "settings.savePaperSize", () =>
      saveSetting(context.db, "paperSize", input.paperSize),
    );
    announce(context, null, "settings", "documents");
    return settingsOf(context.db);
  }),

  setEmblem: os.settings.setEmblem.handler(async ({ input, context }) => {
    const picture = input.picture && (await readPicture(input.picture, { svg: true }));
    changeSettings(context, "settings.setEmblem", () => setEmblem(context.db, input.owner, picture));
    announce(context, null, "settings", "documents");
    return settingsOf(context.db);
  }),

  emblem: os.settings.emblem.handler(({ input, context }) => {
    const picture = findEmblem(context.db, input.owner);
    if (!picture)
      throw new AppError("NOT_FOUND", "Lambang belum dimuat. Pilih berkas gambarnya di Pengaturan.");
    return pictureToFile(picture, `lambang-${input.owner}`);
  }),

  about: os.settings.about.handler(({ context }) => ({
    ...context.about,
    dataFolder: context.paths.data,
    databaseBytes: statSync(context.paths.database).size,
  })),

  backups: os.settings.backups.handler(({ context }) => listBackups(context.paths)),

  makeBackup: os.settings.makeBackup.handler(async ({ context }) => {
    const name = await backUp(context.db, context.paths, context.clock, "manual");
    noteBackup(context, "cadangan.buat", name);
    announce(context, null, "settings");
    return listBackups(context.paths);
  }),

  restoreBackup: os.settings.restoreBackup.handler(async ({ input, context }) => {
    const { db, paths, clock } = context;
    await restoreBackup(db, paths, clock, input.name);
    noteBackup(context, "cadangan.pulihkan", input.name);
    announce(context, null, ...noun.options);
  }),
};

/** What is at the head of every paper is part of every secured edition: each ledger says when it was changed. */
function changeSettings(context: Context, act: string, work: () => void): void {
  const { db } = context;
  inTransaction(db, () => {
    const before = settingFacts(db);
    work();
    const changes = diffFacts(before, settingFacts(db));
    if (changes.length === 0) return;
    for (const editionId of listSecuredEditions(db)) {
      command(context, editionId, { act }, (record) => record(changes));
    }
  });
}

/** An installation without a secured edition has no ledger, and may be restored freely. */
function noteBackup(context: Context, act: "cadangan.buat" | "cadangan.pulihkan", name: string): void {
  if (listSecuredEditions(context.db).length === 0) return;
  appendEvent(context, applicationChain, { act, subject: "cadangan", details: { name } });
}

/** The letterhead and paper size as set, or those the application comes with. */
export function settingsOf(db: ReadDb): SettingsView {
  const stored = storedLetterhead.safeParse(findSetting(db, "letterhead"));
  const usualPaper = paperSize.safeParse(findSetting(db, "paperSize"));
  const lines = stored.success ? stored.data : ownLetterhead;
  return {
    letterhead: { ...lines, emblem: findEmblem(db, "letterhead") !== null },
    governorEmblem: findEmblem(db, "governor") !== null,
    paperSize: usualPaper.success ? usualPaper.data : "A4",
  };
}
