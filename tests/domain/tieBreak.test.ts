import { describe, expect, it } from "vitest";
import type { Round, Sheet, TieBreakKey } from "../../electron/domain/edition.ts";
import {
  rankOne,
  rankRounds,
  readOrder,
  sheetsOf,
  simpleDesk,
  simpleIndicator,
  simpleRound,
} from "../support/simpleRound.ts";

const jp = simpleIndicator({ id: "JP", weight: "50" });
const merit = simpleIndicator({ id: "MERIT", weight: "50" });

/** One panelist a list of pairs [JP, MERIT], as each entry got them. */
function pairs(scores: Record<string, [string, string][]>): Sheet[] {
  return Object.entries(scores).flatMap(([entry, sheets]) =>
    sheets.map(([JP, MERIT], index) => ({ entry, panelist: `P${index + 1}`, values: { JP, MERIT } })),
  );
}

function rankPairs(scores: Record<string, [string, string][]>, round: Partial<Round>) {
  const panel = ["P1", "P2", "P3"].slice(0, Object.values(scores)[0]?.length);
  return rankOne(
    Object.keys(scores),
    simpleRound({ indicators: [jp, merit], panel, scores: pairs(scores), ...round }),
  );
}

function tieBreaks(result: { results: { entry: string; tieBreak: string | null }[] }) {
  return Object.fromEntries(result.results.map(({ entry, tieBreak }) => [entry, tieBreak]));
}

describe("a tie", () => {
  const tied = { A: [["80", "60"]], B: [["60", "80"]], C: [["90", "90"]] } satisfies Record<
    string,
    [string, string][]
  >;

  it("that nothing splits shares the rank, and the next rank is skipped", () => {
    const result = rankPairs({ ...tied, D: [["10", "10"]] }, {});
    expect(readOrder(result)).toBe("1 C, 2 A, 2 B, 4 D");
    expect(tieBreaks(result)).toEqual({ A: null, B: null, C: null, D: null });
    expect(result.undecided).toEqual([]);
  });

  it("is split by the higher aggregate of an indicator, which only those tied name as their tie-break", () => {
    const result = rankPairs(tied, { tieBreak: ["indicator:MERIT"] });
    expect(readOrder(result)).toBe("1 C, 2 B, 3 A");
    expect(tieBreaks(result)).toEqual({ A: "indicator:MERIT", B: "indicator:MERIT", C: null });
  });

  it("goes to the next key only among those still tied", () => {
    const scores = { A: [["80", "60"]], B: [["70", "70"]], C: [["80", "60"]] } satisfies Record<
      string,
      [string, string][]
    >;
    const tieBreak: TieBreakKey[] = ["indicator:JP", "decision"];
    const decisions = [{ entries: ["C", "A"], order: ["C", "A"], reason: "Rapat pleno" }];
    const result = rankPairs(scores, { tieBreak, decisions });
    expect(readOrder(result)).toBe("1 C, 2 A, 3 B");
    expect(tieBreaks(result)).toEqual({ A: "decision", B: "indicator:JP", C: "decision" });
  });

  it("is one of rounded totals: what is printed decides", () => {
    const scores = { A: [["80.001", "80"]], B: [["80.002", "80"]] } satisfies Record<
      string,
      [string, string][]
    >;
    const result = rankPairs(scores, { decimals: 2 });
    expect(readOrder(result)).toBe("1 A, 1 B");
    expect(result.results.map(({ total }) => total)).toEqual(["80.00", "80.00"]);
    expect(readOrder(rankPairs(scores, { tieBreak: ["exactTotal"] }))).toBe("1 B, 2 A");
  });
});

describe("previousRound", () => {
  const desk = simpleDesk({ A: "70", B: "75" }, { advance: { top: 2 } });
  const paparan = simpleRound({
    scores: sheetsOf({ A: ["80", "80", "80"], B: ["80", "80", "80"] }),
    tieBreak: ["previousRound"],
  });

  it("puts the higher rounded total of the round before first", () => {
    const [, second] = rankRounds(["A", "B"], [desk, paparan]);
    expect(second && readOrder(second)).toBe("1 B, 2 A");
  });

  it("has no effect in a first round", () => {
    expect(readOrder(rankOne(["A", "B"], paparan))).toBe("1 A, 1 B");
  });
});

