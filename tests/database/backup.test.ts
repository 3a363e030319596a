import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { automaticCopiesKept, backUp, listBackups } from "../../electron/database/backup.ts";
import { type Application, errorOf, openApplication } from "../support/application.ts";

let application: Application;
beforeEach(async () => {
  application = await openApplication();
});
afterEach(() => application.close());

test("start and exit copies are kept to ten together, and a copy of one's own is never thrown away", async () => {
  const { context, paths } = application;
  await backUp(context.db, paths, context.clock, "manual");
  for (let count = 0; count < 14; count++) {
    await backUp(context.db, paths, context.clock, count % 2 === 0 ? "exit" : "start");
  }
  const all = listBackups(paths);
  expect(all.filter(({ occasion }) => occasion !== "manual")).toHaveLength(automaticCopiesKept);
  expect(all.filter(({ occasion }) => occasion === "manual")).toHaveLength(1);
});

test("a copy put back brings the data back, and the state before it is copied first", async () => {
  const { api } = application;
  const { id } = await api.editions.openSample();
  const [copy] = await api.settings.makeBackup();
  await api.editions.remove({ editionId: id, title: "ASN Achievement Awards 2021" });
  expect(await api.editions.list()).toEqual([]);
  await api.settings.restoreBackup({ name: copy!.name });
  expect((await api.editions.list()).map(({ title }) => title)).toEqual(["ASN Achievement Awards 2021"]);
  const [category] = await api.categories.list({ editionId: id });
  expect((await api.results.get({ categoryId: category!.id })).rounds[0]!.rows).toHaveLength(38);
  expect((await api.settings.backups())[0]!.occasion).toBe("restore");
});

test("a damaged copy is refused and the present data stays", async () => {
  const { api, paths } = application;
  await api.editions.openSample();
  const name = "lencana-2026-01-01T00-00-00-000Z-manual.db";
  writeFileSync(join(paths.backups, name), "not a database at all, only its name says so".repeat(40));
  const error = await errorOf(api.settings.restoreBackup({ name }));
  expect(error).toMatchObject({ code: "STORAGE" });
  expect(error.message).toMatch(/rusak.*Pilih cadangan lain/);
  expect(await api.editions.list()).toHaveLength(1);
});

test("only a copy from the list can be put back", async () => {
  expect(await errorOf(application.api.settings.restoreBackup({ name: "../lencana.db" }))).toMatchObject({
    code: "NOT_FOUND",
  });
});
