import { expect, test } from "vitest";
import { createPaperCompiler, renderPaper, type ScoreSheetPaper } from "../../electron/documents/index.ts";
import { fontFolders, must, sheets2021, templateFolder } from "./papers2021.ts";
import { readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const render = async (paper: ScoreSheetPaper) => readPdf(renderPaper(compiler, paper));

test("a filled sheet shows the values of that panelist for that entry, and their total", async () => {
  const paper = sheets2021("A4", { blank: false });
  const pdf = await render(paper);
  expect(pdf.pages).toHaveLength(25);
  for (const [index, sheet] of paper.sheets.entries()) {
    const { text } = must(pdf.pages[index]);
    expect(text).toContain(`Peserta : ${sheet.entry}`);
    expect(text).toContain(`Panelis : ${must(sheet.panelist).name}`);
    for (const [at, indicator] of paper.indicators.entries()) {
      expect(text).toContain(`${indicator.name} ${indicator.weight}% 0–100 kelipatan 1 ${sheet.values[at]}`);
    }
    expect(text).toContain(`Jumlah nilai menurut bobot (0–100) ${must(sheet.total).replace(".", ",")}`);
    expect(text).toContain("Halaman 1 dari 1");
  }
});

test("a blank sheet holds no figure, and leaves the total to the secretariat", async () => {
  const paper = sheets2021("F4", { blank: true });
  const { text } = must((await render(paper)).pages[0]);
  expect(text).toContain("Penyampaian dan tanya jawab 20% 0–100 kelipatan 1 Jumlah nilai");
  expect(text).toContain("dihitung oleh sekretariat");
  expect(text).toMatch(/Surabaya, ?(?:\. ?){8}/);
});

test("a sheet of many indicators runs over pages that each say whose it is, counted within the sheet", async () => {
  const base = sheets2021("A4", { blank: true });
  const indicators = Array.from({ length: 60 }, (_, index) => ({
    name: `Indikator ${index + 1}`,
    weight: "1.5",
    scale: { min: "0", max: "400", step: index % 2 ? "0.5" : null },
    direction: index === 0 ? ("lower" as const) : ("higher" as const),
  }));
  const pdf = await render({ ...base, indicators, sheets: base.sheets.slice(0, 2) });
  const each = pdf.pages.length / 2;
  expect(each).toBeGreaterThan(1);
  for (const [index, page] of pdf.pages.entries()) {
    const sheet = must(base.sheets[index < each ? 0 : 1]);
    expect(page.text).toContain(`${sheet.entry} · ${must(sheet.panelist).name}`);
    expect(page.text).toContain(`Halaman ${(index % each) + 1} dari ${each}`);
  }
  expect(must(pdf.pages[0]).text).toContain("Indikator 1 1,5% 0–400 terkecil terbaik");
  expect(must(pdf.pages[0]).text).toContain("Indikator 2 1,5% 0–400 kelipatan 0,5");
});

test("a desk sheet is signed by an officer whose name is left open", async () => {
  const base = sheets2021("A4", { blank: true });
  const { text } = await render({ ...base, sheets: [{ ...must(base.sheets[0]), panelist: null }] });
  expect(text).toContain("Petugas penilai,");
  expect(text).not.toContain("Panelis :");
});
