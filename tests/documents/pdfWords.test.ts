import { expect, test } from "vitest";
import { createPaperCompiler, type Paper, renderPaper } from "../../electron/documents/index.ts";
import { isDictionary, latin1, openObjects, readXref } from "../../electron/documents/pdfObjects.ts";
import { findWords, type PageBox } from "../../electron/documents/pdfWords.ts";
import { lyingPaper, onPaper } from "../../electron/domain/designs.ts";
import { officePapers } from "./officePapers2021.ts";
import {
  charters2021,
  fontFolders,
  minutes2021,
  must,
  recap2021,
  sheets2021,
  shippedDesign,
  templateFolder,
} from "./papers2021.ts";
import { dossier2021, proof2021, ruleBook2021 } from "./proofPapers2021.ts";
import { readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const designs = (["klasik", "modern", "pesisir"] as const).map((key): [string, Paper] => [
  `piagam ${key}`,
  { ...charters2021("F4"), design: shippedDesign(key), proof: proof2021 },
]);
const papers: [string, Paper][] = [
  ...designs,
  ...officePapers("A4"),
  ["berita acara", minutes2021("F4")],
  ["rekapitulasi", recap2021(0, "A4")],
  ["lembar penilaian", sheets2021("A4", { blank: true })],
  ["tata nilai", ruleBook2021("A4")],
  ["berkas keberatan", dossier2021("A4", "35.20")],
];

/** The words of every page, in the order of the pages. */
function wordsOf(bytes: Uint8Array): PageBox[][] {
  const pdf = latin1(bytes);
  const { entries, trailer } = must(readXref(pdf, Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf)?.[1])));
  const objects = openObjects(pdf, new Map(entries));
  const pagesUnder = (value: Parameters<typeof objects.resolve>[0]): PageBox[][] => {
    const node = objects.resolve(value);
    if (!isDictionary(node)) throw new Error("no page");
    const kids = objects.resolve(node["/Kids"]);
    return Array.isArray(kids) ? kids.flatMap(pagesUnder) : [must(findWords(node, objects))];
  };
  const catalog = objects.resolve(trailer["/Root"]);
  return pagesUnder(isDictionary(catalog) ? catalog["/Pages"] : undefined);
}

test.each(papers)("every word of %s is known where a PDF reader finds it", async (_name, paper) => {
  const bytes = renderPaper(compiler, paper);
  const { pages } = await readPdf(bytes);
  const words = wordsOf(bytes);
  expect(words.length).toBe(pages.length);
  // The reader joins what stands side by side, so that its words begin and end in boxes, seldom in the same.
  const lost = pages.flatMap(({ placed }, index) =>
    placed.filter(({ left, right, baseline, size }) => {
      // Of words that stand on their head the reader does not say where they end.
      if (size < 0) return false;
      const height = baseline + Math.abs(size) * 0.3;
      const isInBox = (across: number) =>
        words[index]!.some(
          (box) => box.left <= across && box.right >= across && box.bottom <= baseline && box.top >= height,
        );
      return !isInBox(left + 0.5) || !isInBox(right - 0.5);
    }),
  );
  expect(lost).toEqual([]);
});

test.each(["klasik", "modern", "pesisir"] as const)(
  "the room to sign on the design %s holds no word",
  (key) => {
    const mm = 72 / 25.4;
    for (const paper of ["A4", "F4"] as const) {
      const charters = { ...charters2021(paper), design: shippedDesign(key), proof: proof2021 };
      const { bleed, elements, ...page } = onPaper(charters.design.design, paper);
      const { x, y, w, h } = must(elements.find(({ kind }) => kind === "signature"));
      const height = (lyingPaper[page.paper].height + 2 * bleed) * mm;
      const [left, top] = [(bleed + x) * mm, height - (bleed + y) * mm];
      const room = { left, top, right: left + w * mm, bottom: top - h * mm };
      const within = wordsOf(renderPaper(compiler, charters)).map((words) =>
        words.filter(
          (word) =>
            Math.min(word.right, room.right) - Math.max(word.left, room.left) > 0 &&
            Math.min(word.top, room.top) - Math.max(word.bottom, room.bottom) > 0,
        ),
      );
      expect(within.flat()).toEqual([]);
    }
  },
);
