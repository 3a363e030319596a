import { runInNewContext } from "node:vm";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  JsonFault,
  type JsonValue,
  readJson,
  RepeatedKey,
  WrittenNumber,
} from "../../electron/interchange/jsonText.ts";

/** What any other reader of JSON would make of it. */
function asPlainJson(value: JsonValue): unknown {
  if (value instanceof WrittenNumber) return Number(value.text);
  if (value instanceof RepeatedKey) return asPlainJson(value.value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(asPlainJson);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, asPlainJson(child)]));
}

function readOrFault(text: string): unknown {
  try {
    return { value: asPlainJson(readJson(text)) };
  } catch (error) {
    if (error instanceof JsonFault) return "fault";
    throw error;
  }
}

/**
 * What the engine's own reader makes of it, in a realm of its own: the engine of Node 24 takes a key that ends in an escape
 * for a similar one of an object it has read before (`"a\\t"` for `"a\\\\"`), and a new realm has read none.
 */
function parseOrFault(text: string): unknown {
  try {
    JSON.parse(text);
    return { value: runInNewContext("JSON.parse(text)", { text }) };
  } catch {
    return "fault";
  }
}

describe("reading JSON", () => {
  test("agrees with JSON.parse on every document, however its strings are escaped and it is spaced", () => {
    const escaped = fc
      .json({ stringUnit: "binary" })
      .map((text) =>
        text.replaceAll(/[^ -~]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`),
      );
    const spaced = fc.jsonValue().map((value) => `\n${JSON.stringify(value, null, "\t ")}\r\n`);
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.json({ stringUnit: "binary" }), escaped, spaced), (text) => {
        expect(readOrFault(text)).toEqual(parseOrFault(text));
      }),
      { numRuns: 500 },
    );
  });

  test("agrees with JSON.parse on what is no document", () => {
    const damage = fc.constantFrom(
      "",
      ",",
      ":",
      "]",
      "}",
      '"',
      "0",
      "-",
      ".",
      "e",
      "+",
      "\\",
      "u",
      "\n",
      "\0",
      "'",
      "t",
      "\u00a0",
    );
    fc.assert(
      fc.property(fc.json({ maxDepth: 2 }), fc.nat(), damage, (text, at, put) => {
        const cut = at % text.length;
        const damaged = text.slice(0, cut) + put + text.slice(cut + 1);
        expect(readOrFault(damaged)).toEqual(parseOrFault(damaged));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    "",
    "01",
    "1.",
    ".5",
    "-",
    "+1",
    "1e",
    "0x1",
    "NaN",
    "[1,]",
    "[,]",
    '{"a":1,}',
    "{a:1}",
    "'a'",
    '"\t"',
    '"\\x"',
    '"\\u12g4"',
    "nul",
    "truee",
    "[1 2]",
    "/**/1",
  ])("refuses %j", (text) => {
    expect(() => readJson(text)).toThrow(JsonFault);
  });

  test("keeps every digit of a number", () => {
    expect(readJson("[0.10000000000000000001, 87.10, -0, 1e2]")).toEqual(
      ["0.10000000000000000001", "87.10", "-0", "1e2"].map((text) => new WrittenNumber(text)),
    );
  });

  test("remembers that a key came again, with the last value", () => {
    expect(readJson('{"a": true, "b": null, "a": true, "a": false}')).toEqual({
      a: new RepeatedKey(false),
      b: null,
    });
  });

  test("takes __proto__ for a key like any other", () => {
    const value = readJson('{"__proto__": {"polluted": true}}');
    expect(Object.keys(value ?? {})).toEqual(["__proto__"]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});
