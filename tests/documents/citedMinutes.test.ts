import { expect, test } from "vitest";
import { createPaperCompiler, renderPaper } from "../../electron/documents/index.ts";
import { citedMinutes, headCell } from "../../electron/documents/resultWords.ts";
import { outcomes2021, prosePaper } from "./officePapers2021.ts";
import { fontFolders, must, templateFolder } from "./papers2021.ts";
import { readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const outcome = must(outcomes2021[0]);

test.each(["A4", "F4"] as const)(
  "the minutes a letter rests on stand indented on %s, number and date together, with a full stop",
  async (size) => {
    const long = { ...outcome, category: "Pengembangan Kompetensi Aparatur Sipil Negara yang Adaptif" };
    const paper = prosePaper("Surat", [{ kind: "paragraph", text: "Awal." }, citedMinutes([long])], size);
    const { pages, text } = await readPdf(renderPaper(compiler, paper));
    expect(text).toMatch(/Nomor (?:\. ?){4,}tanggal 5 Oktober 2021\./);
    const placed = must(pages[0]).placed;
    const find = (part: string) => must(placed.find((one) => one.text.includes(part)));
    expect(find("Nomor").baseline).toBe(find("tanggal").baseline);
    expect(find("Berita Acara").left - find("Awal.").left).toBeGreaterThan(25);
  },
);

test("minutes of several categories are a list whose last item ends it", () => {
  const numbered = { ...outcome, minutes: { number: "914/1", date: "2021-10-05" } };
  const block = citedMinutes([numbered, numbered]);
  expect(block).toMatchObject({
    kind: "list",
    items: [expect.arrayContaining(["914/1", ";"]), expect.arrayContaining(["914/1", "."])],
  });
});

test("a head's office stands on a line of its own under the name", () => {
  expect(headCell({ name: "Suprawoto", office: "Bupati Magetan" })).toEqual([
    { bold: "Suprawoto" },
    "\nBupati Magetan",
  ]);
  expect(headCell(null)).toEqual([{ blank: 40 }]);
});
