import { expect, test } from "vitest";
import { createPaperCompiler, renderPaper } from "../../electron/documents/index.ts";
import { charters2021, fontFolders, must, shippedDesign, templateFolder } from "./papers2021.ts";
import { readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });

/** The lines in which a charter prints a name, in a box of so many millimetres, and the page's whole text. */
async function printed(name: string, box: { w: number; h: number }) {
  const paper = charters2021("A4");
  const { design, ...rest } = shippedDesign("klasik");
  const elements = design.elements.map((one) => (one.kind === "name" ? { ...one, ...box } : one));
  const recipient = { kind: "head" as const, name, position: "Bupati Tuban", region: "Kabupaten Tuban" };
  const charters = [{ ...must(paper.charters[0]), recipient }];
  const pdf = await readPdf(
    renderPaper(compiler, { ...paper, design: { ...rest, design: { ...design, elements } }, charters }),
  );
  const page = must(pdf.pages[0]);
  const top = must(design.elements.find(({ kind }) => kind === "name")).y * (72 / 25.4);
  const lines = new Map<number, string>();
  for (const { text, baseline } of page.placed) {
    const down = page.height - baseline;
    if (down < top || down > top + box.h * (72 / 25.4)) continue;
    const line = Math.round(down);
    lines.set(line, `${lines.get(line) ?? ""}${text}`);
  }
  return { lines: [...lines.values()].map((line) => line.trim()), text: page.text };
}

test.each([
  [
    "titles behind a name stand together below it",
    "Prof. Dr. Ir. H. Abdurrahman Kusumadiningrat, S.H., M.Si., M.Kom., Ph.D.",
    ["Prof. Dr. Ir. H. Abdurrahman Kusumadiningrat,", "S.H., M.Si., M.Kom., Ph.D."],
  ],
  [
    "titles before it stand together above it",
    "Prof. Dr. dr. Ir. Drs. K.H. R.M. Abdurrahman Wahid Kusumadiningrat",
    ["Prof. Dr. dr. Ir. Drs. K.H. R.M.", "Abdurrahman Wahid Kusumadiningrat"],
  ],
  [
    "a long bare name is broken in itself rather than in its titles",
    "Dr. H. Raden Muhammad Abdurrahman Wahid Kusumadiningrat Prawirodirdjo, S.H., M.Si.",
    ["Dr. H. Raden Muhammad Abdurrahman Wahid", "Kusumadiningrat Prawirodirdjo, S.H., M.Si."],
  ],
  [
    "an agency's name is no name with titles",
    "Badan Kepegawaian, Pendidikan dan Pelatihan serta Sumber Daya Manusia Daerah",
    ["Badan Kepegawaian, Pendidikan dan", "Pelatihan serta Sumber Daya Manusia Daerah"],
  ],
])("%s, and the name reads as in the register", async (_rule, name, lines) => {
  const { lines: found, text } = await printed(name, { w: 180, h: 21 });
  expect(found).toEqual(lines);
  expect(text).toContain(name);
});

test("titles too many for one line are broken, so that the name stays readable", async () => {
  const name = `Dr. Suprawoto, ${"S.H., M.Si., M.Kom., ".repeat(6)}Ph.D.`;
  const { lines, text } = await printed(name, { w: 120, h: 30 });
  expect(lines.length).toBeGreaterThan(2);
  expect(text).toContain(name);
});
