import { describe, expect, it } from "vitest";
import { mostNamedSlices, planSlices, pointsIn } from "../../renderer/features/results/slices.ts";
import type { RoundResultView } from "../../electron/contract/results.ts";

type Round = Pick<RoundResultView, "indicators" | "rows">;

function round(weights: string[], contributions: (string | null)[], carried: string | null = null): Round {
  return {
    indicators: weights.map((weight, place) => ({
      id: place + 1,
      key: `I${place + 1}`,
      name: `Indikator ${place + 1}`,
      weight,
    })),
    rows: [
      {
        entryId: 1,
        code: "35.01",
        label: "Kabupaten Pacitan",
        rank: 1,
        total: null,
        exact: null,
        tieBreak: null,
        advances: false,
        contributions,
        carried,
        missing: "",
      },
    ],
  };
}

function parts(given: Round): [string, string | null][] {
  const [row] = given.rows;
  if (!row) throw new Error("a round with one row is expected");
  return planSlices(given).map((kind) => [kind.label, pointsIn(row, kind)]);
}

describe("the parts of a bar", () => {
  it("are the indicators in their order, each with its points", () => {
    expect(parts(round(["60", "40"], ["52.20", "34.96"]))).toEqual([
      ["Indikator 1", "52.20"],
      ["Indikator 2", "34.96"],
    ]);
  });

  it("leave open what is not known yet", () => {
    expect(parts(round(["60", "40"], [null, "34.96"]))[0]).toEqual(["Indikator 1", null]);
  });

  it("end with what was carried over, but only where a round carries anything", () => {
    expect(parts(round(["100"], ["45.10"], "44.90")).at(-1)).toEqual(["Bawaan babak sebelumnya", "44.90"]);
    expect(parts(round(["100"], ["90.00"], "0.00"))).toHaveLength(1);
  });

  it("join the lightest indicators when there are too many, adding them exactly", () => {
    const weights = ["2.5", "20", "20", "20", "10", "10", "10", "5", "2.5"];
    const given = round(weights, ["0.10", "1", "1", "1", "1", "1", "1", "0.20", "0.03"]);
    const found = parts(given);
    expect(found).toHaveLength(mostNamedSlices);
    expect(found.at(-1)).toEqual(["3 indikator lain", "0.33"]);
    expect(planSlices(given).at(-1)?.weight).toBe("10.0");
  });

  it("wear fills that differ", () => {
    const fills = planSlices(
      round(
        Array.from({ length: 12 }, () => "5"),
        [],
        "1.00",
      ),
    ).map(({ fill }) => fill);
    expect(new Set(fills).size).toBe(fills.length);
  });
});
