import { beforeAll, describe, expect, test } from "vitest";
import { typesetMinutes } from "../../electron/documents/minutes.ts";
import { createPaperCompiler, type Paper, type Proof, renderPages } from "../../electron/documents/index.ts";
import { pageCodes, paperCode } from "../../electron/domain/paperCode.ts";
import { readCodes } from "../../renderer/features/register/readCodes.ts";
import { pixelsOf, prepareCodeReader, sheetsOf } from "../support/sheets.ts";
import { expectInsideMargins } from "./margins.ts";
import { officePapers } from "./officePapers2021.ts";
import {
  charters2021,
  fontFolders,
  minutes2021,
  must,
  recap2021,
  sheets2021,
  templateFolder,
} from "./papers2021.ts";
import { dossier2021, proof2021, ruleBook2021 } from "./proofPapers2021.ts";
import { readPdf } from "./readPdf.ts";

beforeAll(prepareCodeReader);

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const serial = "7F3K-9QXM";
const proof: Proof = { ...proof2021, serial, code: paperCode(serial, "0123456789abcdef".repeat(4)) };

async function codesOn(pdf: Uint8Array): Promise<string[][]> {
  const found: string[][] = [];
  for await (const sheet of sheetsOf(pdf, 200)) found.push(await readCodes(pixelsOf(sheet)));
  return found;
}

/** Labels fill their sheet: there is room for the serial at its edge, not for a square. */
const withoutSquare = "Label amplop";

const papersOf = (size: "A4" | "F4"): [string, Paper][] => [
  ["minutes of one round", minutes2021(size)],
  ["minutes of two rounds", minutes2021(size, [0, 1])],
  ["recap that stands", recap2021(0, size)],
  ["recap that lies", recap2021(1, size)],
  ["rule book", ruleBook2021(size)],
  ["dossier", dossier2021(size, "35.20")],
  ...officePapers(size),
];

describe.each(["A4", "F4"] as const)("on %s", (size) => {
  test.each(papersOf(size))(
    "%s: every page carries its own code, and its foot stays where it was",
    async (name, given) => {
      const paper = { ...given, proof };
      const made = renderPages(compiler, paper);
      const bare = renderPages(compiler, { ...paper, proof: { ...proof, code: null } });
      expect(made.pages).toBe(bare.pages);
      const { pages } = await readPdf(made.bytes);
      expect(pages).toHaveLength(made.pages);
      for (const page of pages) {
        const foot = page.placed.filter(({ text }) => /No\. seri|Halaman \d|verifikasi|internal/.test(text));
        expectInsideMargins({ ...page, placed: foot });
        expect(page.text).toContain(`No. seri ${serial}`);
      }
      const feet = pages.map(({ placed }) => placed.find(({ text }) => text.includes("No. seri"))?.baseline);
      expect(new Set(feet).size).toBe(1);
      pages.forEach((page, index) =>
        expect(page.text).toContain(`Halaman ${index + 1} dari ${pages.length}`),
      );
      if (name === withoutSquare) return;
      expect(await codesOn(made.bytes)).toEqual(
        pageCodes(must(proof.code), made.pages).map((code) => [code]),
      );
    },
  );

  test.each(papersOf(size))("%s: set anew it is the same bytes", (_, given) => {
    const paper = { ...given, proof };
    const first = Buffer.from(renderPages(compiler, paper).bytes);
    const anew = createPaperCompiler({ fontFolders, templateFolder });
    expect(first.equals(renderPages(anew, structuredClone(paper)).bytes)).toBe(true);
  });
});

test("the papers tried here are of one page and of several", () => {
  const pages = papersOf("A4").map(([, paper]) => renderPages(compiler, { ...paper, proof }).pages);
  expect(pages.filter((count) => count > 1).length).toBeGreaterThan(7);
  expect(pages).toContain(1);
});

test("charters carry the one code of their record", async () => {
  const charters = charters2021("A4");
  const { bytes } = renderPages(compiler, { ...charters, proof, charters: charters.charters.slice(0, 1) });
  expect(await codesOn(bytes)).toEqual([[proof.code]]);
});

test("sheets of a panelist are pages of one paper, each with its own code and its page after the serial", async () => {
  const sheets = sheets2021("A4", { blank: true });
  const { bytes, pages, pagesOfRecords } = renderPages(compiler, {
    ...sheets,
    proof,
    sheets: sheets.sheets.slice(0, 3),
  });
  expect([pages, pagesOfRecords]).toEqual([3, [1, 1, 1]]);
  expect(await codesOn(bytes)).toEqual(pageCodes(must(proof.code), 3).map((code) => [code]));
  const read = await readPdf(bytes);
  expect(read.pages.map(({ text }) => /No\. seri (\S+)/.exec(text)?.[1])).toEqual([
    `${serial}/1`,
    `${serial}/2`,
    `${serial}/3`,
  ]);
});

test("a score sheet of three pages has three codes, and pages of panelists in one PDF are counted apart", async () => {
  const sheets = sheets2021("A4", { blank: true });
  const [indicator] = sheets.indicators;
  const indicators = Array.from({ length: 40 }, (_, index) => ({
    ...must(indicator),
    name: `Indikator ke-${index + 1}`,
  }));
  const sheet = { ...must(sheets.sheets[0]), values: indicators.map(() => null) };
  const other: Proof = { ...proof, serial: "2222-3333", code: paperCode("2222-3333", "f".repeat(64)) };
  const { bytes, pages, pagesOfRecords } = renderPages(compiler, {
    ...sheets,
    proof: null,
    indicators,
    sheets: [
      { ...sheet, proof },
      { ...sheet, proof },
      { ...sheet, proof: other },
    ],
  });
  expect([pages, pagesOfRecords]).toEqual([9, [3, 3, 3]]);
  expect(await codesOn(bytes)).toEqual(
    [...pageCodes(must(proof.code), 6), ...pageCodes(must(other.code), 3)].map((code) => [code]),
  );
  const { text } = must((await readPdf(bytes)).pages[3]);
  expect(text).toContain("Halaman 1 dari 3");
  expect(text).toContain(`No. seri ${serial}/4`);
});

test("a paper that is set twice with another number of pages is an error, not a paper", () => {
  const paper = { ...minutes2021("A4"), proof };
  const signer = must(paper.signers[0]);
  const { template, data } = typesetMinutes(paper);
  const again = () => typesetMinutes({ ...paper, signers: Array(60).fill(signer) }).data;
  expect(() => compiler.compile(template, data, { again })).toThrow(
    /jumlah halamannya berubah dari \d+ menjadi \d+ ketika kode setiap halaman dipasang/,
  );
});
