import { describe, expect, test } from "vitest";
import { removed, sampleWith } from "../support/changedSample.ts";
import { type Change, desk, panel, problemsOf } from "../support/refusedEdition.ts";

describe("nothing is refused that the format allows:", () => {
  const tieAtCut = ["JP", "IPASN", "MERIT", "DIKLAT", "INOVASI", "PROMOSI"].map((id): Change => {
    const fifth: unknown = JSON.parse(sampleWith());
    return [`${desk}.scores[27].values.${id}`, deskValue(fifth, 22, id)];
  });

  test.each<readonly [string, readonly Change[]]>([
    ["a name of 200 letters", [["edition.title", "😀".repeat(200)]]],
    [
      "a head and an agency not yet known",
      [
        ["regions[19].head", null],
        ["regions[19].agency", null],
      ],
    ],
    [
      "a weight of 0",
      [
        [`${panel}.indicators[0].weight`, 0],
        [`${panel}.indicators[1].weight`, 55],
      ],
    ],
    ["an award for more places than entries", [["awards[0].places", 60]]],
    ["a last round that says who advances", [[`${panel}.advance`, { top: 3 }]]],
    [
      "a desk round that spells out its empty panel",
      [
        [`${desk}.panel`, []],
        [`${desk}.quorum`, 1],
      ],
    ],
    ["a sheet without a value yet", [[`${panel}.scores[0].values`, {}]]],
    ["a kabupaten and a kota of one name", [["regions[37].name", "Pacitan"]]],
    [
      "a sheet for one who has not advanced while the round before is incomplete",
      [
        [`${desk}.scores[5].values.JP`, removed],
        [`${panel}.scores[25]`, { entry: "35.01", panelist: "P1", values: {} }],
      ],
    ],
    [
      "a sheet for one of a tie at the cut that nobody has decided",
      [...tieAtCut, [`${panel}.scores[25]`, { entry: "35.28", panelist: "P1", values: {} }]],
    ],
  ])("%s", (_, changes) => {
    expect(problemsOf(sampleWith(...changes))).toEqual([]);
  });

  test("but beside an undecided tie, one who is certainly out still may not have a sheet", () => {
    const sheet: Change = [`${panel}.scores[25]`, { entry: "35.01", panelist: "P1", values: {} }];
    expect(problemsOf(sampleWith(...tieAtCut, sheet)).map((problem) => problem.path)).toEqual([
      "$.categories[0].rounds[1].scores[25].entry",
    ]);
  });
});

test("all problems of a file come at once, each with its own place", () => {
  const problems = problemsOf(
    sampleWith(
      ["edition.year", "dua ribu"],
      ["regions[3].type", "desa"],
      [`${desk}.indicators[0].weight`, 24.99],
      [`${panel}.scores[3].values.DAMPAK`, 101],
      [`${panel}.scores[7].panelist`, "P8"],
      ["awards[1].places", -1],
      ["zzz", 1],
    ),
  );
  expect(problems.map((problem) => problem.path)).toEqual([
    "$.zzz",
    "$.edition.year",
    "$.regions[3].type",
    "$.categories[0].rounds[0].indicators",
    "$.categories[0].rounds[1].scores[3].values.DAMPAK",
    "$.categories[0].rounds[1].scores[7].panelist",
    "$.awards[1].places",
  ]);
});

test("past a thousand problems the last line says how many more there are", () => {
  const problems = problemsOf(sampleWith(["awards", Array.from({ length: 2345 }, () => null)]));
  expect(problems).toHaveLength(1001);
  expect(problems.at(-1)).toEqual({
    path: "$",
    message: "Masih ada 1.345 masalah lain; perbaiki dahulu yang tertulis di atas.",
  });
});

function deskValue(file: unknown, sheet: number, indicator: string): unknown {
  const keys = ["categories", "0", "rounds", "0", "scores", String(sheet), "values", indicator];
  return keys.reduce<unknown>(
    (parent, key) => (typeof parent === "object" && parent !== null ? Reflect.get(parent, key) : undefined),
    file,
  );
}
