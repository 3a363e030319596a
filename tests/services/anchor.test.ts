import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { closeContext, createContext } from "../../electron/services/index.ts";
import { verifyDatabase } from "../../electron/services/databaseVerifying.ts";
import { about, openApplication, steppingClock } from "../support/application.ts";
import { openSecured } from "../support/secured.ts";

const reopen = async (paths: Parameters<typeof createContext>[0]["paths"]) =>
  closeContext(await createContext({ paths, clock: steppingClock("2026-10-06T02:00:00.000Z"), about }));

test("leaving the application notes the heads, and an older copy put back is found, also after the next run", async () => {
  const secured = await openSecured({ keying: "single" });
  const { context, paths, editionId, siti } = secured;
  const older = join(paths.data, "kemarin.db");
  await context.db.backup(older);
  const [region] = await siti.api.regions.list({ editionId });
  await siti.api.regions.update({
    regionId: region!.id,
    head: { title: "Bupati", name: "Nama Baru" },
    agency: region!.agency,
  });
  await closeContext(context);
  const noted = readFileSync(join(paths.data, "kepala.json"), "utf8");
  expect(noted).toContain(newestHash(paths.database, editionId));
  expect(findingsOf(paths.database)).toEqual([]);

  cpSync(older, paths.database);
  const sentence =
    /aplikasi sudah pernah melihat catatan ke-\d+: ekornya dihapus, atau salinan lama dipulihkan/;
  expect(findingsOf(paths.database).join(" ")).toMatch(sentence);
  await reopen(paths);
  expect(readFileSync(join(paths.data, "kepala.json"), "utf8")).toBe(noted);
  expect(findingsOf(paths.database).join(" ")).toMatch(sentence);
  rmSync(paths.data, { recursive: true });
});

test("an application without a secured edition leaves no anchor", async () => {
  const open = await openApplication();
  await open.api.editions.openSample();
  await closeContext(open.context);
  expect(() => readFileSync(join(open.paths.data, "kepala.json"))).toThrow(/ENOENT/);
  rmSync(open.paths.data, { recursive: true });
});

function findingsOf(database: string): string[] {
  return verifyDatabase(database, null).chains.flatMap(({ findings }) => findings);
}

function newestHash(database: string, editionId: number): string {
  const db = new Database(database, { readonly: true });
  const hash = db
    .prepare<[number], string>("SELECT hash FROM ledger WHERE edition_id = ? ORDER BY seq DESC LIMIT 1")
    .pluck()
    .get(editionId);
  db.close();
  return hash!;
}
