import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  codeInCell,
  type NamedRegion,
  regionMatcher,
  sameRegionName,
  twinNames,
} from "../../electron/interchange/regionMatch.ts";

/** All 514 of the nation. */
const nation: NamedRegion[] = readFileSync(
  new URL("../../node_modules/idn-area-data/data/regencies.csv", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [code = "", , name = ""] = line.split(",");
    const [type, ...rest] = name.trim().split(" ");
    return { code, type: type === "Kota" ? "kota" : "kabupaten", name: rest.join(" ") };
  });
const match = regionMatcher(nation);
const found = (text: string, type?: string) => {
  const result = match(text, type);
  return result.kind === "match" ? result.code : result;
};

describe("a name with its type", () => {
  test.each([
    ["Kabupaten Kediri", "35.06"],
    ["Kab. Kediri", "35.06"],
    ["KAB.KEDIRI", "35.06"],
    ["KOTA KEDIRI", "35.71"],
    ["Kediri (Kota)", "35.71"],
    ["Kediri, Kab.", "35.06"],
    ["Pemkab Magetan", "35.20"],
    ["Pemerintah Kabupaten Magetan", "35.20"],
    ["Pemerintah Daerah Kabupaten Malang", "35.07"],
    ["Pemkot Batu", "35.79"],
    ["Kab Tulung Agung", "35.04"],
    ["kab.  banyu-wangi", "35.10"],
    ["Bupati Lumajang", "35.08"],
    ["Wali Kota Surabaya", "35.78"],
    ["WALIKOTA SURABAYA", "35.78"],
    ["BKPSDM Kab. Sidoarjo", "35.15"],
    ["Kabupaten Malang, Provinsi Jawa Timur", "35.07"],
    ["Kota Administrasi Jakarta Pusat", "31.71"],
    ["Kota Jakarta Pusat", "31.71"],
    ["Kabupaten Lima Puluh Kota", "13.07"],
    ["Kabupaten Kotabaru", "63.02"],
  ])("%s is %s", (text, code) => {
    expect(found(text)).toBe(code);
  });

  test("finds every region of the nation, whatever its case", () => {
    for (const region of nation) {
      const word = region.type === "kota" ? "kota" : "KAB.";
      expect(match(`${word} ${region.name.toUpperCase()}`)).toEqual({
        kind: "match",
        code: region.code,
        by: "typeAndName",
      });
    }
  });

  test("may have its type in a column of its own", () => {
    expect(found("Kediri", "Kota")).toBe("35.71");
    expect(found("Kediri", "KAB.")).toBe("35.06");
  });
});

describe("a name without its type", () => {
  test("is asked back for every twin of the nation", () => {
    for (const { name, type } of nation) {
      const twins = nation.filter((other) => other.name === name);
      if (twins.length === 1) expect(match(name)).toMatchObject({ kind: "match", by: "uniqueName" });
      else expect(match(name), `${type} ${name}`).toEqual({ kind: "ambiguous", candidates: twins });
    }
  });

  test("is asked back even where only one of the twins is in the register", () => {
    const kota = nation.filter(({ code }) => code === "35.71");
    expect(regionMatcher(kota)("Kediri")).toEqual({ kind: "ambiguous", candidates: kota });
  });

  test("the twins known by heart are those of the nation", () => {
    const names = Map.groupBy(nation, ({ name }) => name);
    const twins = [...names].filter(([, regions]) => regions.length > 1).map(([name]) => name.toLowerCase());
    expect(new Set(twins)).toEqual(twinNames);
  });
});

describe("a name that does not fit", () => {
  test("is never taken for its nearest, only offered it", () => {
    expect(match("Mageten")).toMatchObject({ kind: "unknown", suggestions: [{ code: "35.20" }] });
    const near = match("Kab. Tulunggagung");
    expect(near.kind === "unknown" && near.suggestions[0]?.code).toBe("35.04");
  });

  test("offers those of its own type first", () => {
    expect(match("Kota Probolinggoo")).toMatchObject({
      kind: "unknown",
      suggestions: [{ code: "35.74" }, { code: "35.13" }],
    });
  });

  test("with the wrong type is asked back", () => {
    expect(match("Kota Magetan")).toMatchObject({ kind: "ambiguous", candidates: [{ code: "35.20" }] });
    expect(match("Kab. Kediri", "Kota")).toMatchObject({
      kind: "ambiguous",
      candidates: [{ code: "35.06" }, { code: "35.71" }],
    });
  });

  test.each(["Jumlah", "", "Rata-rata seluruh daerah", "12"])("%j is unknown", (text) => {
    expect(match(text)).toEqual({ kind: "unknown", suggestions: [] });
  });
});

test.each([
  [{ kind: "number", value: 35.2 }, "35.20"],
  [{ kind: "number", value: 35.01 }, "35.01"],
  [{ kind: "number", value: 3520 }, "35.20"],
  [{ kind: "text", text: " 35.20 " }, "35.20"],
  [{ kind: "text", text: "3520" }, "35.20"],
  [{ kind: "text", text: "35-20" }, "35.20"],
  [{ kind: "text", text: "35.2" }, "35.2"],
  [{ kind: "formula", shown: "35.78" }, "35.78"],
  [null, null],
] as const)("a code cell %j holds %s", (cell, code) => {
  expect(codeInCell(cell)).toBe(code);
});

test("a bare name is not the name of a region", () => {
  const kota: NamedRegion = { code: "35.71", type: "kota", name: "Kediri" };
  expect(sameRegionName("Kota Kediri", kota)).toBe(true);
  expect(sameRegionName("Kediri", kota)).toBe(false);
  expect(sameRegionName("Kab. Kediri", kota)).toBe(false);
});
