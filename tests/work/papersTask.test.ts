import { hash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPaperCompiler, type Proof, renderPaper } from "../../electron/documents/index.ts";
import { pageCodes, paperCode } from "../../electron/domain/paperCode.ts";
import { checkoutPaths } from "../../electron/platform/paths.ts";
import { sha256 } from "../../electron/services/sha256.ts";
import { type MadePapers, makePapers, type PaperToMake } from "../../electron/work/papersTask.ts";
import type { WorkProgress } from "../../electron/work/pool.ts";
import { readCodes } from "../../renderer/features/register/readCodes.ts";
import {
  charters2021,
  fontFolders,
  minutes2021,
  must,
  sheets2021,
  templateFolder,
} from "../documents/papers2021.ts";
import { proof2021 } from "../documents/proofPapers2021.ts";
import { type PdfPage, readPdf } from "../documents/readPdf.ts";
import { checkPdf } from "../support/checkPdf.ts";
import { pixelsOf, prepareCodeReader, sheetsOf } from "../support/sheets.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
beforeAll(prepareCodeReader);

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "lencana-papers-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const paths = checkoutPaths(join(import.meta.dirname, "..", ".."));
/** Each run in a folder of its own. */
const make = (
  papers: PaperToMake[],
  bundle: "onePdf" | "zip",
  onProgress: (progress: WorkProgress) => void = () => {},
) =>
  makePapers(
    { papers, bundle, folder: mkdtempSync(join(folder, "jalan-")), name: "Dokumen 2021", ...paths },
    onProgress,
  );
const bytesOf = ({ file }: MadePapers) => new Uint8Array(readFileSync(must(file).path));

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

const serialOf = (index: number) => `2021-${String(index).padStart(4, "0")}`;
const proofOf = (index: number): Proof => ({
  ...proof2021,
  serial: serialOf(index),
  code: paperCode(serialOf(index), sha256(serialOf(index))),
});

function withName(paper: PaperToMake, name: string): PaperToMake {
  if (paper.paper.kind !== "charter") return paper;
  const [charter] = paper.paper.charters;
  const recipient = { kind: "head" as const, name, position: "Bupati Magetan", region: "Kabupaten Magetan" };
  return { ...paper, paper: { ...paper.paper, charters: [{ ...charter!, recipient }] } };
}

/** As many as there are regions, each a paper with a serial of its own. */
function manyCharters(): PaperToMake[] {
  const [first] = charters(null);
  return Array.from({ length: 514 }, (_, index) =>
    withName(
      { ...first!, key: `charter/1/${index}`, paper: { ...first!.paper, proof: proofOf(index) } },
      `Kepala Daerah ke-${index + 1}, S.H.`,
    ),
  );
}

/** Passes for each charter alone, and not where several come together. */
const onlyAlone = `#import "base.typ": *
#assert(data.records.len() == 1, message: "hanya satu piagam")
#set text(font: data.fonts.body, size: 14pt, fallback: false)
#data.records.first().values.nama`;

describe("many papers", () => {
  test("that pass alone and not together are each named, and nothing of them is in the file", async () => {
    const papers = charters(onlyAlone);
    const { file, failures } = await make(papers, "onePdf");
    expect(file).toBeNull();
    expect(failures.map(({ key }) => key)).toEqual(papers.map(({ key }) => key));
    for (const { sentence } of failures) expect(sentence).toContain("hanya satu piagam");
  });

  test("each in a file of its own lie in a folder of a zip on the disk, the same bytes each time", async () => {
    const [first, again] = [await make(charters(null), "zip"), await make(charters(null), "zip")];
    expect(first.file).toMatchObject({ extension: "zip", mime: "application/zip" });
    const names = Object.keys(unzipSync(bytesOf(first)));
    expect(names).toEqual(charters(null).map(({ name }) => `Dokumen 2021/${name}.pdf`));
    expect(Buffer.from(bytesOf(first)).equals(bytesOf(again))).toBe(true);
  });

  test("of several kinds in one PDF come as a zip, and of one as that PDF, with nothing beside it", async () => {
    const minutes = { key: "minutes/1", title: "BA", name: "berita acara", paper: minutes2021("A4") };
    const several = await make([minutes, ...charters(null)], "onePdf");
    expect(Object.keys(unzipSync(bytesOf(several)))).toEqual([
      "Dokumen 2021/berita acara.pdf",
      "Dokumen 2021/1 piagam dan 5 lainnya.pdf",
    ]);
    const one = await make(charters(null), "onePdf");
    for (const [made, name] of [
      [several, "berkas.zip"],
      [one, "berkas.pdf"],
    ] as const)
      expect(readdirSync(dirname(must(made.file).path))).toEqual([name]);
    const all = charters2021("A4");
    expect(Buffer.from(bytesOf(one)).equals(renderPaper(compiler, { ...all, proof: null }))).toBe(true);
  });
});

