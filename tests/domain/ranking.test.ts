import { describe, expect, it } from "vitest";
import { entriesOf, rankRound } from "../../electron/domain/ranking.ts";
import { standingOf, standingsOf } from "../../electron/domain/standing.ts";
import { rankOne, rankRounds, readOrder, sheetsOf, simpleDesk, simpleRound } from "../support/simpleRound.ts";

describe("the total", () => {
  it("is rounded half away from zero to the round's decimals, with the exact fraction beside it", () => {
    const scores = sheetsOf({ A: ["91.25", "91.24", "91.245"] });
    const [result] = rankOne(["A"], simpleRound({ scores })).results;
    expect(result).toMatchObject({ total: "91.25", exact: "18249/200" });
  });

  it("keeps its decimals where they are zeros", () => {
    const scores = sheetsOf({ A: ["90", "90", "90"] });
    expect(rankOne(["A"], simpleRound({ scores })).results[0]).toMatchObject({
      total: "90.00",
      exact: "90/1",
    });
  });

  it("takes its carried part from the rounded total of the round before", () => {
    const first = simpleDesk({ A: "80.126" }, { advance: { top: 1 } });
    const second = simpleRound({ carry: "30", decimals: 4, scores: sheetsOf({ A: ["90", "90", "90"] }) });
    // 0.7 · 90 + 0.3 · 80.13, not 80.126
    expect(rankRounds(["A"], [first, second])[1]?.results[0]).toMatchObject({
      total: "87.0390",
      exact: "87039/1000",
    });
  });
});

describe("an entry without a total", () => {
  const scores = sheetsOf({ A: [null, null, null], B: ["50", null, null], C: ["60", "60", "60"] });
  const result = rankOne(["A", "D", "B", "C"], simpleRound({ scores, advance: { top: 4 } }));

  it("stands last, in the order of entry, without rank", () => {
    expect(readOrder(result)).toBe("1 C, 2 B, – A, – D");
  });

  it("does not advance, while a preview of those with one does", () => {
    expect(result.results.map(({ advances }) => advances)).toEqual([true, true, false, false]);
  });

  it("keeps the round from being complete, even where everybody is recused from it", () => {
    const recusals = ["P1", "P2", "P3"].map((panelist) => ({ panelist, entry: "A", reason: "Sepupu" }));
    const round = simpleRound({ quorum: 0, recusals, scores: sheetsOf({ C: ["60", "60", "60"] }) });
    expect(rankOne(["A", "C"], round)).toMatchObject({ complete: false });
  });
});

describe("advancing", () => {
  const values = { A: "90", B: "80", C: "80", D: "70" };
  const entries = ["A", "B", "C", "D"];

  it("takes the first so many", () => {
    const { results, undecided } = rankOne(entries, simpleDesk(values, { advance: { top: 3 } }));
    expect(results.filter(({ advances }) => advances).map(({ entry }) => entry)).toEqual(["A", "B", "C"]);
    expect(undecided).toEqual([]);
  });

  it("takes nobody of a tie over the cut, and lists the whole group as undecided", () => {
    const { results, undecided } = rankOne(entries, simpleDesk(values, { advance: { top: 2 } }));
    expect(results.filter(({ advances }) => advances).map(({ entry }) => entry)).toEqual(["A"]);
    expect(undecided).toEqual([["B", "C"]]);
  });

  it("takes those the decision put above the cut", () => {
    const round = simpleDesk(values, {
      advance: { top: 2 },
      tieBreak: ["decision"],
      decisions: [{ entries: ["B", "C"], order: ["C", "B"], reason: "Rapat pleno" }],
    });
    const { results, undecided } = rankOne(entries, round);
    expect(results.filter(({ advances }) => advances).map(({ entry }) => entry)).toEqual(["A", "C"]);
    expect(undecided).toEqual([]);
  });

  it("takes all where there are no more than the cut", () => {
    const { results, undecided } = rankOne(entries, simpleDesk(values, { advance: { top: 9 } }));
    expect(results.every(({ advances }) => advances)).toBe(true);
    expect(undecided).toEqual([]);
  });

  it("at least so many points compares the rounded total, ties or not", () => {
    const round = simpleDesk({ A: "79.995", B: "79.994", C: "80" }, { advance: { atLeast: "80" } });
    const { results, undecided } = rankOne(["A", "B", "C"], round);
    expect(results.map(({ entry, advances }) => [entry, advances])).toEqual([
      ["A", true],
      ["C", true],
      ["B", false],
    ]);
    expect(undecided).toEqual([]);
  });

  it("is nobody's where the round has no cut", () => {
    expect(rankOne(entries, simpleDesk(values)).results.some(({ advances }) => advances)).toBe(false);
  });
});

