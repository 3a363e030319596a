import { describe, expect, it } from "vitest";
import { readTypedDecimal, typedText } from "../../renderer/components/typedDecimal.ts";

describe("a typed number", () => {
  it.each([
    ["12,5", "12.5"],
    ["12.5", "12.5"],
    [" 30 % ", "30"],
    ["12,50", "12.5"],
    ["12,", "12"],
    ["-3,25", "-3.25"],
    ["−1", "-1"],
    ["1.250,75", "1250.75"],
    ["1.000.000", "1000000"],
    ["0.125", "0.125"],
    ["007", "7"],
  ])("%j is %s", (text, value) => {
    expect(readTypedDecimal(text)).toEqual({ value });
  });

  it("that can mean two things is asked about", () => {
    expect(readTypedDecimal("1.250")).toEqual({ refusal: "Tulis 1250 atau 1,250, tanpa titik" });
  });

  it.each(["", "abc", "1,2,3", "12e", "1 2", "--1", ",", "9".repeat(41)])("%j is refused", (text) => {
    expect(readTypedDecimal(text)).toHaveProperty("refusal");
  });

  it("is shown so that it can be typed back", () => {
    expect(typedText("1250.75")).toBe("1250,75");
    expect(readTypedDecimal(typedText("1250.75"))).toEqual({ value: "1250.75" });
  });
});
