import { describe, expect, it } from "vitest";
import { nextRow } from "../../renderer/components/rowKeys.ts";

const at = { active: 10, count: 38, page: 9 };

function press(key: string, more: { ctrlKey?: boolean } = {}, from = at): number | null {
  return nextRow({ key, ctrlKey: false, metaKey: false, ...more }, from);
}

describe("keys in a list", () => {
  it("move by one, by a page and to the ends", () => {
    expect(press("ArrowDown")).toBe(11);
    expect(press("ArrowUp")).toBe(9);
    expect(press("PageDown")).toBe(19);
    expect(press("Home")).toBe(0);
    expect(press("End")).toBe(37);
    expect(press("ArrowDown", { ctrlKey: true })).toBe(37);
  });

  it("stop at the ends", () => {
    expect(press("ArrowUp", {}, { ...at, active: 0 })).toBe(0);
    expect(press("PageDown", {}, { ...at, active: 35 })).toBe(37);
  });

  it("that mean nothing here, or in an empty list, move nothing", () => {
    expect(press("x")).toBeNull();
    expect(press("ArrowDown", {}, { active: 0, count: 0, page: 9 })).toBeNull();
  });
});
