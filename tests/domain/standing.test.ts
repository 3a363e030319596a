import { describe, expect, it } from "vitest";
import type { Round } from "../../electron/domain/edition.ts";
import { compileRules, standingFromRows, standingOf, standingsOf } from "../../electron/domain/standing.ts";
import { sheetsOf, simpleDesk, simpleIndicator, simpleRound } from "../support/simpleRound.ts";

function standingWith(round: Partial<Round>, values: (string | null)[]) {
  return standingOf(simpleRound(round), "A", sheetsOf({ A: values }));
}

describe("a value", () => {
  it("is normalised to 0–100 from its scale", () => {
    const indicators = [simpleIndicator({ scale: { min: "1", max: "5", step: "1" } })];
    expect(standingWith({ indicators, panel: ["P1"] }, ["4"]).aggregates).toEqual(["75/1"]);
  });

  it("counts from the other end where the least is the best", () => {
    const indicators = [simpleIndicator({ scale: { min: "0", max: "8", step: "1" }, direction: "lower" })];
    expect(standingWith({ indicators, panel: ["P1"] }, ["2"]).aggregates).toEqual(["75/1"]);
  });

  it("may lie on a scale below zero and have more digits than a double", () => {
    const indicators = [simpleIndicator({ scale: { min: "-1", max: "1", step: null } })];
    const standing = standingWith({ indicators, panel: ["P1"] }, ["-0.9999999999999999999999999"]);
    expect(standing.weighted).toBe("1/200000000000000000000000");
  });
});

describe("an aggregate", () => {
  it("is the mean over the panelists", () => {
    expect(standingWith({}, ["90", "80", "81"]).aggregates).toEqual(["251/3"]);
  });

  it("is the middle value as a median, and the mean of the two middle ones of an even number", () => {
    expect(standingWith({ aggregate: "median" }, ["90", "10", "80"]).aggregates).toEqual(["80/1"]);
    expect(standingWith({ aggregate: "median" }, ["90", "81", null]).aggregates).toEqual(["171/2"]);
  });

  it("drops one highest and one lowest as a trimmed mean", () => {
    const panel = ["P1", "P2", "P3", "P4"];
    const standing = standingWith({ aggregate: "trimmedMean", panel }, ["100", "100", "71", "0"]);
    expect(standing.aggregates).toEqual(["171/2"]);
  });

  it("is the plain mean as a trimmed mean of fewer than three", () => {
    expect(standingWith({ aggregate: "trimmedMean" }, ["90", "81", null]).aggregates).toEqual(["171/2"]);
    expect(standingWith({ aggregate: "trimmedMean" }, ["90", "80", "10"]).aggregates).toEqual(["80/1"]);
  });

  it("leaves out a recused panelist, even one whose sheet is there", () => {
    const recusals = [{ panelist: "P2", entry: "A", reason: "Saudara kandung" }];
    const standing = standingWith({ recusals }, ["90", "0", "80"]);
    expect(standing.aggregates).toEqual(["85/1"]);
    expect(standing.sheetTotals).toEqual({ P1: "90/1", P3: "80/1" });
    expect(standing.panelists).toBe(2);
  });

  it("keeps that panelist for the other entries", () => {
    const recusals = [{ panelist: "P2", entry: "B", reason: "Saudara kandung" }];
    expect(standingWith({ recusals }, ["90", "0", "90"]).aggregates).toEqual(["60/1"]);
  });
});

