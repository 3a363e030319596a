import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Writes resources/regions.csv, all kabupaten and kota of the nation, from the package that follows the decree. */
export function nationalRegions(): string {
  const folder = createRequire(import.meta.url)
    .resolve("idn-area-data/package.json")
    .replace("package.json", "data/");
  const read = (file: string) =>
    readFileSync(folder + file, "utf8")
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(","));
  const provinces = new Map(read("provinces.csv").map(([code, name]) => [code, name]));
  const rows = read("regencies.csv").map(([code, provinceCode, full = ""]) => {
    const [type = "", ...name] = full.split(" ");
    return [code, type.toLowerCase(), name.join(" "), provinces.get(provinceCode)].join(",");
  });
  return `code,type,name,province\n${rows.join("\n")}\n`;
}

if (import.meta.main) writeFileSync(new URL("../resources/regions.csv", import.meta.url), nationalRegions());
