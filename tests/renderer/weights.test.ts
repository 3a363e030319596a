import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { weightStanding, weightWidths } from "../../renderer/features/rounds/weights.ts";

const weights = (...texts: string[]) => texts.map((weight) => ({ weight }));

describe("the bar of weights", () => {
  it.each([
    [["40", "30", "30"], "exact", "Pas 100", "100"],
    [["33.33", "33.33", "33.33"], "lacking", "Kurang 0,01", "99,99"],
    [["33.34", "33.33", "33.34"], "over", "Lebih 0,01", "100,01"],
    [["50", "44.5"], "lacking", "Kurang 5,5", "94,5"],
    [[], "lacking", "Kurang 100", "0"],
    [["0.1", "0.2", "99.7"], "exact", "Pas 100", "100"],
    [["100", "0.0000000001"], "over", "Lebih 0,0000000001", "100,0000000001"],
    [["1250"], "over", "Lebih 1.150", "1.250"],
  ])("of %j is %s: %s", (texts, state, words, sum) => {
    expect(weightStanding(weights(...texts))).toEqual({ state, words, sum });
  });

  it("is full at any split of 100 into hundredths", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { maxLength: 12 }), (parts) => {
        const rest = 10_000 - parts.reduce((sum, part) => sum + part, 0);
        fc.pre(rest >= 0);
        const texts = [...parts, rest].map((part) => (part / 100).toFixed(2));
        expect(weightStanding(weights(...texts)).state).toBe("exact");
      }),
    );
  });
});

test("parts are as wide as their weights, and the bar ends at 100", () => {
  expect(weightWidths(weights("40", "25.5"))).toEqual({ widths: [40, 25.5], hundredAt: 100 });
});

test("what is over shortens every part, and says where 100 was", () => {
  expect(weightWidths(weights("100", "100"))).toEqual({ widths: [50, 50], hundredAt: 50 });
});
