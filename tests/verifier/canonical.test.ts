import { anything, assert, array, property, record, string } from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../electron/domain/canonicalJson.ts";
import { shortHead as domainShortHead } from "../../electron/domain/ledger.ts";
import { canonical, type Json } from "../../electron/verifier/canonical.ts";
import { hashStart, shortHead } from "../../electron/verifier/head.ts";
import { sha256 } from "./sealedLedger.ts";

/** Any JSON whose numbers are whole. */
const json = anything({ maxDepth: 4 })
  .map((value) =>
    JSON.stringify(value, (_, one: unknown) => (typeof one === "number" ? Math.trunc(one) : one)),
  )
  .filter((text) => text !== undefined)
  .map((text): Json => JSON.parse(text))
  .filter(isWhole);

function isWhole(value: Json): boolean {
  if (typeof value === "number") return Number.isSafeInteger(value);
  return typeof value !== "object" || value === null || Object.values(value).every(isWhole);
}

test("the verifier and the ledger write the same value the same way", () => {
  assert(property(json, (value) => canonical(value) === canonicalJson(value)));
});

test("what is written canonically reads back to the same text", () => {
  assert(property(json, (value) => canonical(JSON.parse(canonical(value))) === canonical(value)));
});

test("the order in which keys were given does not show", () => {
  const pairs = array(record({ key: string(), value: string() }));
  const write = (list: { key: string; value: string }[]) =>
    canonical(Object.fromEntries(list.map(({ key, value }) => [`k${key}`, value])));
  assert(
    property(pairs, (list) => {
      const unique = [...new Map(list.map((pair) => [pair.key, pair])).values()];
      return write(unique) === write(unique.toReversed());
    }),
  );
});

test("a number that is not whole has no one way to be written", () => {
  expect(() => canonical(0.1)).toThrow(RangeError);
  expect(() => canonical([2 ** 53])).toThrow(RangeError);
});

test("a head is printed alike by the ledger and the verifier, and what is read from paper finds its hash", () => {
  assert(
    property(string(), (text) => {
      const hash = sha256(text);
      const printed = shortHead(hash);
      return printed === domainShortHead(hash) && hash.startsWith(hashStart(printed)!);
    }),
  );
});

test.each([
  ["0011-AAAA-BBBB-CCCC", "oOiL aaaa bbbb cccc"],
  ["0011-AAAA-BBBB-CCCC", "0011aaaa.bbbb/cccc"],
])("the head %s may be typed as %s", (printed, typed) => {
  expect(hashStart(typed)).toBe(hashStart(printed));
  expect(hashStart(printed)).toHaveLength(20);
});

test.each(["", "0011-AAAA-BBBB-CCC", "0011-AAAA-BBBB-CCCCC", "0011-AAAA-BBBB-CCCU"])(
  '"%s" is no head',
  (typed) => {
    expect(hashStart(typed)).toBeNull();
  },
);