test("a PDF that holds one paper alone is told by its hash and length, and none that holds several", async () => {
  const [first, second] = charters(null);
  const minutes = { key: "minutes/1", title: "BA", name: "berita acara", paper: minutes2021("A4") };
  const markOf = (bytes: Uint8Array) => ({ hash: hash("sha256", bytes, "hex"), bytes: bytes.length });
  const alone = await make([minutes], "onePdf");
  expect(alone.ownFiles).toEqual({ "minutes/1": markOf(bytesOf(alone)) });
  expect((await make([first!, second!], "onePdf")).ownFiles).toEqual({});
  const zipped = await make([first!, second!], "zip");
  expect(Object.values(zipped.ownFiles)).toEqual(Object.values(unzipSync(bytesOf(zipped))).map(markOf));
});

describe("514 charters in one PDF", () => {
  let papers: PaperToMake[];
  let made: MadePapers;
  let bytes: Uint8Array;
  let pages: PdfPage[];
  const told: WorkProgress[] = [];

  beforeAll(async () => {
    const root = mkdtempSync(join(tmpdir(), "lencana-514-"));
    try {
      folder = root;
      papers = manyCharters();
      made = await make(papers, "onePdf", (progress) => told.push(progress));
      bytes = bytesOf(made);
      pages = (await readPdf(bytes)).pages;
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  test("have each recipient's page in the order given, with name, number and serial", () => {
    expect(made.failures).toEqual([]);
    expect(pages).toHaveLength(514);
    for (const [index, page] of pages.entries()) {
      expect(page.text).toContain(`Kepala Daerah ke-${index + 1}, S.H.`);
      expect(page.text).toContain(`No. seri ${serialOf(index)}`);
    }
    expect(Object.values(made.pages)).toEqual(papers.map(() => 1));
  });

  test("carry the code of their own, at both ends of each part", async () => {
    const numbers = [1, 86, 87, 172, 173, 258, 259, 344, 345, 430, 431, 514];
    const found: string[][] = [];
    for await (const sheet of sheetsOf(bytes, 150, numbers)) found.push(await readCodes(pixelsOf(sheet)));
    expect(found).toEqual(numbers.map((number) => [must(proofOf(number - 1).code)]));
  });

  test("are one sound file, with its fonts but a few times in it", () => {
    expect(checkPdf(bytes)).toBe(0);
    expect(
      Buffer.from(bytes)
        .toString("latin1")
        .match(/\/FontFile2 /g)!.length,
    ).toBeLessThan(6 * 8);
  });

  test("tell how far they are while they are made", () => {
    const done = told.map((progress) => progress.done);
    expect(done).toEqual(done.toSorted((one, other) => one - other));
    expect(new Set(done).size).toBeGreaterThan(6);
    expect(told.at(-1)).toMatchObject({ done: 514, total: 514 });
  });

  test("without one that cannot be printed are the same but for its page, and it is named", async () => {
    const broken = papers.map((one, index) => (index === 300 ? withName(one, "Rusak 😀") : one));
    const rest = await make(broken, "onePdf");
    expect(rest.failures.map(({ key }) => key)).toEqual([papers[300]!.key]);
    expect(rest.failures[0]!.sentence).toContain("Rusak 😀");
    expect(Object.keys(rest.pages)).toEqual(papers.filter((_, index) => index !== 300).map(({ key }) => key));
    const read = await readPdf(bytesOf(rest));
    expect(read.pages.map(({ text }) => text)).toEqual(
      pages.filter((_, index) => index !== 300).map(({ text }) => text),
    );
  });
});

describe("score sheets of one panelist, more than are set at once", () => {
  const { indicators, sheets, ...rest } = sheets2021("A4", { blank: true });
  const paperOf = (count: number, indicatorCount: number): PaperToMake => ({
    key: "blankSheet/2/1",
    title: "Lembar penilaian",
    name: "lembar",
    paper: {
      ...rest,
      proof: proofOf(0),
      indicators: Array.from({ length: indicatorCount }, () => indicators[0]!),
      sheets: Array.from({ length: count }, () => ({
        ...sheets[0]!,
        values: Array.from({ length: indicatorCount }, () => null),
      })),
    },
  });

  test.each([
    [1, 150, 5, "zip"],
    [1, 150, 5, "onePdf"],
    [3, 102, 40, "onePdf"],
  ] as const)(
    "of %i pages each, %i of them with %i indicators as %s, are counted and coded through the whole paper",
    async (each, count, indicatorCount, bundle) => {
      const paper = paperOf(count, indicatorCount);
      const made = await make([paper], bundle);
      expect([made.failures, made.pages]).toEqual([[], { [paper.key]: each * count }]);
      const whole = bundle === "zip" ? Object.values(unzipSync(bytesOf(made)))[0]! : bytesOf(made);
      const { pages } = await readPdf(whole);
      expect(pages.map(({ text }) => /No\. seri (\S+)/.exec(text)?.[1])).toEqual(
        Array.from({ length: each * count }, (_, index) => `${serialOf(0)}/${index + 1}`),
      );
      const last = each * count;
      const numbers = [1, last / 2, last / 2 + 1, last];
      const found: string[][] = [];
      for await (const sheet of sheetsOf(whole, 150, numbers)) found.push(await readCodes(pixelsOf(sheet)));
      const codes = pageCodes(must(proofOf(0).code), last);
      expect(found).toEqual(numbers.map((number) => [codes[number - 1]]));
    },
  );
});
