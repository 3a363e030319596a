import { describe, expect, test } from "vitest";
import type { Award, Edition, Round, Sheet, TieBreakKey } from "../../electron/domain/edition.ts";
import { rankIndependently } from "../../electron/verifier/ranking.ts";

// Anchors computed by hand from the rules of the edition format: the second opinion must itself be right.

const indicator = {
  id: "A",
  name: "A",
  weight: "100",
  scale: { min: "0", max: "100", step: null },
  direction: "higher",
} as const;

function valuesOf(value: number | null): Sheet["values"] {
  return value === null ? {} : { A: String(value) };
}

/** One panel round in which each row is an entry and each number a panelist's value; null is one not given. */
function roundOf(rows: (number | null)[][], rules: Partial<Round> = {}): Round {
  const panel = (rows[0] ?? []).map((_, index) => `P${index + 1}`);
  return {
    id: "babak",
    name: "Babak",
    kind: "panel",
    panel,
    recusals: [],
    aggregate: "mean",
    decimals: 2,
    carry: "0",
    quorum: 1,
    advance: null,
    tieBreak: [],
    decisions: [],
    indicators: [indicator],
    scores: rows.flatMap((row, entry) =>
      row.map((value, panelist) => ({
        entry: `E${entry + 1}`,
        panelist: `P${panelist + 1}`,
        values: valuesOf(value),
      })),
    ),
    ...rules,
  };
}

function rank(rounds: Round[], awards: Omit<Award, "category" | "name">[] = []) {
  const entries = [...new Set(rounds.flatMap((round) => round.scores.map((sheet) => sheet.entry)))];
  const edition: Edition = {
    sample: true,
    year: 2021,
    title: "Uji",
    theme: null,
    organiser: null,
    venue: null,
    ceremonyDate: null,
    signatory: null,
    regions: entries.map((code) => ({ code, type: "kota", name: code, head: null, agency: null })),
    panelists: [],
    categories: [{ id: "K", name: "K", entries, rounds }],
    awards: awards.map((award) => ({ ...award, category: "K", name: award.id })),
  };
  const result = rankIndependently(edition);
  const ranked = result.categories[0]?.rounds ?? [];
  return { rounds: ranked, last: ranked.at(-1), awards: result.awards };
}

function ranks(round: ReturnType<typeof rank>["last"]) {
  return round?.results.map(({ entry, rank: place, tieBreak }) => [entry, place, tieBreak]);
}

