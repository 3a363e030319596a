import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "../../electron/cli.ts";
import { editableKinds, paperKinds } from "../../electron/domain/paperKinds.ts";
import { readPdf } from "../documents/readPdf.ts";
import { checkPdf } from "../support/checkPdf.ts";

const folder = mkdtempSync(join(tmpdir(), "lencana-demo-"));
afterAll(() => rmSync(folder, { recursive: true }));

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z]+/g, "-");

describe("the demo", () => {
  let files: string[];
  beforeAll(async () => {
    expect(await runCommand(["demo", folder])).toMatchObject({ exitCode: 0, stderr: "" });
    files = readdirSync(folder);
  });

  test("writes every kind of paper that an open edition has, and what an office edits also for a word processor", () => {
    // These two are signed on a secured edition only.
    const { ruleBook: _, statement: __, ...kinds } = paperKinds;
    for (const [kind, words] of Object.entries(kinds)) {
      expect.soft(files).toContainEqual(expect.stringMatching(new RegExp(`^${plain(words)}.*\\.pdf$`)));
      if (editableKinds.has(kind)) {
        expect.soft(files).toContainEqual(expect.stringMatching(new RegExp(`^${plain(words)}.*\\.docx$`)));
      }
    }
    expect(files).toContain("piagam-semua.pdf");
    expect(files).toContain("edisi-2021.json");
  });

  test("every PDF is sound, PDF/A-2b, has all its fonts in it as subsets, and says CONTOH", async () => {
    for (const name of files.filter((one) => one.endsWith(".pdf"))) {
      const bytes = new Uint8Array(readFileSync(join(folder, name)));
      const { text, metadata, fonts, embeddedFonts } = await readPdf(bytes);
      expect.soft(checkPdf(bytes), name).toBe(0);
      expect.soft(metadata, name).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B</);
      expect.soft(fonts.length, name).toBeGreaterThan(0);
      expect.soft(fonts, name).toEqual(fonts.filter((font) => /^[A-Z]{6}\+/.test(font)));
      expect.soft(embeddedFonts, name).toBeGreaterThanOrEqual(fonts.length);
      expect.soft(text, name).toMatch(/CONTOH/);
    }
  });
});