describe("the last place of an award", () => {
  const entries = ["A", "B", "C", "D", "E"];
  const values = { A: "90", B: "90", C: "80", D: "80", E: "70" };

  it("is a cut in the last round: a tie over it is undecided, one beside it is not", () => {
    expect(rankOne(entries, simpleDesk(values), [1]).undecided).toEqual([["A", "B"]]);
    expect(rankOne(entries, simpleDesk(values), [2]).undecided).toEqual([]);
    expect(rankOne(entries, simpleDesk(values), [3, 3]).undecided).toEqual([["C", "D"]]);
    expect(rankOne(entries, simpleDesk(values), [3, 1]).undecided).toEqual([
      ["A", "B"],
      ["C", "D"],
    ]);
  });

  it("is none in an earlier round", () => {
    const rounds = [simpleDesk(values, { advance: { top: 5 } }), simpleDesk({ A: "1", B: "2" })];
    expect(rankRounds(entries, rounds, [1])[0]?.undecided).toEqual([]);
  });
});

describe("a later round", () => {
  const first = simpleDesk({ A: "70", B: "90", C: "80" }, { advance: { top: 2 } });
  const second = simpleRound({ scores: sheetsOf({ B: ["60", "60", "60"], C: ["60", "60", "60"] }) });

  it("ranks those that advanced, in the order of entry", () => {
    const [, result] = rankRounds(["C", "A", "B"], [first, second]);
    expect(result && readOrder(result)).toBe("1 C, 1 B");
    expect(result?.complete).toBe(true);
  });

  it("is incomplete while an earlier one is undecided or lacks a value", () => {
    const tied = simpleDesk({ A: "80", B: "90", C: "80" }, { advance: { top: 2 } });
    const lacking = simpleDesk({ A: "70", B: "90" }, { advance: { top: 2 } });
    const third = simpleRound({ id: "final" });
    expect(rankRounds(["A", "B", "C"], [tied, second, third]).map(({ complete }) => complete)).toEqual([
      true,
      false,
      false,
    ]);
    expect(rankRounds(["A", "B", "C"], [lacking, second]).map(({ complete }) => complete)).toEqual([
      false,
      false,
    ]);
  });

  it("is told its entries by the round before, and a first round ranks all", () => {
    const [result] = rankRounds(["C", "A", "B"], [first]);
    expect(entriesOf({ entries: ["C", "A", "B"] }, result ?? null)).toEqual(["C", "B"]);
    expect(entriesOf({ entries: ["C", "A", "B"] }, null)).toEqual(["C", "A", "B"]);
  });
});

describe("a round", () => {
  it("is complete when no unrecused sheet lacks a value and every entry meets the quorum", () => {
    const scores = sheetsOf({ A: ["60", "60", "60"], B: ["70", "70", null] });
    const recusals = [{ panelist: "P3", entry: "B", reason: "Pernah menjabat di sana" }];
    expect(rankOne(["A", "B"], simpleRound({ scores })).complete).toBe(false);
    expect(rankOne(["A", "B"], simpleRound({ scores, recusals, quorum: 2 })).complete).toBe(true);
    expect(rankOne(["A", "B"], simpleRound({ scores, recusals, quorum: 3 })).complete).toBe(false);
  });

  it("ranks again after one changed score from one new standing", () => {
    const round = simpleRound({ scores: sheetsOf({ A: ["60", "60", "60"], B: ["70", "70", "70"] }) });
    const standings = standingsOf(round, ["A", "B"]);
    const changed = sheetsOf({ A: ["99", "60", "60"] });
    standings.set("A", standingOf(round, "A", changed));
    const result = rankRound({ round, entries: ["A", "B"], standings, previous: null, cuts: [] });
    expect(readOrder(result)).toBe("1 A, 2 B");
  });

  it("refuses to rank an entry whose standing was not brought", () => {
    const round = simpleRound();
    const nothing = { round, entries: ["A"], standings: new Map(), previous: null, cuts: [] };
    expect(() => rankRound(nothing)).toThrow("no standing of entry A");
  });
});