describe("the weighted total", () => {
  const indicators = [
    simpleIndicator({ id: "JP", weight: "62.5" }),
    simpleIndicator({ id: "MERIT", weight: "37.5", scale: { min: "0", max: "400", step: "0.5" } }),
  ];

  it("adds each indicator's share of its aggregate", () => {
    const round = simpleRound({ indicators });
    const sheets = [
      { entry: "A", panelist: "P1", values: { JP: "80", MERIT: "300.5" } },
      { entry: "A", panelist: "P2", values: { JP: "90", MERIT: "200" } },
      { entry: "A", panelist: "P3", values: { JP: "70", MERIT: "400" } },
    ];
    const standing = standingOf(round, "A", sheets);
    expect(standing.aggregates).toEqual(["80/1", "1801/24"]);
    // 0.625 · 80 + 0.375 · 1801/24
    expect(standing.weighted).toBe("5001/64");
    expect(standing.sheetTotals).toEqual({ P1: "5003/64", P2: "75/1", P3: "325/4" });
  });

  it("is unknown while an indicator has no value at all, and the rest is still shown", () => {
    const round = simpleRound({ indicators });
    const standing = standingOf(round, "A", [{ entry: "A", panelist: "P1", values: { JP: "80" } }]);
    expect(standing).toMatchObject({ aggregates: ["80/1", null], weighted: null, sheetTotals: {} });
  });

  it("is a preview over the values that are there while some are missing", () => {
    const round = simpleRound({ indicators, panel: ["P1", "P2"] });
    const standing = standingOf(round, "A", [
      { entry: "A", panelist: "P1", values: { JP: "80", MERIT: "400" } },
      { entry: "A", panelist: "P2", values: { JP: "90" } },
    ]);
    expect(standing.aggregates).toEqual(["85/1", "100/1"]);
    expect(standing.weighted).toBe("725/8");
    expect(standing.sheetTotals).toEqual({ P1: "175/2" });
    expect(standing.missing).toEqual([{ panelist: "P2", values: 1 }]);
  });
});

describe("what is missing", () => {
  it("names each unrecused panelist and how many values their sheet lacks", () => {
    const standing = standingWith({}, ["90", null, null]);
    expect(standing.missing).toEqual([
      { panelist: "P2", values: 1 },
      { panelist: "P3", values: 1 },
    ]);
  });

  it("is nothing of a recused panelist", () => {
    const recusals = [{ panelist: "P2", entry: "A", reason: "Saudara kandung" }];
    expect(standingWith({ recusals }, ["90", null, "90"]).missing).toEqual([]);
  });

  it("meets the quorum by unrecused panelists, whether or not they have scored", () => {
    const recusals = [{ panelist: "P2", entry: "A", reason: "Saudara kandung" }];
    expect(standingWith({ quorum: 3 }, []).quorumMet).toBe(true);
    expect(standingWith({ quorum: 3, recusals }, ["90", null, "90"]).quorumMet).toBe(false);
    expect(standingWith({ quorum: 2, recusals }, []).quorumMet).toBe(true);
  });
});

describe("a desk round", () => {
  it("counts its one sheet as one panelist", () => {
    const desk = simpleDesk({ A: "87.1" });
    expect(standingOf(desk, "A", desk.scores)).toEqual({
      entry: "A",
      aggregates: ["871/10"],
      weighted: "871/10",
      sheetTotals: { "": "871/10" },
      missing: [],
      panelists: 1,
      quorumMet: true,
    });
  });

  it("names the desk as null where its sheet is missing", () => {
    expect(standingOf(simpleDesk({}), "A", []).missing).toEqual([{ panelist: null, values: 1 }]);
  });
});

describe("sheets and rows", () => {
  it("count only for their own entry, panel and indicators", () => {
    const stray = [
      ...sheetsOf({ A: ["90", "90", "90"], B: ["0", "0", "0"] }),
      { entry: "A", panelist: "P9", values: { NILAI: "0" } },
      { entry: "A", panelist: null, values: { NILAI: "0" } },
      { entry: "A", panelist: "P1", values: { LAIN: "0" } },
    ];
    expect(standingOf(simpleRound(), "A", stray).weighted).toBe("90/1");
  });

  it("give the same standing", () => {
    const round = simpleRound({ scores: sheetsOf({ A: ["90", "80", null], B: ["70", "60", "50"] }) });
    const rules = compileRules(round);
    const rows = round.scores.flatMap(({ entry, panelist, values }) =>
      Object.entries(values).map(([indicator, value]) => [entry, panelist, indicator, value] as const),
    );
    expect(standingFromRows(rules, "A", rows)).toEqual(standingsOf(round, ["A", "B"]).get("A"));
  });

  it("may be keyed by words that objects know already", () => {
    const round = simpleRound({
      panel: ["__proto__", "constructor"],
      indicators: [simpleIndicator({ id: "toString" })],
    });
    const standing = standingOf(round, "A", [
      { entry: "A", panelist: "__proto__", values: { toString: "80" } },
      { entry: "A", panelist: "constructor", values: {} },
    ] as Round["scores"]);
    expect(standing.weighted).toBe("80/1");
    expect(Object.entries(standing.sheetTotals)).toEqual([["__proto__", "80/1"]]);
    expect(standing.missing).toEqual([{ panelist: "constructor", values: 1 }]);
  });
});
