import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalDecimal } from "../../electron/domain/exact.ts";
import { allowedWords, shownDecimal } from "../../renderer/features/sheets/scaleWords.ts";
import { readScore } from "../../renderer/features/sheets/typedNumber.ts";

const hundred = { min: "0", max: "100", step: null };
const whole = { min: "0", max: "100", step: "1" };
const tenThousand = { min: "0", max: "10000", step: null };

describe("a typed score", () => {
  it.each([
    ["87", "87"],
    ["87,5", "87.5"],
    ["87.5", "87.5"],
    ["87,50", "87.5"],
    [" 87 ", "87"],
    ["\u00a087,5\u00a0", "87.5"],
    [",5", "0.5"],
    ["87,", "87"],
    ["007", "7"],
    ["-0", "0"],
    ["1.234", "1.234"],
    ["0.125", "0.125"],
  ])("%j is read as %s", (text, value) => {
    expect(readScore(text, hundred)).toEqual({ ok: true, value });
  });

  it("is no value when the cell is left empty", () => {
    expect(readScore("  ", hundred)).toEqual({ ok: true, value: null });
  });

  it.each(["abc", "8 7", "87%", "8,7,5", "8.7.5", "1e2", "--5", "+5", ",", "Kota Kediri", "1".repeat(61)])(
    "%j is no number",
    (text) => {
      expect(readScore(text, hundred)).toEqual({
        ok: false,
        sentence: "Harus angka, misalnya 87 atau 87,5",
      });
    },
  );

  it("off the scale or the step is refused with what is allowed", () => {
    const sentence = "Harus 0–100, kelipatan 1";
    expect(readScore("101", whole)).toEqual({ ok: false, sentence });
    expect(readScore("-1", whole)).toEqual({ ok: false, sentence });
    expect(readScore("87,5", whole)).toEqual({ ok: false, sentence });
    expect(readScore("100,000001", hundred)).toEqual({ ok: false, sentence: "Harus 0–100" });
  });

  it("may be negative where the scale is, with a typographic minus too", () => {
    expect(readScore("\u22122,5", { min: "-5", max: "5", step: "0.5" })).toEqual({ ok: true, value: "-2.5" });
  });

  it("keeps more digits than a double has", () => {
    expect(readScore("87,12345678901234567891", hundred)).toEqual({
      ok: true,
      value: "87.12345678901234567891",
    });
  });
});

describe("thousands dots", () => {
  it.each([
    ["1.234,5", "1234.5"],
    ["1,234.5", "1234.5"],
    ["1.234,56", "1234.56"],
  ])("%j is read as %s", (text, value) => {
    expect(readScore(text, tenThousand)).toEqual({ ok: true, value });
  });

  it("in a number that only fits as thousands are taken as such", () => {
    expect(readScore("1.500", { min: "1000", max: "2000", step: null })).toEqual({ ok: true, value: "1500" });
    expect(readScore("1.500", { min: "0", max: "2000", step: "50" })).toEqual({ ok: true, value: "1500" });
  });

  it("that could be either are asked about, never guessed", () => {
    expect(readScore("1.234", tenThousand)).toEqual({
      ok: false,
      sentence: "Bisa berarti 1,234 atau 1234: tulis salah satunya tanpa titik",
    });
  });

  it("a comma before three digits stays a decimal mark", () => {
    expect(readScore("1,234", tenThousand)).toEqual({ ok: true, value: "1.234" });
  });
});

describe("what is shown", () => {
  it("can be typed back and is the same value", () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 12 }))
      .map(([digits, places]) => {
        const text = digits.toString().padStart(places + 1, "0");
        return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
      })
      .map((text) => canonicalDecimal(text) ?? "0");
    fc.assert(
      fc.property(decimal, (value) => {
        const scale = { min: "0", max: "1000000000000", step: null };
        expect(readScore(shownDecimal(value), scale)).toEqual({ ok: true, value });
      }),
    );
  });

  it("names the range, and where steps start when not at a multiple", () => {
    expect(allowedWords({ min: "0", max: "4", step: "0.25" })).toBe("0–4, kelipatan 0,25");
    expect(allowedWords({ min: "1", max: "9", step: "2" })).toBe("1–9, kelipatan 2 dari 1");
    expect(allowedWords({ min: "-5", max: "5", step: null })).toBe("-5 sampai 5");
  });
});
