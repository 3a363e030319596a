import { spawnSync } from "node:child_process";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, openToRead, openToWrite } from "../../electron/database/open.ts";
import { steppingClock } from "../support/application.ts";
import { temporaryPaths } from "../support/wires.ts";

const { paths, remove } = temporaryPaths();
afterAll(remove);

const second = `
  const { openToWrite } = await import("${new URL("../../electron/database/open.ts", import.meta.url)}");
  const { checkoutPaths } = await import("${new URL("../../electron/platform/paths.ts", import.meta.url)}");
  const paths = checkoutPaths(".", process.env.LENCANA_HOME);
  try { await openToWrite(paths, { now: () => new Date().toISOString() }); console.log("opened"); }
  catch (error) { console.log(error.code, error.message); }
  process.exit(0);`;

function openFromAnotherProcess(): string {
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", second], {
    env: { ...process.env, LENCANA_HOME: paths.data },
    encoding: "utf8",
  });
  return stdout.trim();
}

test("a second application on the same data is refused, and let in once the first has ended", async () => {
  const db = await openToWrite(paths, steppingClock());
  expect(openFromAnotherProcess()).toMatch(/^CONFLICT Lencana sudah terbuka/);
  closeDatabase(db);
  expect(openFromAnotherProcess()).toBe("opened");
});

test("an application that was killed does not lock the next one out", async () => {
  // The other process above ended without closing anything.
  const db = await openToWrite(paths, steppingClock());
  closeDatabase(db);
});

test("a handle for reading cannot write", async () => {
  const db = await openToWrite(paths, steppingClock());
  const reader = openToRead(paths.database);
  expect(() => reader.exec("DELETE FROM editions")).toThrow(/readonly/);
  reader.close();
  closeDatabase(db);
});

test("the journal is written ahead, synced in full, and foreign keys hold", async () => {
  const db = await openToWrite(paths, steppingClock());
  expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
  expect(db.pragma("synchronous", { simple: true })).toBe(2);
  expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
  closeDatabase(db);
});