describe("the independent ranking", () => {
  test("rounds half away from zero and keeps the exact total in lowest terms", () => {
    const { last } = rank([
      roundOf([
        [80, 80.01],
        [80, 80],
      ]),
    ]);
    expect(last?.results.map(({ total, exact }) => [total, exact])).toEqual([
      ["80.01", "16001/200"],
      ["80.00", "80/1"],
    ]);
  });

  test.each([
    ["mean", "60.00"],
    ["median", "70.00"],
    ["trimmedMean", "66.67"],
  ] as const)("aggregates by %s", (aggregate, total) => {
    expect(rank([roundOf([[0, 50, 70, 80, 100]], { aggregate })]).last?.results[0]?.total).toBe(total);
  });

  test("takes the least as best where the direction is lower, on any scale", () => {
    const scaled = { ...indicator, scale: { min: "20", max: "60", step: null }, direction: "lower" } as const;
    expect(rank([roundOf([[30]], { indicators: [scaled] })]).last?.results[0]?.total).toBe("75.00");
  });

  test("carries the rounded total of the round before", () => {
    const first = roundOf([[66.666], [50]], { advance: { top: 1 } });
    const second = roundOf([[90]], { id: "akhir", carry: "30" });
    // 0.7 · 90 + 0.3 · 66.67
    expect(rank([first, second]).last?.results).toMatchObject([{ total: "83.00", exact: "83001/1000" }]);
  });

  test("shares a rank where nothing splits a tie: 1 2 2 4", () => {
    const { last } = rank([roundOf([[70], [80], [80], [90]])]);
    expect(ranks(last)).toEqual([
      ["E4", 1, null],
      ["E2", 2, null],
      ["E3", 2, null],
      ["E1", 4, null],
    ]);
    expect(last?.undecided).toEqual([]);
  });

  test.each<[TieBreakKey, string[]]>([
    // Both means are 80; the exact totals are equal too, so this key leaves the order of entry.
    ["exactTotal", ["E1", "E2"]],
    ["median", ["E2", "E1"]],
    ["panelistMajority", ["E2", "E1"]],
  ])("splits a tie by %s", (key, order) => {
    const { last } = rank([
      roundOf(
        [
          [100, 70, 70],
          [60, 90, 90],
        ],
        { tieBreak: [key] },
      ),
    ]);
    expect(last?.results.map(({ entry }) => entry)).toEqual(order);
    expect(last?.results.map(({ rank: place }) => place)).toEqual(key === "exactTotal" ? [1, 1] : [1, 2]);
  });

  test("splits equal rounded totals by the exact one, and names the key that split", () => {
    const { last } = rank([roundOf([[80.001], [80.002], [70]], { tieBreak: ["exactTotal", "decision"] })]);
    expect(ranks(last)).toEqual([
      ["E2", 1, "exactTotal"],
      ["E1", 2, "exactTotal"],
      ["E3", 3, null],
    ]);
  });

  test("holds an undecided tie over a cut back, and a decision of exactly those lets it through", () => {
    const rows = [[90], [80], [80], [70]];
    const open = rank([roundOf(rows, { advance: { top: 2 }, tieBreak: ["decision"] })]).last;
    expect(open?.undecided).toEqual([["E2", "E3"]]);
    expect(open?.results.map(({ advances }) => advances)).toEqual([true, false, false, false]);
    const decision = { entries: ["E2", "E3"], order: ["E3", "E2"], reason: "Rapat pleno" };
    const decided = rank([
      roundOf(rows, { advance: { top: 2 }, tieBreak: ["decision"], decisions: [decision] }),
    ]).last;
    expect(decided?.undecided).toEqual([]);
    expect(ranks(decided)).toEqual([
      ["E1", 1, null],
      ["E3", 2, "decision"],
      ["E2", 3, "decision"],
      ["E4", 4, null],
    ]);
    expect(decided?.results.map(({ advances }) => advances)).toEqual([true, true, false, false]);
  });

  test("reports a later round as not complete while an earlier one is undecided", () => {
    const first = roundOf([[90], [80], [80]], { advance: { top: 2 } });
    const { rounds } = rank([first, roundOf([[90]], { id: "akhir" })]);
    expect(rounds.map(({ complete }) => complete)).toEqual([true, false]);
    expect(rounds[1]?.results.map(({ entry }) => entry)).toEqual(["E1"]);
  });

  test("leaves a recused panelist out, and asks for the quorum all the same", () => {
    const recusals = [{ panelist: "P2", entry: "E1", reason: "Kerabat" }];
    const rows = [
      [90, null],
      [80, 70],
    ];
    expect(rank([roundOf(rows, { recusals })]).last).toMatchObject({
      complete: true,
      results: [{ total: "90.00" }, { total: "75.00" }],
    });
    expect(rank([roundOf(rows, { recusals, quorum: 2 })]).last?.complete).toBe(false);
  });

  test("puts an entry without a total last, and gives no award while one is missing", () => {
    const { last, awards } = rank(
      [roundOf([[null], [80]])],
      [{ id: "lencana", places: 1, recipient: "head" }],
    );
    expect(last?.results[1]).toEqual({
      entry: "E1",
      rank: null,
      total: null,
      exact: null,
      tieBreak: null,
      advances: false,
    });
    expect(awards).toEqual([{ id: "lencana", recipients: [] }]);
  });

  test("gives an award down to its last place, but not to a tie that straddles it", () => {
    const { awards, last } = rank(
      [roundOf([[90], [80], [80]])],
      [
        { id: "dua", places: 2, recipient: "head" },
        { id: "tiga", places: 3, recipient: "region" },
      ],
    );
    expect(last?.undecided).toEqual([["E2", "E3"]]);
    expect(
      awards.map(({ recipients }) => recipients.map(({ place, name, title }) => [place, name, title])),
    ).toEqual([
      [[1, null, "Wali Kota E1"]],
      [
        [1, "Kota E1", null],
        [2, "Kota E2", null],
        [2, "Kota E3", null],
      ],
    ]);
  });
});
