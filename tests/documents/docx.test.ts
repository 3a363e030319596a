import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { proseDocx } from "../../electron/documents/docx.ts";
import {
  createPaperCompiler,
  type Picture,
  type ProsePaper,
  renderPaper,
} from "../../electron/documents/index.ts";
import { editableKinds } from "../../electron/domain/paperKinds.ts";
import { officePapers, prosePaper } from "./officePapers2021.ts";
import { fontFolders, must, templateFolder } from "./papers2021.ts";
import { readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const png: Picture = {
  format: "png",
  base64: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
};
const svg: Picture = {
  format: "svg",
  base64: Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 24"><path d="M0 0h20v24z"/></svg>',
  ).toString("base64"),
};

/** All but cards, which have one side on its head. */
const editable = (size: "A4" | "F4") => officePapers(size).filter(([title]) => title !== "Kartu meja");

function part(bytes: Uint8Array, name: string): string {
  return strFromU8(must(unzipSync(bytes)[name]));
}

function unescaped(xml: string): string {
  return xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

/** What the file's own XML says, paragraph by paragraph; marks of lists are the word processor's. */
function ownText(bytes: Uint8Array): string {
  return unescaped(
    part(bytes, "word/document.xml")
      .replaceAll(/<w:br\/>|<\/w:p>/g, " ")
      .replaceAll(/<[^>]*>/g, ""),
  );
}

/** Words without the dots that are filled in by hand, the marks of lists, and what only a page has. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize()
      .replaceAll("\u200b", "")
      .replaceAll(/(?:\. ?){4,}/g, " ")
      // A line may end after them.
      .replaceAll(/[/-]/g, " ")
      .split(/\s+/)
      .filter((word) => word !== "" && !/^(?:\d+|[a-z])\.$/.test(word))
      .toSorted()
  );
}

/** Head and foot stand on every page of either, at other places. */
function withoutFeet(text: string, { foot, editionTitle }: ProsePaper): string {
  return text
    .replaceAll(`${foot} · ${editionTitle}`, " ")
    .replaceAll("CONTOH: dibuat dari data contoh, bukan dokumen resmi", " ")
    .replaceAll(/Halaman \d+ dari \d+/g, " ")
    .replaceAll(" · ", " ");
}

/** The words of a PDF, without the heads of tables that go on over pages. */
function pageWords({ pages }: Awaited<ReturnType<typeof readPdf>>, paper: ProsePaper): string[] {
  const heads = paper.blocks.flatMap((block) =>
    block.kind === "table" ? [block.columns.map(({ head }) => head).join(" ")] : [],
  );
  const texts = pages.map((page, index) => {
    const text = withoutFeet(page.text, paper).trim();
    const head = index > 0 && heads.find((one) => text.startsWith(one));
    return head ? text.slice(head.length) : text;
  });
  return wordsOf(texts.join(" "));
}

async function pdfWords(paper: ProsePaper): Promise<string[]> {
  return pageWords(await readPdf(renderPaper(compiler, paper)), paper);
}

describe.each(["A4", "F4"] as const)("a paper for a word processor on %s", (size) => {
  test.each(editable(size))("%s: has the words of its PDF, its size and its foot", async (_, paper) => {
    const bytes = await proseDocx(paper);
    expect(wordsOf(ownText(bytes))).toEqual(await pdfWords(paper));
    const sheet = /<w:pgSz[^>]*>/.exec(part(bytes, "word/document.xml"))?.[0];
    expect(sheet).toContain(size === "A4" ? 'w:w="11906" w:h="16838"' : 'w:w="12189" w:h="18709"');
    expect(part(bytes, "word/header1.xml")).toContain("CONTOH: dibuat dari data contoh");
    if (paper.title !== "Label amplop") expect(part(bytes, "word/footer1.xml")).toContain("NUMPAGES");
  });
});

test.each(editable("A4"))("%s: the same bytes for the same paper, whatever the day", async (_, paper) => {
  const pictured = {
    ...paper,
    letterhead: paper.letterhead && { ...paper.letterhead, emblem: png },
    emblem: paper.emblem && { ...paper.emblem, emblem: svg },
  };
  for (const one of [paper, pictured]) {
    const first = Buffer.from(await proseDocx(one));
    expect(first.equals(await proseDocx(structuredClone(one)))).toBe(true);
  }
});

test("the file carries the paper's own date, and none while undated", async () => {
  const paper = prosePaper("Surat", [{ kind: "paragraph", text: "Isi." }], "A4");
  expect(part(await proseDocx(paper), "docProps/core.xml")).toContain("2021-10-01T00:00:00Z");
  expect(part(await proseDocx({ ...paper, date: null }), "docProps/core.xml")).not.toContain(
    "dcterms:created",
  );
});

test("RANCANGAN is said in the head of a draft, and nothing in a final paper's", async () => {
  const paper = prosePaper("Surat", [{ kind: "paragraph", text: "Isi." }], "A4", { contoh: false });
  const draft = part(await proseDocx({ ...paper, rancangan: true }), "word/header1.xml");
  expect(draft).toContain("RANCANGAN: belum final");
  expect(draft).not.toContain("CONTOH");
  expect(Object.keys(unzipSync(await proseDocx(paper)))).not.toContain("word/header1.xml");
});

test("lists count from one anew, and two tables never touch", async () => {
  const list = { kind: "list" as const, marks: "1." as const, items: ["satu", "dua"] };
  const facts = { kind: "facts" as const, labelWidth: 20, rows: [{ label: "Nomor", value: null }] };
  const document = part(
    await proseDocx(prosePaper("Surat", [list, list, facts, facts], "A4")),
    "word/document.xml",
  );
  const numbers = [...document.matchAll(/<w:numId w:val="(\d+)"\/>/g)].map((match) => match[1]);
  expect(new Set(numbers).size).toBe(2);
  expect(document.includes("</w:tbl><w:tbl>")).toBe(false);
});

test("a page begins with its own first line: no break or gap may fall on a page that stays empty", async () => {
  const signed = {
    kind: "signatures" as const,
    signatures: [{ above: ["Kepala,"], name: "Sri", below: [] }],
  };
  const blocks = [signed, { kind: "page" as const }, { kind: "paragraph" as const, text: "Lampiran." }];
  const document = part(await proseDocx(prosePaper("Surat", blocks, "A4")), "word/document.xml");
  const between = must(/Sri.*Lampiran/.exec(document))[0];
  expect(between).not.toContain('w:type="page"');
  expect(between.slice(between.indexOf("</w:tbl>"))).toMatch(
    /^<\/w:tbl><w:p><w:pPr>[^p]*<w:pageBreakBefore\/>/,
  );
});

test("the place of an emblem is a frame of its own on what is only tried out, and the face of decrees has a stand-in", async () => {
  const [, decree] = must(officePapers("A4").find(([title]) => title.includes("Keputusan")));
  const tried = await proseDocx(decree);
  expect(part(tried, "word/document.xml").match(/w:val="dashed"/g)).toHaveLength(4);
  expect(part(tried, "word/document.xml")).not.toContain('<w:pBdr><w:top w:val="dashed"');
  expect(part(tried, "word/fontTable.xml")).toContain(
    '<w:font w:name="Bookman Old Style"><w:altName w:val="URW Bookman"/>',
  );
  const final = await proseDocx({ ...decree, contoh: false });
  expect(part(final, "word/document.xml")).not.toContain('w:val="dashed"');
});

test("letters that XML knows otherwise come through", async () => {
  const name = `A & B <"Ma’ruf"> Nuʿmān`;
  expect(ownText(await proseDocx(prosePaper(name, [{ kind: "paragraph", text: name }], "A4")))).toContain(
    name,
  );
});

test("cards are refused with a sentence", async () => {
  const [, cards] = must(officePapers("A4").find(([title]) => title === "Kartu meja"));
  await expect(proseDocx(cards)).rejects.toThrow("Kartu meja tidak dapat dibuat sebagai dokumen Word");
});

/** LENCANA_OFFICE names another one than the installed, such as one that has a word processor. */
const office = [process.env.LENCANA_OFFICE, "/usr/bin/soffice"].find((path) => path && existsSync(path));
const hasWriter =
  office !== undefined &&
  (office !== "/usr/bin/soffice" || existsSync("/usr/lib/libreoffice/program/libswlo.so"));

const titles: Record<string, string> = {
  invitation: "Undangan finalis",
  panelInvitation: "Undangan panelis",
  report: "Laporan",
  memo: "Nota dinas",
  decree: "Rancangan Keputusan Gubernur",
};
/** A paper of each kind that is given as a word processor's file, with a picture in its letterhead. */
const ofKinds = [...editableKinds].map((kind): [string, ProsePaper] => {
  const [, paper] = must(officePapers("F4").find(([title]) => title === titles[kind]));
  return [kind, { ...paper, letterhead: paper.letterhead && { ...paper.letterhead, emblem: png } }];
});

describe.skipIf(!hasWriter)(
  "opened in LibreOffice Writer and made a PDF there (skipped where Writer is not installed)",
  () => {
    const read = new Map<string, Awaited<ReturnType<typeof readPdf>>>();

    beforeAll(async () => {
      const folder = mkdtempSync(join(tmpdir(), "lencana-office-"));
      try {
        for (const [kind, paper] of ofKinds) {
          writeFileSync(join(folder, `${kind}.docx`), await proseDocx(paper));
        }
        const files = ofKinds.map(([kind]) => join(folder, `${kind}.docx`));
        const profile = `-env:UserInstallation=file://${folder}/profile`;
        execFileSync(
          must(office),
          [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, ...files],
          { stdio: "ignore", timeout: 220_000 },
        );
        for (const [kind] of ofKinds) {
          read.set(kind, await readPdf(new Uint8Array(readFileSync(join(folder, `${kind}.pdf`)))));
        }
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }, 240_000);

    test.each(ofKinds)("%s: says what our PDF says, on paper of the same size", async (kind, paper) => {
      const pdf = must(read.get(kind));
      expect(pageWords(pdf, paper)).toEqual(await pdfWords(paper));
      expect(pdf.pages[0]?.height).toBeCloseTo((330 * 72) / 25.4, -1);
      for (const page of pdf.pages) expect(page.text).toContain("CONTOH");
    });
  },
);
