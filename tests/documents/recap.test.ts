import { describe, expect, test } from "vitest";
import { createPaperCompiler, type RecapPaper, renderPaper } from "../../electron/documents/index.ts";
import { fontFolders, must, recap2021, templateFolder } from "./papers2021.ts";
import { type PdfPage, readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const render = async (paper: RecapPaper) => readPdf(renderPaper(compiler, paper));

function wide(entries: number, indicators: number, panelists: number): RecapPaper {
  const base = recap2021(1, "A4");
  const people = Array.from({ length: panelists }, (_, index) => ({
    name: `Prof. Dr. Panelis ${index + 1}, M.Si.`,
    institution: "Universitas Airlangga",
  }));
  return {
    ...base,
    indicators: Array.from({ length: indicators }, (_, index) => ({
      name: `Penyelenggaraan sistem merit ${index + 1}`,
      weight: "1",
    })),
    panelists: people,
    rows: Array.from({ length: entries }, (_, row) => ({
      rank: row + 1,
      entry: `Kabupaten Uji ${row + 1}`,
      aggregates: Array.from(
        { length: indicators },
        (__, column) => `${row}.${String(column).padStart(3, "0")}`,
      ),
      panelistTotals: people.map(() => "88.25"),
      previousTotal: "80.15",
      total: `${row}.50`,
      advances: row < 5,
    })),
    signers: people.map(({ name, institution }) => ({ name, role: institution })),
  };
}

function expectInside(pages: PdfPage[]): void {
  for (const page of pages) {
    for (const { text, left, right } of page.placed) {
      expect.soft(left, text).toBeGreaterThan(40);
      expect.soft(right, text).toBeLessThan(page.width - 40);
    }
  }
}

test("the recap of the panel round stands on one lying page with every figure and every panelist", async () => {
  const paper = recap2021(1, "A4");
  const pdf = await render(paper);
  expect(pdf.pages).toHaveLength(1);
  const page = must(pdf.pages[0]);
  expect(page.width).toBeGreaterThan(page.height);
  for (const row of paper.rows) {
    const figures = [...row.aggregates, ...row.panelistTotals, row.previousTotal, row.total].map((value) =>
      must(value).replace(".", ","),
    );
    expect(page.text).toContain([row.rank, row.entry, ...figures].join(" "));
  }
  for (const { name } of paper.panelists) expect(page.text.split(name)).toHaveLength(3);
  expect(page.text).toContain(
    "Nilai akhir adalah 70% nilai babak ini ditambah 30% nilai akhir babak Seleksi indikator.",
  );
  expect(page.text).toContain("Garis tebal menandai batas Top 3.");
  expect(page.text).toContain("Halaman 1 dari 1");
});

test("the recap of 38 regions stands upright, repeats its head and numbers its pages", async () => {
  const pdf = await render(recap2021(0, "A4"));
  expect(pdf.pages.length).toBeGreaterThan(1);
  for (const [index, page] of pdf.pages.entries()) {
    expect(page.height).toBeGreaterThan(page.width);
    expect(page.text).toContain("Peringkat Peserta");
    expect(page.text).toContain(`Halaman ${index + 1} dari ${pdf.pages.length}`);
  }
  // The twins are told apart, each once.
  for (const twin of ["Kabupaten Kediri", "Kota Kediri", "Kabupaten Malang", "Kota Malang"]) {
    expect(pdf.text.split(twin)).toHaveLength(2);
  }
});

test("nobody signs a page without figures", async () => {
  for (let entries = 24; entries <= 38; entries += 2) {
    const paper = { ...recap2021(0, "A4"), signers: recap2021(1, "A4").signers };
    const rows = Array.from({ length: entries }, (_, index) => ({ ...must(paper.rows[0]), rank: index + 1 }));
    const last = must((await render({ ...paper, rows })).pages.at(-1));
    expect(last.text).toContain("Ismojo Herdono");
    for (const rank of [entries - 2, entries - 1, entries]) {
      expect(last.text).toContain(`${rank} Kabupaten Tulungagung`);
    }
  }
});

describe("a recap too wide for a page", () => {
  test("shares its columns out over parts, every part with rank and entry, and loses no figure", async () => {
    const paper = wide(60, 100, 5);
    const pdf = await render(paper);
    expectInside(pdf.pages);
    const parts = [
      ...new Set(Array.from(pdf.text.matchAll(/Bagian (\d+) dari (\d+)/g), (match) => match[0])),
    ];
    expect(parts.length).toBeGreaterThan(5);
    expect(must(parts.at(-1))).toBe(`Bagian ${parts.length} dari ${parts.length}`);
    const figures = new Set(pdf.text.match(/\d+,\d{3}/g));
    for (const row of paper.rows) {
      for (const value of row.aggregates) expect(figures.has(must(value).replace(".", ","))).toBe(true);
    }
    for (const page of pdf.pages)
      expect(page.text).toMatch(/Bagian \d+ dari \d+: (?:ringkasan|indikator \d+–\d+ dari 100)/);
  });

  test("splits the panelists too where there are many, and keeps them inside the page", async () => {
    const pdf = await render(wide(20, 4, 15));
    expectInside(pdf.pages);
    for (let panelist = 1; panelist <= 15; panelist += 1)
      expect(pdf.text).toContain(`Panelis ${panelist}, M.Si.`);
  });

  test("breaks words that no column could hold", async () => {
    const paper = wide(3, 3, 2);
    const long = "Antikonstitusionalisasi".repeat(6);
    const indicators = paper.indicators.map((indicator) => ({ ...indicator, name: long }));
    const rows = paper.rows.map((row) => ({ ...row, entry: `Kabupaten ${long}` }));
    expectInside((await render({ ...paper, indicators, rows })).pages);
  });
});

test("an unfinished recap shows what is missing, and who does not judge whom", async () => {
  const paper = recap2021(1, "A4");
  const rows = paper.rows.map((row, index) =>
    index === 0
      ? { ...row, panelistTotals: ["recused", ...row.panelistTotals.slice(1)] }
      : { ...row, rank: null, total: null, advances: false },
  );
  const pdf = await render({ ...paper, rows });
  expect(pdf.text).toContain("TM: panelis tidak menilai peserta tersebut.");
  expect(pdf.text).toContain("Tanda – berarti nilai belum lengkap.");
  expect(pdf.text).toContain("– Kota Surabaya");
});

test("a recap without entries or signers is still a page", async () => {
  const pdf = await render({ ...recap2021(1, "A4"), rows: [], signers: [] });
  expect(pdf.pages).toHaveLength(1);
});
