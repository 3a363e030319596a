import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { removeTemporaryFiles, temporaryPath } from "../../electron/platform/temporaryFiles.ts";
import { openSample } from "../support/application.ts";

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "lencana-temporary-"));
  folder = join(home, "sementara");
});
afterEach(() => rmSync(home, { recursive: true }));

test("a path is new each time, and files of long ago go while those of just now stay", () => {
  const [old, fresh] = [temporaryPath(folder, ".zip"), temporaryPath(folder, ".zip")];
  expect(old).not.toBe(fresh);
  for (const path of [old, fresh]) writeFileSync(path, "isi");
  utimesSync(old, new Date(2021, 0, 1), new Date(2021, 0, 1));
  temporaryPath(folder, ".zip");
  expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  removeTemporaryFiles(folder);
  expect(existsSync(folder)).toBe(false);
  removeTemporaryFiles(folder);
});

test("a zip of papers is read off the disk, and is gone with the application", async () => {
  const { api, editionId, paths, close } = await openSample();
  const papers = await api.documents.list({ editionId });
  const keys = papers.filter(({ kind }) => kind === "charter").map(({ key }) => key);
  const { file } = await api.documents.make({ editionId, keys, bundle: "zip" });
  expect(file.name).toMatch(/\.zip$/);
  expect(
    Buffer.from(await file.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  expect(existsSync(paths.temporary)).toBe(true);
  await close();
  expect(existsSync(paths.temporary)).toBe(false);
});
