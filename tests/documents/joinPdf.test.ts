import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createPaperCompiler, type Picture, renderPaper } from "../../electron/documents/index.ts";
import { openJoinedPdf } from "../../electron/documents/joinPdf.ts";
import { checkPdf } from "../support/checkPdf.ts";
import { charters2021, fontFolders, sheets2021, templateFolder } from "./papers2021.ts";
import { readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const png: Picture = {
  format: "png",
  base64: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
};
const all = { ...charters2021("A4"), emblem: png };
const charters = (from: number, to: number) =>
  renderPaper(compiler, { ...all, charters: all.charters.slice(from, to) });

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "lencana-join-"))));
afterEach(() => rmSync(folder, { recursive: true }));

function joined(parts: readonly Uint8Array[], name = "gabungan.pdf"): Uint8Array {
  const pdf = openJoinedPdf(join(folder, name));
  for (const part of parts) pdf.add(part);
  const whole = pdf.close();
  if (whole === null || !("path" in whole)) throw new Error("not on the disk");
  return new Uint8Array(readFileSync(whole.path));
}

const count = (pdf: Uint8Array, what: RegExp) => Buffer.from(pdf).toString("latin1").match(what)?.length ?? 0;

describe("PDFs that become one", () => {
  test("have the pages of all in their order, with the words and sizes they had", async () => {
    const parts = [charters(0, 1), charters(1, 4), charters(4, 6)];
    const { pages } = await readPdf(joined(parts));
    const apart = await Promise.all(parts.map((part) => readPdf(part)));
    expect(pages).toEqual(apart.flatMap((part) => part.pages));
  });

  test("are a sound file, each object of which is used", () => {
    const pdf = joined([charters(0, 2), charters(2, 6)]);
    expect(checkPdf(pdf)).toBe(0);
    const text = Buffer.from(pdf).toString("latin1");
    const used = new Set(Array.from(text.matchAll(/\b(\d+) 0 R/g), (match) => match[1]));
    const objects = Array.from(text.matchAll(/^(\d+) 0 obj$/gm), (match) => match[1]);
    expect(objects.filter((number) => !used.has(number))).toEqual([]);
    expect(new Set(objects).size).toBe(objects.length);
  });

  test("say one thing of the whole: a title, a date, a language, a colour space, how many pages", async () => {
    const pdf = joined([charters(0, 1), charters(1, 4), charters(4, 6)]);
    const [read, atOnce] = [await readPdf(pdf), await readPdf(charters(0, 6))];
    expect([read.title, read.created]).toEqual([atOnce.title, atOnce.created]);
    const ids = /\/ID \[\((.*)\) \((.*)\)\]/.exec(Buffer.from(pdf).toString("latin1"))!.slice(1);
    const own = /\/ID \[\((.*)\) \((.*)\)\]/.exec(Buffer.from(charters(0, 6)).toString("latin1"))!.slice(1);
    expect(read.metadata.replaceAll(ids[1]!, own[1]!)).toBe(atOnce.metadata);
    expect(ids[0]).toBe(own[0]);
    expect(ids[1]).not.toBe(own[1]);
    for (const once of [/\/Type \/Catalog/g, /\/OutputIntents/g, /\/Lang \(id\)/g, /\/Type \/Metadata/g])
      expect(count(pdf, once)).toBe(1);
  });

  test("without an author are known by one identifier, as Typst has it", () => {
    const sheets = sheets2021("A4", { blank: true });
    const part = (from: number) =>
      renderPaper(compiler, { ...sheets, sheets: sheets.sheets.slice(from, from + 2) });
    const [, one, other] = /\/ID \[\((.*)\) \((.*)\)\]/.exec(
      Buffer.from(joined([part(0), part(2)])).toString("latin1"),
    )!;
    expect(one).toBe(other);
  });

  test("hold a picture, a frame and a colour profile once", () => {
    const pdf = joined([charters(0, 2), charters(2, 4), charters(4, 6)]);
    for (const once of [/\/Subtype \/Image/g, /\/BBox \[0 0 841/g])
      expect([once.source, count(pdf, once)]).toEqual([once.source, count(charters(0, 2), once)]);
    expect(count(pdf, /\/N 3\b/g)).toBe(1);
  });

  test("are the same bytes for the same parts", () => {
    const parts = [charters(0, 2), charters(2, 6)];
    expect(Buffer.from(joined(parts, "satu.pdf")).equals(joined(parts, "dua.pdf"))).toBe(true);
  });
});

test("a single PDF stays byte for byte what it is, and touches no disk", () => {
  const pdf = openJoinedPdf(join(folder, "gabungan.pdf"));
  const part = charters(0, 6);
  pdf.add(part);
  expect(pdf.close()).toBe(part);
  expect(readdirSync(folder)).toEqual([]);
});

test("nothing is none", () => {
  expect(openJoinedPdf(join(folder, "gabungan.pdf")).close()).toBeNull();
});

describe("going back", () => {
  test("leaves nothing of what was added since", () => {
    const parts = [charters(0, 2), charters(2, 3), charters(4, 6)];
    const pdf = openJoinedPdf(join(folder, "kembali.pdf"));
    pdf.add(parts[0]!);
    pdf.add(parts[1]!);
    const mark = pdf.mark();
    pdf.add(charters(3, 4));
    pdf.back(mark);
    pdf.add(parts[2]!);
    pdf.close();
    expect(readFileSync(join(folder, "kembali.pdf")).equals(joined(parts))).toBe(true);
  });

  test("to a single part gives that part, and to nothing gives none", () => {
    const single = charters(0, 2);
    const pdf = openJoinedPdf(join(folder, "gabungan.pdf"));
    const nothing = pdf.mark();
    pdf.add(single);
    const one = pdf.mark();
    pdf.add(charters(2, 6));
    pdf.back(one);
    expect(pdf.close()).toBe(single);
    pdf.back(nothing);
    expect(pdf.close()).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });
});

test("a file that is not as Typst writes it is an error, not a broken PDF", () => {
  const pdf = openJoinedPdf(join(folder, "gabungan.pdf"));
  pdf.add(Buffer.from("%PDF-1.7\nstartxref\n3\n%%EOF"));
  expect(() => pdf.add(charters(0, 1))).toThrow("not as Typst writes it");
  pdf.release();
});
