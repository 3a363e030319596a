import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { removeFolders } from "../../electron/platform/leftFolders.ts";

let within: string;
beforeEach(() => {
  within = mkdtempSync(join(tmpdir(), "lencana-uji-"));
});
afterEach(() => rmSync(within, { recursive: true, force: true }));

test("what a print left behind is removed, and nothing else", async () => {
  mkdirSync(join(within, "cetak-1"));
  writeFileSync(join(within, "cetak-1", "Piagam.pdf"), "rahasia");
  mkdirSync(join(within, "lain"));
  writeFileSync(join(within, "cetak-berkas"), "bukan folder");
  await removeFolders(within, "cetak-");
  expect(["cetak-1", "lain", "cetak-berkas"].map((name) => existsSync(join(within, name)))).toEqual([
    false,
    true,
    true,
  ]);
  await removeFolders(join(within, "tidak ada"), "cetak-");
});
