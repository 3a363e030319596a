import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalOf } from "../../renderer/features/sheets/runningTotal.ts";
import type { Indicator } from "../../renderer/features/sheets/scaleWords.ts";

function indicator(changes: Partial<Indicator>): Indicator {
  return {
    id: 1,
    key: "I",
    name: "Indikator",
    weight: "100",
    scale: { min: "0", max: "100", step: null },
    direction: "higher",
    ...changes,
  };
}

const presentation = ["30", "25", "25", "20"].map((weight) => indicator({ weight }));

describe("the running total of a sheet", () => {
  it("is what a panelist writes under a paper sheet", () => {
    // 87·30% + 90·25% + 78·25% + 85·20% = 26,1 + 22,5 + 19,5 + 17
    expect(totalOf(presentation, 2)(["87", "90", "78", "85"])).toEqual({ text: "85,10", filled: 4 });
  });

  it("counts only what is given so far", () => {
    expect(totalOf(presentation, 2)(["87", null, null, "85"])).toEqual({ text: "43,10", filled: 2 });
    expect(totalOf(presentation, 2)([null, null, null, null])).toEqual({ text: "0,00", filled: 0 });
  });

  it("normalises other scales, and turns those round where the least is the best", () => {
    const indicators = [
      indicator({ weight: "50", scale: { min: "0", max: "400", step: "0.5" } }),
      indicator({ weight: "50", scale: { min: "10", max: "60", step: null }, direction: "lower" }),
    ];
    // 300/400 → 75; (60−20)/50 → 80
    expect(totalOf(indicators, 2)(["300", "20"])).toEqual({ text: "77,50", filled: 2 });
  });

  it("rounds half away from zero, where doubles would not", () => {
    // 0.615 and 1.005 are below the half as doubles.
    const half = [indicator({ weight: "100" })];
    expect(totalOf(half, 2)(["1.005"]).text).toBe("1,01");
    expect(totalOf(half, 2)(["0.615"]).text).toBe("0,62");
  });

  it("is exact on scales of thirds: three thirds of one third each are one", () => {
    const thirds = [1, 2, 3].map(() =>
      indicator({ weight: "100", scale: { min: "0", max: "3", step: "1" } }),
    );
    expect(totalOf(thirds, 10)(["1", "1", "1"]).text).toBe("100,0000000000");
  });

  it("does not depend on the order of the indicators", () => {
    const values = fc.array(
      fc.integer({ min: 0, max: 10_000 }).map((units) => `${units / 100}`),
      {
        minLength: 4,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(values, (given) => {
        const forwards = totalOf(presentation, 6)(given);
        const backwards = totalOf(presentation.toReversed(), 6)(given.toReversed());
        expect(backwards).toEqual(forwards);
      }),
    );
  });
});
