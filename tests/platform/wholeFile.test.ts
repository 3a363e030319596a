import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { fileNameOf, saveProblem, writeWhole } from "../../electron/platform/wholeFile.ts";

const folder = mkdtempSync(join(tmpdir(), "lencana-whole-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("a file written whole", () => {
  test("replaces the one before, and nothing else is left", async () => {
    const home = join(folder, "home");
    mkdirSync(home);
    writeFileSync(join(home, "piagam.pdf"), "old");
    await writeWhole(join(home, "piagam.pdf"), new TextEncoder().encode("new"));
    expect(readFileSync(join(home, "piagam.pdf"), "utf8")).toBe("new");
    expect(readdirSync(home)).toEqual(["piagam.pdf"]);
  });

  test("is copied from another, which stays", async () => {
    const home = join(folder, "copied");
    mkdirSync(home);
    writeFileSync(join(folder, "kept.pdf"), "kept");
    writeFileSync(join(home, "piagam.pdf"), "old");
    await writeWhole(join(home, "piagam.pdf"), { path: join(folder, "kept.pdf") });
    expect(readFileSync(join(home, "piagam.pdf"), "utf8")).toBe("kept");
    expect(readFileSync(join(folder, "kept.pdf"), "utf8")).toBe("kept");
    expect(readdirSync(home)).toEqual(["piagam.pdf"]);
  });

  test("from another that is gone leaves what was there, and no draft", async () => {
    const home = join(folder, "gone");
    mkdirSync(home);
    writeFileSync(join(home, "piagam.pdf"), "old");
    await expect(writeWhole(join(home, "piagam.pdf"), { path: join(folder, "none.pdf") })).rejects.toThrow();
    expect(readFileSync(join(home, "piagam.pdf"), "utf8")).toBe("old");
    expect(readdirSync(home)).toEqual(["piagam.pdf"]);
  });

  test("that cannot take its place leaves what was there, and no draft", async () => {
    const home = join(folder, "taken");
    mkdirSync(join(home, "piagam.pdf", "in the way"), { recursive: true });
    await expect(writeWhole(join(home, "piagam.pdf"), new Uint8Array(1))).rejects.toThrow();
    expect(readdirSync(home)).toEqual(["piagam.pdf"]);
  });
});

describe("why it was not saved", () => {
  test.each([
    ["ENOSPC", "Disk penuh, jadi a.pdf tidak tersimpan di /media/usb."],
    ["EBUSY", "a.pdf tidak dapat disimpan di /media/usb: berkas itu sedang dibuka program lain"],
    ["EROFS", "a.pdf tidak dapat disimpan di /media/usb:"],
    ["ENOENT", "a.pdf tidak tersimpan di /media/usb (ENOENT). Pilih tempat lain"],
  ])("%s", (code, sentence) => {
    expect(saveProblem("/media/usb/a.pdf", Object.assign(new Error(code), { code }))).toContain(sentence);
  });
});

test.each([
  ["Piagam 914/477/213.2/2016.pdf", "Piagam 914-477-213.2-2016.pdf"],
  ["..\\..\\windows\\a.pdf", "-..-windows-a.pdf"],
  ["../../etc/passwd", "-..-etc-passwd"],
  ["a\u0000b\n.pdf", "a-b-.pdf"],
  ["   ", "berkas"],
])("the name %j is saved as %j", (name, saved) => {
  expect(fileNameOf(name)).toBe(saved);
});
