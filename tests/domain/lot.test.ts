import fc from "fast-check";
import { expect, test } from "vitest";
import { drawByLot, inOrder } from "../../electron/domain/lot.ts";
import { sha256 } from "../../electron/services/sha256.ts";

const codes = fc.uniqueArray(fc.stringMatching(/^\d\d\.\d\d$/), { minLength: 1, maxLength: 30 });
const seed = fc.string({ minLength: 1, maxLength: 16 });

test("a lot puts every key once, and the same whoever lists them in whatever order", () => {
  fc.assert(
    fc.property(seed, codes, (lot, keys) => {
      const drawn = drawByLot(sha256, lot, keys);
      expect(drawn.toSorted()).toEqual(keys.toSorted());
      expect(drawByLot(sha256, lot, keys.toReversed())).toEqual(drawn);
    }),
  );
});

test("whoever is left out moves no other", () => {
  fc.assert(
    fc.property(seed, codes, fc.nat(), (lot, keys, place) => {
      const out = keys[place % keys.length];
      const without = keys.filter((key) => key !== out);
      const drawn = drawByLot(sha256, lot, keys);
      expect(drawByLot(sha256, lot, without)).toEqual(drawn.filter((key) => key !== out));
    }),
  );
});

test("seeds give different orders", () => {
  const keys = Array.from({ length: 5 }, (_, index) => `35.0${index}`);
  const orders = Array.from({ length: 200 }, (_, index) => drawByLot(sha256, `${index}`, keys).join());
  expect(new Set(orders).size).toBeGreaterThan(80);
});

test("an order keeps to whom it names: strangers are left out and newcomers come last", () => {
  expect(inOrder(["a", "b", "c"], ["x", "c", "a"])).toEqual(["c", "a", "b"]);
  expect(inOrder(["a", "b"], [])).toEqual(["a", "b"]);
});
