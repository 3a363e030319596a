import { describe, expect, it } from "vitest";
import { add, parseFraction, toFraction } from "../../electron/domain/exact.ts";
import { contributionsOf, explainEntry } from "../../electron/domain/explain.ts";
import type { Round } from "../../electron/domain/edition.ts";
import { rankOne, sheetsOf, simpleDesk, simpleIndicator, simpleRound } from "../support/simpleRound.ts";
import type { RoundResult } from "../../electron/domain/result.ts";
import { standingsOf } from "../../electron/domain/standing.ts";

function rankingOf(round: Round, entries: string[], previous: RoundResult | null = null) {
  return { round, entries, standings: standingsOf(round, entries), previous, cuts: [] };
}

function explain(round: Round, entry: string, entries = ["A", "B", "C"]) {
  return explainEntry(rankingOf(round, entries), entry);
}

describe("the explanation of a value", () => {
  it("shows it as given and on 0–100, in full and rounded to two decimals more than the total", () => {
    const indicators = [simpleIndicator({ scale: { min: "1", max: "4", step: "1" } })];
    const round = simpleRound({ panel: ["P1"], indicators, scores: sheetsOf({ A: ["3"] }) });
    expect(explain(round, "A").indicators[0]?.values).toEqual([
      {
        panelist: "P1",
        value: "3",
        normalised: { exact: "200/3", shown: "66.6667" },
        recused: false,
        counted: true,
      },
    ]);
  });

  it("says who is recused and what is missing", () => {
    const recusals = [{ panelist: "P2", entry: "A", reason: "Saudara kandung" }];
    const round = simpleRound({ recusals, scores: sheetsOf({ A: ["90", "10", null] }) });
    const values = explain(round, "A").indicators[0]?.values;
    expect(values?.map(({ value, recused, counted }) => [value, recused, counted])).toEqual([
      ["90", false, true],
      [null, true, false],
      [null, false, false],
    ]);
  });

  it.each([
    ["trimmedMean", [false, true, true, false]],
    ["median", [false, true, true, false]],
    ["mean", [true, true, true, true]],
  ] as const)("says which of them a %s counts", (aggregate, counted) => {
    const panel = ["P1", "P2", "P3", "P4"];
    const round = simpleRound({ aggregate, panel, scores: sheetsOf({ A: ["90", "80", "70", "60"] }) });
    expect(explain(round, "A").indicators[0]?.values.map((value) => value.counted)).toEqual(counted);
  });
});

describe("the explanation of a total", () => {
  const indicators = [
    simpleIndicator({ id: "JP", weight: "60" }),
    simpleIndicator({ id: "MERIT", weight: "40", scale: { min: "0", max: "400", step: null } }),
  ];
  const first = rankOne(["A", "B"], simpleDesk({ A: "80.126", B: "70" }, { advance: { top: 2 } }));
  const round = simpleRound({
    indicators,
    panel: ["P1"],
    carry: "30",
    scores: [
      { entry: "A", panelist: "P1", values: { JP: "90", MERIT: "300" } },
      { entry: "B", panelist: "P1", values: { JP: "50", MERIT: "200" } },
    ],
  });

  it("goes from the points of each indicator over the carried part to the rounded total", () => {
    const explanation = explainEntry(rankingOf(round, ["A", "B"], first), "A");
    expect(explanation.indicators.map(({ points }) => points?.shown)).toEqual(["54.0000", "30.0000"]);
    expect(explanation.weighted).toEqual({ exact: "84/1", shown: "84.0000" });
    expect(explanation.carry).toEqual({
      percent: "30",
      kept: { exact: "294/5", shown: "58.8000" },
      previousTotal: "80.13",
      carried: { exact: "24039/1000", shown: "24.0390" },
    });
    expect(explanation).toMatchObject({
      exact: "82839/1000",
      exactShown: "82.8390",
      total: "82.84",
      rank: 1,
    });
  });

  it("has no carried part in a first round", () => {
    expect(explain(simpleDesk({ A: "80" }), "A").carry).toBeNull();
  });

  it("is open where an indicator has no value", () => {
    const open = simpleRound({ ...round, scores: [{ entry: "A", panelist: "P1", values: { JP: "90" } }] });
    const explanation = explain(open, "A");
    expect(explanation).toMatchObject({ weighted: null, exactShown: null, total: null, rank: null });
    expect(explanation.indicators.map(({ points }) => points?.exact ?? null)).toEqual(["54/1", null]);
  });

  it("is made of contributions that add up to the exact total", () => {
    const { standings } = rankingOf(round, ["A", "B"], first);
    const standing = standings.get("A");
    if (!standing) throw new Error("no standing");
    const { points, carried } = contributionsOf(round, standing, "80.13");
    expect(points).toEqual(["189/5", "21/1"]);
    const parts = [...points, carried].map((part) => parseFraction(part ?? "0/1"));
    expect(toFraction(parts.reduce(add))).toBe("82839/1000");
  });
});

describe("the explanation of a tie", () => {
  const jp = simpleIndicator({ id: "JP", weight: "50" });
  const merit = simpleIndicator({ id: "MERIT", weight: "50" });
  const round = simpleRound({
    indicators: [jp, merit],
    panel: ["P1"],
    advance: { top: 2 },
    tieBreak: ["exactTotal", "indicator:JP", "decision"],
    scores: [
      { entry: "A", panelist: "P1", values: { JP: "80", MERIT: "60" } },
      { entry: "B", panelist: "P1", values: { JP: "60", MERIT: "80" } },
      { entry: "C", panelist: "P1", values: { JP: "60", MERIT: "80" } },
      { entry: "D", panelist: "P1", values: { JP: "10", MERIT: "10" } },
    ],
  });
  const entries = ["A", "B", "C", "D"];

  it("tells each other entry of the same total, each key both came to, and which decided", () => {
    const explanation = explain(round, "B", entries);
    expect(explanation.ties).toEqual([
      {
        other: "A",
        decidedBy: "indicator:JP",
        above: false,
        steps: [
          { key: "exactTotal", own: "70/1", other: "70/1" },
          { key: "indicator:JP", own: "60/1", other: "80/1" },
        ],
        reason: null,
      },
      {
        other: "C",
        decidedBy: null,
        above: null,
        steps: [
          { key: "exactTotal", own: "70/1", other: "70/1" },
          { key: "indicator:JP", own: "60/1", other: "60/1" },
        ],
        reason: null,
      },
    ]);
    expect(explanation.undecided).toEqual(["B", "C"]);
  });

  it("gives the reason of a decision", () => {
    const decisions = [{ entries: ["B", "C"], order: ["C", "B"], reason: "Rapat pleno 8 Oktober" }];
    const [, withC] = explain({ ...round, decisions }, "B", entries).ties;
    expect(withC).toMatchObject({ decidedBy: "decision", above: false, reason: "Rapat pleno 8 Oktober" });
    expect(explain({ ...round, decisions }, "B", entries).undecided).toBeNull();
  });

  it("is empty for an entry that nobody equals", () => {
    expect(explain(round, "D", entries).ties).toEqual([]);
  });

  it("is refused for an entry the round does not rank", () => {
    expect(() => explain(round, "E", entries)).toThrow("no standing of entry E");
  });
});
