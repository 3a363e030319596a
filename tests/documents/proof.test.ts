import { describe, expect, test } from "vitest";
import { combinePapers, joinPapers } from "../../electron/documents/combine.ts";
import { createPaperCompiler, type Paper, type Proof, renderPaper } from "../../electron/documents/index.ts";
import { expectInsideMargins } from "./margins.ts";
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

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const render = async (paper: Paper) => readPdf(renderPaper(compiler, paper));
const foot = "Tata nilai 7F3K-9QXM-2B4D-HJ8N · No. seri 2021-000117 · Versi hasil 2";
const head = must(proof2021.head);

const papersOf = (size: "A4" | "F4"): [string, Paper][] => [
  ["charters", charters2021(size)],
  ["recap that stands", recap2021(0, size)],
  ["recap that lies", recap2021(1, size)],
  ["minutes", minutes2021(size)],
  [
    "score sheets",
    { ...sheets2021(size, { blank: false }), sheets: sheets2021(size, { blank: false }).sheets.slice(0, 2) },
  ],
  ["rule book", ruleBook2021(size)],
  ["dossier", dossier2021(size, "35.20")],
];

describe.each(["A4", "F4"] as const)("the proof of a paper on %s", (size) => {
  test.each(papersOf(size))("%s: stands at the foot of every page, clear of the edge", async (_, paper) => {
    const pdf = await render({ ...paper, rancangan: true, proof: proof2021 });
    for (const page of pdf.pages) {
      expect(page.text.replace(/(No\. seri \S+)\/\d+/, "$1")).toContain(foot);
      expectInsideMargins(page);
    }
  });
});

test.each(papersOf("A4"))("%s: without proof nothing of it is shown", async (_, paper) => {
  const bare = renderPaper(compiler, { ...paper, proof: undefined });
  const empty: Proof = { ruleBook: null, version: null, serial: null, head: null };
  for (const proof of [null, empty]) {
    expect(Buffer.from(bare).equals(renderPaper(compiler, { ...paper, proof }))).toBe(true);
  }
  const { text } = await readPdf(bare);
  expect(text).not.toMatch(/No\. seri|Versi hasil|Kepala buku catatan/);
});

test("only what is known stands at the foot", async () => {
  const { text } = await render({
    ...minutes2021("A4"),
    proof: { ruleBook: null, version: 1, serial: "2021-000009", head: null },
  });
  expect(text).toContain("No. seri 2021-000009/1 · Versi hasil 1");
  expect(text).not.toContain("Tata nilai");
  expect(text).not.toContain("Kepala buku catatan");
});

test("on a charter it is small, and inside the frame", async () => {
  const pdf = await render({ ...charters2021("A4"), proof: proof2021 });
  for (const page of pdf.pages) {
    const own = page.placed.filter(({ text }) => foot.includes(text.trim()) && text.length > 10);
    expect(own.length).toBeGreaterThan(0);
    for (const { size, baseline } of own) {
      expect(size).toBeLessThanOrEqual(6);
      expect(baseline).toBeGreaterThan(49);
    }
  }
});

describe("the head of the ledger", () => {
  test.each([
    ["recap", recap2021(1, "A4")],
    ["long recap", recap2021(0, "F4")],
    ["minutes", minutes2021("A4", [0, 1])],
  ] as [string, Paper & { signers: { name: string | null }[] }][])(
    "is on the page of the signatures of a %s, above them, to be read aloud",
    async (_, paper) => {
      const pdf = await render({ ...paper, proof: proof2021 });
      const last = must(pdf.pages.at(-1));
      const line = `Kepala buku catatan: ${head} (dibacakan dan dicocokkan)`;
      expect(last.text).toContain(line);
      const large = must(last.placed.find(({ text, size }) => text.includes(head) && size >= 14));
      for (const { name } of paper.signers.filter((signer) => signer.name !== null)) {
        const signed = must(last.placed.findLast(({ text }) => text === name));
        expect(signed.baseline).toBeLessThan(large.baseline);
      }
    },
  );

  test("is pinned by the closing sentence of the minutes", async () => {
    const { text } = await render({ ...minutes2021("A4"), proof: proof2021 });
    expect(text).toContain(
      `Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya, dengan kepala buku catatan ${head}; perubahan setelahnya akan menghasilkan kepala yang lain.`,
    );
  });

  test("never leaves the signatures of a recap on a page without figures", async () => {
    const paper = { ...recap2021(0, "A4"), signers: recap2021(1, "A4").signers, proof: proof2021 };
    for (let entries = 24; entries <= 36; entries += 3) {
      const rows = Array.from({ length: entries }, (_, index) => ({
        ...must(paper.rows[0]),
        rank: index + 1,
      }));
      const last = must((await render({ ...paper, rows })).pages.at(-1));
      expect(last.text).toContain(`${entries} Kabupaten Tulungagung`);
      expect(last.text).toContain("Ismojo Herdono");
      expect(last.text).toContain(head);
    }
  });

  test("is not on charters and score sheets", async () => {
    for (const paper of [charters2021("A4"), sheets2021("A4", { blank: true })]) {
      expect((await render({ ...paper, proof: proof2021 })).text).not.toContain(head);
    }
  });
});

describe("papers put together in one PDF", () => {
  const serial = (number: number): Proof => ({ ...proof2021, serial: `2021-00000${number}` });

  test("keep each charter's own serial", async () => {
    const all = charters2021("A4");
    const papers = all.charters.map((charter, index) => ({
      paper: { ...all, charters: [charter], proof: index === 2 ? null : serial(index) },
    }));
    const combined = combinePapers(papers);
    expect(combined).toHaveLength(1);
    const pdf = await render(joinPapers(must(combined[0]).map(({ paper }) => paper)));
    for (const [index, page] of pdf.pages.entries()) {
      if (index === 2) expect(page.text).not.toContain("No. seri");
      else expect(page.text).toContain(`No. seri 2021-00000${index}`);
    }
  });

  test("keep each sheet's own serial", async () => {
    const all = sheets2021("A4", { blank: false });
    const papers = all.sheets.slice(0, 4).map((sheet, index) => ({
      paper: { ...all, sheets: [sheet], proof: serial(index) },
    }));
    const combined = combinePapers(papers);
    expect(combined).toHaveLength(1);
    const pdf = await render(joinPapers(must(combined[0]).map(({ paper }) => paper)));
    for (const [index, page] of pdf.pages.entries()) {
      expect(page.text).toContain(`No. seri 2021-00000${index}`);
      expectInsideMargins(page);
    }
  });

  test("never mix rule books or dossiers", () => {
    const papers = [
      ruleBook2021("A4"),
      ruleBook2021("A4"),
      dossier2021("A4", "35.20"),
      dossier2021("A4", "35.20"),
    ];
    expect(combinePapers(papers.map((paper) => ({ paper })))).toHaveLength(4);
  });
});
