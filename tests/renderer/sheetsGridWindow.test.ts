import fc from "fast-check";
import { expect, test } from "vitest";
import { inSlotOrder } from "../../renderer/features/sheets/useGridWindow.ts";

const ranges = fc
  .record({
    from: fc.nat(500),
    slots: fc.integer({ min: 1, max: 40 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ from, slots, share }) => ({ from, to: from + Math.floor(share * (slots - 1)), slots }));

test("everything drawn has a place of its own, and the places keep their order while the grid scrolls", () => {
  fc.assert(
    fc.property(ranges, ({ from, to, slots }) => {
      const indices = inSlotOrder({ from, to, slots });
      expect(indices.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: to - from + 1 }, (_, offset) => from + offset),
      );
      const places = indices.map((index) => index % slots);
      expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
    }),
  );
});

test("nothing is drawn of an empty grid", () => {
  expect(inSlotOrder({ from: 0, to: -1, slots: 12 })).toEqual([]);
});
