import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { createPaperCompiler, type Paper, renderPaper } from "../../electron/documents/index.ts";
import { expectInsideMargins, pointsPerMm } from "./margins.ts";
import {
  charters2021,
  fontFolders,
  minutes2021,
  recap2021,
  sheets2021,
  templateFolder,
} from "./papers2021.ts";
import { dossier2021, ruleBook2021 } from "./proofPapers2021.ts";
import { readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const sizes = ["A4", "F4"] as const;

function someSheets(size: "A4" | "F4", blank: boolean): Paper {
  const paper = sheets2021(size, { blank });
  return { ...paper, sheets: paper.sheets.slice(0, 3) };
}

const papersOf = (size: "A4" | "F4"): [string, Paper][] => [
  ["charters", charters2021(size)],
  ["recap of the desk round", recap2021(0, size)],
  ["recap of the panel round", recap2021(1, size)],
  ["minutes", minutes2021(size)],
  ["minutes of both rounds", minutes2021(size, [0, 1])],
  ["filled score sheets", someSheets(size, false)],
  ["blank score sheets", someSheets(size, true)],
  ["rule book", ruleBook2021(size)],
  ["objection dossier", dossier2021(size, "35.20")],
];

describe.each(sizes)("every paper of the 2021 edition on %s", (size) => {
  test.each(papersOf(size))(
    "%s: PDF/A-2b, our fonts as subsets, nothing off the page, CONTOH throughout",
    async (_, paper) => {
      const pdf = await readPdf(renderPaper(compiler, paper));
      expect(pdf.metadata).toContain("<pdfaid:part>2</pdfaid:part>");
      expect(pdf.metadata).toContain("<pdfaid:conformance>B</pdfaid:conformance>");
      expect(pdf.fonts.length).toBeGreaterThan(0);
      expect(pdf.embeddedFonts).toBe(pdf.fonts.length);
      for (const font of pdf.fonts) {
        expect(font).toMatch(/^[A-Z]{6}\+(?:Cinzel|EBGaramond|SourceSerif4|SourceSans3)-/);
      }
      const [short, long] = size === "A4" ? [210, 297] : [215, 330];
      for (const page of pdf.pages) {
        const sides = [page.width, page.height].toSorted((a, b) => a - b).map((side) => side / pointsPerMm);
        expect(sides[0]).toBeCloseTo(short, 1);
        expect(sides[1]).toBeCloseTo(long, 1);
        expect(page.text).toContain("CONTOH");
        expect(page.text).not.toContain("RANCANGAN");
        expectInsideMargins(page);
      }
    },
  );
});

test.each(papersOf("A4"))(
  "%s of a real edition that is not final: RANCANGAN, and no CONTOH",
  async (_, paper) => {
    const pdf = await readPdf(renderPaper(compiler, { ...paper, contoh: false, rancangan: true }));
    for (const page of pdf.pages) {
      expect(page.text).not.toContain("CONTOH");
      expect(page.text).toContain("RANCANGAN");
    }
    const final = await readPdf(renderPaper(compiler, { ...paper, contoh: false }));
    expect(final.text).not.toContain("CONTOH");
    expect(final.text).not.toContain("RANCANGAN");
  },
);

describe("the same paper", () => {
  test.each(papersOf("A4"))("%s: the same bytes again, and from a compiler made anew", (_, paper) => {
    const first = Buffer.from(renderPaper(compiler, paper));
    expect(first.equals(renderPaper(compiler, paper))).toBe(true);
    const anew = createPaperCompiler({ fontFolders: fontFolders.toReversed(), templateFolder });
    expect(first.equals(renderPaper(anew, structuredClone(paper)))).toBe(true);
  });

  test("is the same bytes from a worker thread", async () => {
    const paper = charters2021("A4");
    const worker = new Worker(new URL("./renderInWorker.ts", import.meta.url), { workerData: paper });
    const [bytes]: unknown[] = await once(worker, "message");
    await worker.terminate();
    expect(bytes).toStrictEqual(renderPaper(compiler, paper));
  });

  test("is plain JSON: it survives being written and read", () => {
    for (const [, paper] of papersOf("F4")) {
      const again: Paper = JSON.parse(JSON.stringify(paper));
      expect(Buffer.from(renderPaper(compiler, again)).equals(renderPaper(compiler, paper))).toBe(true);
    }
  });

  test("carries its own date, not today's, and none while undated", async () => {
    const dated = await readPdf(renderPaper(compiler, minutes2021("A4")));
    expect(dated.created).toMatch(/^D:20211005/);
    expect(dated.metadata).toContain("2021-10-05");
    const undated = await readPdf(renderPaper(compiler, { ...minutes2021("A4"), date: null }));
    expect(undated.created).toBeNull();
  });
});