describe("median", () => {
  it("compares the middle sheet total, which one panelist cannot move", () => {
    const scores = sheetsOf({ A: ["90", "60", "60"], B: ["70", "70", "70"], C: ["0", "0", "0"] });
    const result = rankOne(["A", "B", "C"], simpleRound({ scores, tieBreak: ["median"] }));
    expect(readOrder(result)).toBe("1 B, 2 A, 3 C");
  });

  it("takes the mean of the two middle ones of an even number", () => {
    const scores = sheetsOf({ A: ["90", "50"], B: ["60", "80"] });
    const result = rankOne(["A", "B"], simpleRound({ panel: ["P1", "P2"], scores, tieBreak: ["median"] }));
    expect(readOrder(result)).toBe("1 A, 1 B");
  });
});

describe("panelistMajority", () => {
  it("goes to the one that more panelists put higher, by however little", () => {
    const scores = sheetsOf({ A: ["81", "81", "48"], B: ["80", "80", "50"] });
    const result = rankOne(["B", "A"], simpleRound({ scores, tieBreak: ["panelistMajority"] }));
    expect(readOrder(result)).toBe("1 A, 2 B");
  });

  it("sums the pairs, and leaves a circle tied", () => {
    const scores = sheetsOf({ A: ["90", "70", "80"], B: ["80", "90", "70"], C: ["70", "80", "90"] });
    const result = rankOne(["A", "B", "C"], simpleRound({ scores, tieBreak: ["panelistMajority"] }));
    expect(readOrder(result)).toBe("1 A, 1 B, 1 C");
  });

  it("may leave a smaller group for the next key", () => {
    const scores = sheetsOf({
      A: ["90", "90", "30"],
      B: ["80", "60", "70"],
      C: ["60", "80", "70"],
    });
    const result = rankOne(["C", "B", "A"], simpleRound({ scores, tieBreak: ["panelistMajority"] }));
    expect(readOrder(result)).toBe("1 A, 2 C, 2 B");
  });

  it("asks only panelists who scored both", () => {
    const recusals = [{ panelist: "P2", entry: "B", reason: "Satu kampung" }];
    const scores = sheetsOf({ A: ["69", "90", "81"], B: ["80", null, "80"] });
    const result = rankOne(["A", "B"], simpleRound({ scores, recusals, tieBreak: ["panelistMajority"] }));
    expect(result.results.map(({ total }) => total)).toEqual(["80.00", "80.00"]);
    // P1 puts B higher, P3 puts A higher; what P2 gave to A alone does not count.
    expect(readOrder(result)).toBe("1 A, 1 B");
  });

  it("counts a desk sheet as one panelist", () => {
    const desk = simpleDesk({ A: "80.001", B: "80.002" }, { tieBreak: ["panelistMajority"] });
    expect(readOrder(rankOne(["A", "B"], desk))).toBe("1 B, 2 A");
  });
});

describe("a decision", () => {
  const scores = sheetsOf({ A: ["80"], B: ["80"], C: ["80"] });
  const round = simpleRound({ panel: ["P1"], scores, tieBreak: ["decision"] });

  it("orders exactly those still tied, in whatever order they are listed", () => {
    const decisions = [{ entries: ["C", "A", "B"], order: ["B", "C", "A"], reason: "Rapat pleno" }];
    expect(readOrder(rankOne(["A", "B", "C"], { ...round, decisions }))).toBe("1 B, 2 C, 3 A");
  });

  it("about some of the tied, or about more than the tied, says nothing", () => {
    const some = [{ entries: ["A", "B"], order: ["B", "A"], reason: "Rapat pleno" }];
    const more = [{ entries: ["A", "B", "C", "D"], order: ["D", "C", "B", "A"], reason: "Rapat pleno" }];
    expect(readOrder(rankOne(["A", "B", "C"], { ...round, decisions: some }))).toBe("1 A, 1 B, 1 C");
    expect(readOrder(rankOne(["A", "B", "C"], { ...round, decisions: more }))).toBe("1 A, 1 B, 1 C");
  });

  it("has no effect where the chain does not name it", () => {
    const decisions = [{ entries: ["A", "B", "C"], order: ["B", "C", "A"], reason: "Rapat pleno" }];
    expect(readOrder(rankOne(["A", "B", "C"], { ...round, decisions, tieBreak: [] }))).toBe("1 A, 1 B, 1 C");
  });
});
