import { describe, expect, it } from "vitest";
import {
  add,
  canonicalDecimal,
  compare,
  div,
  findScaleFault,
  inScale,
  mul,
  onStep,
  parseDecimal,
  parseFraction,
  rational,
  roundHalfAway,
  sub,
  toFraction,
} from "../../electron/domain/exact.ts";

describe("an exact number", () => {
  it("reads 87.1 as 871/10, not as the nearest double", () => {
    expect(toFraction(parseDecimal("87.1"))).toBe("871/10");
    expect(toFraction(add(parseDecimal("0.1"), parseDecimal("0.2")))).toBe("3/10");
  });

  it("is kept in lowest terms with a positive denominator", () => {
    expect(rational(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(rational(0n, -7n)).toEqual({ numerator: 0n, denominator: 1n });
  });

  it("writes a whole number with its denominator too", () => {
    expect(toFraction(parseDecimal("90"))).toBe("90/1");
  });

  it("comes back from its fraction text", () => {
    expect(parseFraction("-365/4")).toEqual(rational(-365n, 4n));
    expect(() => parseFraction("91.25")).toThrow(SyntaxError);
  });

  it("adds, subtracts, multiplies and divides without losing anything", () => {
    const third = div(parseDecimal("1"), parseDecimal("3"));
    expect(toFraction(sub(third, parseDecimal("0.25")))).toBe("1/12");
    expect(toFraction(mul(third, parseDecimal("3")))).toBe("1/1");
    expect(() => div(third, parseDecimal("0"))).toThrow(RangeError);
  });

  it("compares by value, whatever the number of digits", () => {
    const long = `0.${"3".repeat(50)}`;
    expect(compare(parseDecimal(long), rational(1n, 3n))).toBe(-1);
    expect(compare(parseDecimal("-2"), parseDecimal("-1.5"))).toBe(-1);
    expect(compare(parseDecimal("1.50"), parseDecimal("1.5"))).toBe(0);
  });
});

describe("rounding half away from zero", () => {
  it.each([
    ["91.245", 2, "91.25"],
    ["91.2449999", 2, "91.24"],
    ["-91.245", 2, "-91.25"],
    ["90", 2, "90.00"],
    ["0.5", 0, "1"],
    ["-0.5", 0, "-1"],
    ["-0.4", 0, "0"],
    ["1.005", 2, "1.01"],
    ["0.05", 1, "0.1"],
  ])("makes %s with %d decimals %s", (text, decimals, rounded) => {
    expect(roundHalfAway(parseDecimal(text), decimals)).toBe(rounded);
  });
});

describe("canonical decimal text", () => {
  it.each([
    ["87.10", "87.1"],
    ["87.00", "87"],
    ["-0", "0"],
    ["-0.00", "0"],
    ["007.5", "7.5"],
    ["0.05", "0.05"],
    ["1e2", "100"],
    ["1.25E+1", "12.5"],
    ["5e-3", "0.005"],
    ["-1.20e1", "-12"],
    ["100", "100"],
  ])("of %s is %s", (text, canonical) => {
    expect(canonicalDecimal(text)).toBe(canonical);
  });

  it.each([
    "",
    "-",
    ".",
    ".5",
    "5.",
    "+5",
    "8,5",
    "1_000",
    " 5",
    "0x10",
    "NaN",
    "Infinity",
    "1e",
    "--1",
    "５",
  ])("does not exist of %j", (text) => {
    expect(canonicalDecimal(text)).toBeNull();
    expect(() => parseDecimal(text)).toThrow(RangeError);
  });

  it("refuses numbers of a size no score has, at once", () => {
    expect(canonicalDecimal("1e999999999")).toBeNull();
    expect(canonicalDecimal("1e-999999999")).toBeNull();
    expect(canonicalDecimal("9".repeat(1_000_000))).toBeNull();
    expect(canonicalDecimal("9".repeat(61))).toBeNull();
    expect(canonicalDecimal("9".repeat(60))).toBe("9".repeat(60));
  });
});

describe("a scale", () => {
  const merit = { min: "0", max: "400", step: "0.5" };

  it("includes both its ends", () => {
    expect(inScale("0", merit)).toBe(true);
    expect(inScale("400", merit)).toBe(true);
    expect(inScale("400.5", merit)).toBe(false);
    expect(inScale("-0.5", merit)).toBe(false);
  });

  it("counts its steps from min", () => {
    expect(onStep("1.3", "1", "0.3")).toBe(true);
    expect(onStep("1.2", "1", "0.3")).toBe(false);
    expect(onStep("0.3", "0", "0.1")).toBe(true);
  });

  it("names what is wrong with a value", () => {
    expect(findScaleFault("300.5", merit)).toBeNull();
    expect(findScaleFault("300.25", merit)).toBe("offStep");
    expect(findScaleFault("400.25", merit)).toBe("offScale");
    expect(findScaleFault("300.25", { ...merit, step: null })).toBeNull();
  });
});
