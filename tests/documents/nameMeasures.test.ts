import { join } from "node:path";
import { expect, test } from "vitest";
import { createPaperCompiler, renderPaper } from "../../electron/documents/index.ts";
import { measureNames, nameStylesOf } from "../../electron/documents/nameMeasures.ts";
import { readablePoints } from "../../electron/domain/namePreflight.ts";
import { temporaryPaths } from "../support/wires.ts";
import { charters2021, must, shippedDesign } from "./papers2021.ts";
import { readPdf } from "./readPdf.ts";

const { paths, remove } = temporaryPaths();
remove();
const compiler = createPaperCompiler({
  fontFolders: paths.fonts,
  templateFolder: join(paths.resources, "templates"),
});

test("a short name stands largest, a very long one below what can be read from afar", () => {
  const middle = "Prof. Dr. Ir. H. Raden Muhammad Abdurrahman Wahid Kusumadiningrat, S.T., M.T., M.Si.";
  const long = Array.from({ length: 18 }, (_, index) => `Kusumawardhani${index}`)
    .join(" ")
    .slice(0, 200);
  const styles = nameStylesOf(shippedDesign("klasik").design);
  const { sizes } = measureNames(
    compiler,
    ["N", "Suprawoto", middle, long].map((name) => ({ name, styles })),
    [],
  );
  expect(sizes.map((size) => Math.round(Number(size) * 10) / 10)).toEqual([
    36,
    36,
    expect.any(Number),
    expect.any(Number),
  ]);
  expect(sizes[2]).toBeGreaterThan(readablePoints);
  expect(sizes[3]).toBeLessThan(readablePoints);
  expect(sizes[3]).toBeGreaterThanOrEqual(12);
});

test("a name is measured in the box and the letters of the design, and the smallest of several counts", () => {
  const name = "Dr. Raden Kusumawardhani Prawirodirdjo";
  const [klasik] = nameStylesOf(shippedDesign("klasik").design);
  const style = must(klasik);
  const narrow = { ...style, w: 50, h: 12 };
  const sizeIn = (...styles: (typeof style)[]) =>
    Number(measureNames(compiler, [{ name, styles }], []).sizes[0]);
  const [wide, small] = [sizeIn(style), sizeIn(narrow)];
  expect(small).toBeLessThan(wide);
  expect(sizeIn(style, narrow)).toBe(small);
  expect(sizeIn({ ...style, size: 22, least: 18 })).toBe(22);
  expect(sizeIn({ ...narrow, caps: true })).toBeLessThan(small);
  expect(sizeIn({ ...narrow, font: ["Cinzel", "EB Garamond"] })).not.toBe(small);
  expect(measureNames(compiler, [{ name, styles: [] }], []).sizes).toEqual([null]);
});

test.each(["klasik", "modern", "pesisir"] as const)(
  "the size measured for %s is the one its charter is printed in",
  async (key) => {
    const paper = charters2021("A4");
    const design = shippedDesign(key);
    for (const name of [
      "Suprawoto",
      "Prof. Dr. H. Abdurrahman Kusumadiningrat Wijaya, S.H., M.Si., M.Kom., Ph.D.",
    ]) {
      const first = must(paper.charters[0]);
      const recipient = { kind: "head" as const, name, position: "Bupati Tuban", region: "Kabupaten Tuban" };
      const pdf = await readPdf(
        renderPaper(compiler, { ...paper, design, contoh: false, charters: [{ ...first, recipient }] }),
      );
      const printed = must(pdf.pages[0]).placed.filter(
        ({ text }) => text !== "" && name.includes(text.trim()),
      );
      const [size] = measureNames(compiler, [{ name, styles: nameStylesOf(design.design) }], []).sizes;
      expect(Math.max(...printed.map((one) => one.size))).toBeCloseTo(Number(size), 1);
    }
  },
);

test("each sign that a typeface lacks is named, and none that it has", () => {
  const texts = ["Suprawoto, S.H.", "José Žižka 漢 ✓ 🏅", "Ѕupra", "\uE000", "Ma’ruf “Jer” – Béya é"];
  const { missing } = measureNames(compiler, [], texts);
  expect(missing).toContain("漢");
  expect(missing).toContain("🏅");
  expect(missing).toContain("\uE000");
  expect(missing.filter((sign) => /[\p{Script=Latin}’“”–,.]/u.test(sign))).toEqual([]);
});
