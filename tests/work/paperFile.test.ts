import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openPaperFile } from "../../electron/work/paperFile.ts";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "lencana-file-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const pdf = { extension: "pdf", mime: "application/pdf", name: "Dokumen 2021", always: false } as const;
const text = (words: string) => Buffer.from(words);
const onDisk = (words: string) => {
  const path = join(folder, "gabungan.pdf");
  writeFileSync(path, words);
  return { path };
};
const unzipped = (path: string) =>
  Object.entries(unzipSync(new Uint8Array(readFileSync(path)))).map(([name, bytes]) => [
    name,
    strFromU8(bytes),
  ]);

test("nothing is no file", () => {
  expect(openPaperFile(folder, { ...pdf, always: true }).close()).toBeNull();
});

test.each([
  ["in memory", text],
  ["on the disk", onDisk],
])("a single one %s is that file", (_, content) => {
  const file = openPaperFile(folder, pdf);
  file.add("piagam.pdf", content("isi"));
  const made = file.close()!;
  expect([made.extension, made.mime, readFileSync(made.path, "utf8")]).toEqual([
    "pdf",
    "application/pdf",
    "isi",
  ]);
});

test("several, wherever they were, lie in one folder of a zip and nowhere else", () => {
  const file = openPaperFile(folder, pdf);
  file.add("001.pdf", onDisk("satu"));
  file.add("002.pdf", onDisk("dua".repeat(1_000_000)));
  file.add("003.pdf", text("tiga"));
  const made = file.close()!;
  expect(made.extension).toBe("zip");
  expect(unzipped(made.path)).toEqual([
    ["Dokumen 2021/001.pdf", "satu"],
    ["Dokumen 2021/002.pdf", "dua".repeat(1_000_000)],
    ["Dokumen 2021/003.pdf", "tiga"],
  ]);
  for (const gone of ["berkas.pdf", "gabungan.pdf"]) expect(existsSync(join(folder, gone))).toBe(false);
});

test("the folder has no name that Windows cannot make", () => {
  const file = openPaperFile(folder, { ...pdf, name: "Penghargaan Prov. ", always: true });
  file.add("a.pdf", text("isi"));
  expect(unzipped(file.close()!.path)[0]![0]).toBe("Penghargaan Prov/a.pdf");
});

describe("more than a zip can hold", () => {
  test.each([
    ["bytes", { bytes: 500, files: 10 }],
    ["files", { bytes: 10_000, files: 2 }],
  ])("in %s is refused before it is broken, with what to do", (_, limits) => {
    const file = openPaperFile(folder, { ...pdf, limits });
    file.add("1.pdf", text("a".repeat(50)));
    file.add("2.pdf", text("b".repeat(50)));
    expect(() => file.add("3.pdf", text("c".repeat(50)))).toThrow(
      /^Dokumen ini terlalu banyak untuk satu ZIP, .* tidak ada yang tersimpan; simpan sebagian demi sebagian, atau sebagai satu PDF\.$/,
    );
    file.release();
  });

  test("is reckoned as large as it then is", () => {
    const sized = (bytes: number) => {
      const file = openPaperFile(mkdtempSync(join(folder, "zip-")), { ...pdf, limits: { bytes, files: 9 } });
      for (const name of ["1.pdf", "piagam Ñuʿmān.pdf"]) file.add(name, text("isi"));
      return file.close()!;
    };
    const { length } = readFileSync(sized(10_000).path);
    expect(readFileSync(sized(length).path)).toHaveLength(length);
    expect(() => sized(length - 1)).toThrow("terlalu banyak");
  });
});
