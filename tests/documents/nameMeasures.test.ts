import { expect, test } from "vitest";
import { createPaperCompiler } from "../../electron/documents/index.ts";
import { measureNames } from "../../electron/documents/nameMeasures.ts";
import { readablePoints } from "../../electron/domain/namePreflight.ts";
import { temporaryPaths } from "../support/wires.ts";
import { join } from "node:path";

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
  const { sizes } = measureNames(compiler, ["N", "Suprawoto", middle, long], []);
  expect(sizes.map((size) => Math.round(size * 10) / 10)).toEqual([
    36,
    36,
    expect.any(Number),
    expect.any(Number),
  ]);
  expect(sizes[2]).toBeGreaterThan(readablePoints);
  expect(sizes[3]).toBeLessThan(readablePoints);
  expect(sizes[3]).toBeGreaterThanOrEqual(12);
});

test("each sign that a typeface lacks is named, and none that it has", () => {
  const texts = ["Suprawoto, S.H.", "José Žižka 漢 ✓ 🏅", "Ѕupra", "\uE000", "Ma’ruf “Jer” – Béya é"];
  const { missing } = measureNames(compiler, [], texts);
  expect(missing).toContain("漢");
  expect(missing).toContain("🏅");
  expect(missing).toContain("\uE000");
  expect(missing.filter((sign) => /[\p{Script=Latin}’“”–,.]/u.test(sign))).toEqual([]);
});
