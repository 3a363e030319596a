import { hash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkoutPaths } from "../../electron/platform/paths.ts";
import { openPaperFile } from "../../electron/work/paperFile.ts";
import { makePapers, type PaperToMake } from "../../electron/work/papersTask.ts";
import { charters2021, minutes2021 } from "../documents/papers2021.ts";

let folder: string;
let zipPath: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lencana-papers-"));
  zipPath = join(folder, "berkas.zip");
});
afterEach(() => rmSync(folder, { recursive: true }));

const paths = checkoutPaths(join(import.meta.dirname, "..", ".."));
const make = (papers: PaperToMake[], bundle: "onePdf" | "zip") =>
  makePapers({ papers, bundle, zipPath, ...paths }, () => {});

/** Each of the six charters as a paper of its own, set by the words of an expert. */
function charters(source: string | null): PaperToMake[] {
  const all = charters2021("A4");
  return all.charters.map((one, index) => ({
    key: `charter/1/${index}`,
    title: `Piagam ${index}`,
    name: `${index + 1} piagam`,
    paper: { ...all, charters: [one], design: { ...all.design, source } },
  }));
}

/** Passes for each charter alone, and not where several come together. */
const alone = `#import "base.typ": *
#assert(data.records.len() == 1, message: "hanya satu piagam")
#set text(font: data.fonts.body, fallback: false)
#data.records.first().values.nama`;

describe("many papers", () => {
  test("that pass alone and not together are each named, and nothing of them is in the file", async () => {
    const papers = charters(alone);
    const { file, failures } = await make(papers, "onePdf");
    expect(file).toBeNull();
    expect(failures.map(({ key }) => key)).toEqual(papers.map(({ key }) => key));
    for (const { sentence } of failures) expect(sentence).toContain("hanya satu piagam");
  });

  test("each in a file of its own lie in a zip on the disk, the same bytes each time", async () => {
    const first = await make(charters(null), "zip");
    expect(first.file).toEqual({ kind: "zip", path: zipPath });
    const bytes = readFileSync(zipPath);
    const names = Object.keys(unzipSync(bytes));
    expect(names).toEqual(charters(null).map(({ name }) => `${name}.pdf`));
    rmSync(zipPath);
    await make(charters(null), "zip");
    expect(readFileSync(zipPath).equals(bytes)).toBe(true);
  });

  test("of several kinds in one PDF come as a zip, and of one as a PDF that touches no disk", async () => {
    const minutes = { key: "minutes/1", title: "BA", name: "berita acara", paper: minutes2021("A4") };
    const several = await make([minutes, ...charters(null)], "onePdf");
    expect(several.file).toEqual({ kind: "zip", path: zipPath });
    expect(Object.keys(unzipSync(readFileSync(zipPath)))).toEqual([
      "berita acara.pdf",
      "1 piagam dan 5 lainnya.pdf",
    ]);
    rmSync(zipPath);
    expect((await make(charters(null), "onePdf")).file).toMatchObject({ kind: "bytes", extension: "pdf" });
    expect(existsSync(zipPath)).toBe(false);
  });
});

test("a PDF that holds one paper alone is told by its hash and length, and none that holds several", async () => {
  const [first, ...others] = charters(null);
  const minutes = { key: "minutes/1", title: "BA", name: "berita acara", paper: minutes2021("A4") };
  const { file, ownFiles } = await make([minutes], "onePdf");
  const bytes = file?.kind === "bytes" ? file.bytes : new Uint8Array();
  expect(ownFiles).toEqual({ "minutes/1": { hash: hash("sha256", bytes, "hex"), bytes: bytes.length } });
  expect((await make([first!, ...others], "onePdf")).ownFiles).toEqual({});
  const zipped = await make([first!, ...others.slice(0, 1)], "zip");
  const inZip = Object.values(unzipSync(readFileSync(zipPath)));
  expect(Object.values(zipped.ownFiles)).toEqual(
    inZip.map((one) => ({ hash: hash("sha256", one, "hex"), bytes: one.length })),
  );
});

test("a file of nothing is none", () => {
  expect(
    openPaperFile(zipPath, { extension: "pdf", mime: "application/pdf", always: true }).close(),
  ).toBeNull();
});
