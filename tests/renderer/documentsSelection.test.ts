import { describe, expect, it } from "vitest";
import { nextZoom, pixelsPerPoint, scaleFor, zoomWords } from "../../renderer/components/pdf/zoom.ts";
import { allToggled, extended, shareIn, toggled } from "../../renderer/features/documents/selection.ts";

const some = new Set(["a", "b"]);

describe("ticking papers", () => {
  it("puts one in or out and leaves the former selection as it was", () => {
    expect([...toggled(some, "c")]).toEqual(["a", "b", "c"]);
    expect([...toggled(some, "a")]).toEqual(["b"]);
    expect([...some]).toEqual(["a", "b"]);
  });

  it("of a group puts all in unless all are in", () => {
    expect([...allToggled(some, ["b", "c"])]).toEqual(["a", "b", "c"]);
    expect([...allToggled(some, ["a", "b"])]).toEqual([]);
  });

  it("of a stretch goes either way and passes over headings", () => {
    const keys = [null, "a", "b", null, "c", "d"];
    expect([...extended(new Set(), keys, 1, 4)]).toEqual(["a", "b", "c"]);
    expect([...extended(new Set(["d"]), keys, 4, 2)]).toEqual(["d", "b", "c"]);
  });

  it("is shown as none, some or all of a group", () => {
    expect(shareIn(some, ["c"])).toBe("none");
    expect(shareIn(some, ["a", "c"])).toBe("some");
    expect(shareIn(some, ["a", "b"])).toBe("all");
  });
});

describe("zooming a page", () => {
  const a4 = { width: 595, height: 842 };

  it("fits its width, or all of it", () => {
    expect(scaleFor({ fit: "width" }, a4, { width: 1190, height: 421 })).toBe(2);
    expect(scaleFor({ fit: "page" }, a4, { width: 1190, height: 421 })).toBe(0.5);
  });

  it("keeps a page visible in no space at all", () => {
    expect(scaleFor({ fit: "page" }, a4, { width: 0, height: 0 })).toBeGreaterThan(0);
  });

  it("goes to the next step from any fitted size, and stops at the ends", () => {
    expect(nextZoom(1.02 * pixelsPerPoint, "in")).toEqual({ factor: 1.1 });
    expect(nextZoom(1.02 * pixelsPerPoint, "out")).toEqual({ factor: 1 });
    expect(nextZoom(4 * pixelsPerPoint, "in")).toEqual({ factor: 4 });
  });

  it("is said in percent of the real size", () => {
    expect(zoomWords(pixelsPerPoint)).toBe("100%");
    expect(zoomWords(1)).toBe("75%");
  });
});
