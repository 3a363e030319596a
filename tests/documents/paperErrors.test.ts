import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { AppError } from "../../electron/contract/errors.ts";
import {
  createPaperCompiler,
  type Paper,
  PaperError,
  type Picture,
  renderPaper,
} from "../../electron/documents/index.ts";
import { charters2021, fontFolders, minutes2021, must, recap2021, templateFolder } from "./papers2021.ts";
import { readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const scratch = mkdtempSync(join(tmpdir(), "papers-"));
afterAll(() => rmSync(scratch, { recursive: true }));

function errorOf(make: () => unknown): PaperError {
  try {
    make();
  } catch (error) {
    if (error instanceof PaperError) return error;
    throw error;
  }
  throw new Error("no error was thrown");
}

function named(name: string): Paper {
  const paper = charters2021("A4");
  const charters = paper.charters.map((charter, index) =>
    index === 1 && charter.recipient.kind === "head"
      ? { ...charter, recipient: { ...charter.recipient, name } }
      : charter,
  );
  return { ...paper, charters };
}

describe("a character that no font has stops the paper", () => {
  test.each([
    ["Eri 😀 Cahyadi", "😀", "U+1F600"],
    ["Eri 日本", "日", "U+65E5"],
    ["עֵרִי", "ע", "U+05E2"],
    ["Eri \u{E000}", "\u{E000}", "U+E000"],
  ])("%s: with the name of the person and the character", (name, glyph, code) => {
    const error = errorOf(() => renderPaper(compiler, named(name)));
    expect(error).toBeInstanceOf(AppError);
    expect(error.code).toBe("INVALID");
    expect(error.message).toContain(`Nama “${name}” memuat huruf “`);
    expect(error.message).toContain(
      "yang tidak ada pada huruf cetak; hapus atau ganti huruf itu pada data asalnya.",
    );
    expect(error.message.includes(code) || error.message.includes(glyph)).toBe(true);
    expect(error.data.problems?.[0]?.path).toBe("$.charters[1].recipient.name");
  });

  test("among 514 charters too", () => {
    const paper = charters2021("A4");
    const charters = Array.from({ length: 514 }, (_, index) => ({
      ...must(paper.charters[0]),
      recipient: { kind: "region" as const, name: index === 400 ? "Kota 東京" : `Kota ${index}` },
    }));
    const error = errorOf(() => renderPaper(compiler, { ...paper, charters }));
    expect(error.message).toContain("Nama “Kota 東京”");
  });

  test("in any other field, by the field's own name", () => {
    const minutes = { ...minutes2021("A4"), venue: "Grahadi 🏛" };
    expect(errorOf(() => renderPaper(compiler, minutes)).message).toContain(
      "Tempat “Grahadi 🏛” memuat huruf “🏛”",
    );
    const recap = recap2021(1, "A4");
    const notes = { ...recap, notes: ["Catatan ☃"], rows: recap.rows };
    expect(errorOf(() => renderPaper(compiler, notes)).message).toContain("Catatan “Catatan ☃”");
  });

  test("and the compiler goes on with the next paper", async () => {
    errorOf(() => renderPaper(compiler, named("😀")));
    expect((await readPdf(renderPaper(compiler, named("Eri Cahyadi")))).text).toContain("Eri Cahyadi");
  });

  test("but combining accents and invisible joiners do not", async () => {
    const pdf = await readPdf(renderPaper(compiler, named("Ame\u0301lie No\u0308ldeke \u200dWijaya")));
    expect(pdf.text.normalize()).toContain("Amélie Nöldeke");
  });
});

describe("the office's own pictures", () => {
  const svg: Picture = {
    format: "svg",
    base64: Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 12"><rect width="10" height="12" fill="#a00"/></svg>',
    ).toString("base64"),
  };
  const png: Picture = {
    format: "png",
    base64:
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  };

  test.each([svg, png])("stand where the frame stood", async (emblem) => {
    const paper = charters2021("A4");
    expect((await readPdf(renderPaper(compiler, paper))).text).toContain("Tempat lambang");
    const pdf = await readPdf(renderPaper(compiler, { ...paper, emblem }));
    expect(pdf.text).not.toContain("Tempat lambang");
    const minutes = minutes2021("A4");
    const head = { ...must(minutes.letterhead), emblem };
    expect((await readPdf(renderPaper(compiler, { ...minutes, letterhead: head }))).text).not.toContain(
      "Tempat lambang",
    );
  });

  test("leave their place empty on a paper that is not only tried out", async () => {
    const real = { ...charters2021("A4"), contoh: false };
    expect((await readPdf(renderPaper(compiler, real))).text).not.toContain("Tempat lambang");
    const draft = { ...real, rancangan: true };
    expect((await readPdf(renderPaper(compiler, draft))).text).toContain("Tempat lambang");
  });

  test("show the new picture once it was replaced, on a warm compiler", () => {
    const paper = charters2021("A4");
    const first = Buffer.from(renderPaper(compiler, { ...paper, emblem: svg }));
    const second = renderPaper(compiler, { ...paper, emblem: png });
    expect(first.equals(second)).toBe(false);
    expect(first.equals(renderPaper(compiler, { ...paper, emblem: svg }))).toBe(true);
  });

  test.each([
    ["another kind of file", { format: "png", base64: Buffer.from("GIF89a").toString("base64") }],
    ["cut off", { ...png, base64: png.base64.slice(0, 60) }],
    ["no drawing", { format: "svg", base64: Buffer.from("<svg <<<").toString("base64") }],
  ] as const)("are refused when %s", (_, emblem) => {
    const error = errorOf(() => renderPaper(compiler, { ...charters2021("A4"), emblem }));
    expect(error.code).toBe("INVALID");
    expect(error.message).toContain("muat ulang gambarnya di Pengaturan");
  });
});

describe("an installation that lacks something", () => {
  test("says which folder is missing", () => {
    const missing = join(scratch, "none");
    const error = errorOf(() => createPaperCompiler({ fontFolders: [missing], templateFolder }));
    expect(error.code).toBe("STORAGE");
    expect(error.message).toContain(missing);
  });

  test("never sets a paper in a font of the system instead", () => {
    const empty = join(scratch, "empty");
    mkdirSync(empty);
    const bare = createPaperCompiler({ fontFolders: [empty], templateFolder });
    const error = errorOf(() => renderPaper(bare, charters2021("A4")));
    expect(error.code).toBe("INTERNAL");
    expect(String(error.cause)).toMatch(/unknown font family/i);
  });

  test("says that a template is broken, and keeps Typst's own words for the log", () => {
    const folder = join(scratch, "broken");
    mkdirSync(folder);
    writeFileSync(join(folder, "design.typ"), "#let x = (");
    const broken = createPaperCompiler({ fontFolders, templateFolder: folder });
    const error = errorOf(() => renderPaper(broken, charters2021("A4")));
    expect(error.message).toContain("templat design.typ gagal dibaca");
    expect(String(error.cause)).toContain("unclosed delimiter");
  });
});

test("what is typed is never read as Typst", async () => {
  const name = '#panic("x") *tebal* $x$ @label <a> \\ "kutip" // ~ -- [a]';
  expect((await readPdf(renderPaper(compiler, named(name)))).text).toContain(name);
});
