import { describe, expect, test } from "vitest";
import { design as designShape } from "../../electron/contract/designs.ts";
import {
  arrowStep,
  dragged,
  duplicate,
  moved,
  newElement,
  snapped,
  withElement,
  withoutElement,
} from "../../renderer/features/designs/elements.ts";
import { redo, startHistory, step, undo } from "../../renderer/features/designs/history.ts";
import { readKept } from "../../renderer/features/designs/useDesignDraft.ts";
import { elementLabel, kindWords, placeWords } from "../../renderer/features/designs/words.ts";
import { shippedDesign } from "../documents/papers2021.ts";

const { design } = shippedDesign("klasik");
const box = { x: 10, y: 20, w: 30, h: 8 };
const key = (name: string, held: Partial<Record<"shiftKey" | "ctrlKey" | "metaKey", boolean>> = {}) =>
  arrowStep({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, ...held });

describe("a box that is dragged", () => {
  test("moves to a tenth of a millimetre", () => {
    expect(dragged(box, "", 1.26, -0.04)).toEqual({ ...box, x: 11.3, y: 20 });
  });

  test("grows at the grip that is pulled and is never turned over", () => {
    expect(dragged(box, "se", 5, 2)).toEqual({ ...box, w: 35, h: 10 });
    expect(dragged(box, "nw", 5, 2)).toEqual({ x: 15, y: 22, w: 25, h: 6 });
    expect(dragged(box, "w", 100, 0)).toEqual({ ...box, x: 39.5, w: 0.5 });
    expect(dragged(box, "s", 0, -100)).toEqual({ ...box, h: 0.5 });
  });

  test("is drawn to the middle of the page where it is nearly there", () => {
    expect(snapped({ ...box, x: 132.9 }, "A4")).toEqual({ ...box, x: 133.5, centred: true });
    expect(snapped({ ...box, x: 130 }, "A4")).toEqual({ ...box, x: 130, centred: false });
  });
});

test("arrow keys go a millimetre, with Shift a tenth, with Ctrl ten", () => {
  expect(key("ArrowLeft")).toEqual({ dx: -1, dy: 0 });
  expect(key("ArrowDown", { shiftKey: true })).toEqual({ dx: 0, dy: 0.1 });
  expect(key("ArrowRight", { ctrlKey: true })).toEqual({ dx: 10, dy: 0 });
  expect(key("a")).toBeNull();
});

test("every kind of part can be added, twice, and the design stays one that can be saved", () => {
  let grown = design;
  for (const kind of ["text", "name", "picture", "signature", "code", "line"] as const) {
    const one = newElement(grown, kind);
    grown = { ...grown, elements: [...grown.elements, one] };
    grown = { ...grown, elements: [...grown.elements, duplicate(grown, one)] };
    expect(elementLabel(one)).not.toBe("");
    expect(kindWords[kind]).not.toBe("");
  }
  expect(designShape.parse(grown)).toEqual(grown);
  expect(new Set(grown.elements.map(({ id }) => id)).size).toBe(grown.elements.length);
});

test("parts change, go, and move in the order of reading", () => {
  const ids = (of: typeof design) => of.elements.map(({ id }) => id);
  expect(withElement(design, "judul", { x: 5 }).elements.find(({ id }) => id === "judul")).toMatchObject({
    x: 5,
  });
  expect(ids(withoutElement(design, "judul"))).not.toContain("judul");
  expect(ids(moved(design, "judul", -1)).slice(0, 3)).toEqual(["lambang", "judul", "instansi"]);
  expect(moved(design, "lambang", -1)).toBe(design);
});

test("a part is called by its words, placeholders by their names", () => {
  const number = design.elements.find(({ id }) => id === "nomor")!;
  expect(elementLabel(number)).toBe("Nomor: ‹Nomor piagam›");
  expect(placeWords({ x: 32, y: 69.5, w: 233, h: 6 })).toBe(
    "32 mm dari kiri, 69,5 mm dari atas, lebar 233 mm, tinggi 6 mm",
  );
});

describe("what was done", () => {
  test("is taken back and done again, step by step", () => {
    const three = step(step(startHistory(1), 2, null, 0), 3, null, 0);
    expect(undo(three).present).toBe(2);
    expect(redo(undo(three)).present).toBe(3);
    expect(undo(undo(undo(three))).present).toBe(1);
    expect(redo(three)).toBe(three);
  });

  test("in one go of the same kind is one step", () => {
    const drag = [2, 3, 4].reduce(
      (now, x, index) => step(now, x, "seret nama", index * 100),
      startHistory(1),
    );
    expect(undo(drag).present).toBe(1);
    expect(undo(step(drag, 5, "seret nama", 9000)).present).toBe(4);
    expect(undo(step(drag, 5, "x", 250)).present).toBe(4);
  });
});

test("a draft is kept with the window whatever it was made from, and nothing else is taken for one", () => {
  const kept = { basedOn: "2026-10-05T02:00:00.000Z", design };
  expect(readKept(JSON.stringify(kept))).toEqual(kept);
  expect(readKept(JSON.stringify({ basedOn: null, design }))).toEqual({ basedOn: null, design });
  for (const text of [null, "{", "{}", JSON.stringify({ basedOn: null, design: {} })]) {
    expect(readKept(text)).toBeNull();
  }
});
