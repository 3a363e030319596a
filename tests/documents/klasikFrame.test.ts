import { expect, test } from "vitest";
import { createPaperCompiler, renderPaper } from "../../electron/documents/index.ts";
import { pointsPerMm } from "./margins.ts";
import { charters2021, fontFolders, edition2021, must, shippedDesign, templateFolder } from "./papers2021.ts";
import { readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });

test.each(["A4", "F4"] as const)(
  "the name under a charter stands clear of klasik's frame on %s",
  async (size) => {
    const { pages } = await readPdf(renderPaper(compiler, charters2021(size)));
    // Its innermost line: the band and its rules take 26 points.
    const frame = shippedDesign("klasik").design.frame.inset * pointsPerMm + 26;
    for (const { placed } of pages) {
      const { baseline } = must(placed.find(({ text }) => text.includes(must(edition2021.signatory).name)));
      expect(baseline - frame).toBeGreaterThan(6 * pointsPerMm);
    }
  },
);
