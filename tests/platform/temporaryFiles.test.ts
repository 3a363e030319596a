import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeTemporaryFolder, removeTemporaryFiles } from "../../electron/platform/temporaryFiles.ts";
import { openSample } from "../support/application.ts";

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "lencana-temporary-"));
  folder = join(home, "sementara");
});
afterEach(() => rmSync(home, { recursive: true }));

test("a folder is new each time, and those of long ago go while those of just now stay", () => {
  const [old, fresh] = [makeTemporaryFolder(folder), makeTemporaryFolder(folder)];
  expect(old).not.toBe(fresh);
  for (const made of [old, fresh]) writeFileSync(join(made, "berkas.pdf"), "isi");
  utimesSync(old, new Date(2021, 0, 1), new Date(2021, 0, 1));
  makeTemporaryFolder(folder);
  expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  removeTemporaryFiles(folder);
  expect(existsSync(folder)).toBe(false);
  removeTemporaryFiles(folder);
});

test.each([
  ["zip", "PK"],
  ["onePdf", "%P"],
] as const)(
  "papers made as %s are read off the disk, and are gone with the application",
  async (bundle, start) => {
    const { api, editionId, paths, close } = await openSample();
    const papers = await api.documents.list({ editionId });
    const keys = papers.filter(({ kind }) => kind === "charter").map(({ key }) => key);
    const { file } = await api.documents.make({ editionId, keys, bundle });
    const [made] = readdirSync(paths.temporary);
    expect(readdirSync(join(paths.temporary, made!))).toEqual([
      bundle === "zip" ? "berkas.zip" : "berkas.pdf",
    ]);
    expect(Buffer.from(await file.slice(0, 2).arrayBuffer()).toString()).toBe(start);
    await close();
    expect(existsSync(paths.temporary)).toBe(false);
  },
);
