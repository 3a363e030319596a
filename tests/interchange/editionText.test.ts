import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type JsonValue,
  parseJsonText,
  RepeatedKey,
  WrittenNumber,
} from "../../electron/interchange/editionText.ts";
import { sampleText } from "../support/changedSample.ts";
import { problemsOf } from "../support/refusedEdition.ts";

/** What any other reader of JSON would make of it. */
function asPlainJson(value: JsonValue): unknown {
  if (value instanceof WrittenNumber) return Number(value.text);
  if (value instanceof RepeatedKey) return asPlainJson(value.value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(asPlainJson);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, asPlainJson(child)]));
}

describe("reading JSON text", () => {
  test("agrees with JSON.parse on every document", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const parsed = parseJsonText(text);
        expect("value" in parsed && asPlainJson(parsed.value)).toEqual(JSON.parse(text));
      }),
    );
  });

  test("agrees with JSON.parse on what is no document", () => {
    fc.assert(
      fc.property(
        fc.json({ maxDepth: 2 }),
        fc.nat(),
        fc.constantFrom("", ",", "]", "}", '"', "0", "\n", "'"),
        (text, at, put) => {
          const cut = at % text.length;
          const broken = text.slice(0, cut) + put + text.slice(cut + 1);
          let valid = true;
          try {
            JSON.parse(broken);
          } catch {
            valid = false;
          }
          expect("value" in parseJsonText(broken)).toBe(valid);
        },
      ),
    );
  });

  test("keeps every digit of a number", () => {
    const parsed = parseJsonText('{"a":0.10000000000000000001}');
    expect(parsed).toEqual({ value: { a: new WrittenNumber("0.10000000000000000001") } });
  });
});

describe("text that is no JSON is one problem at $", () => {
  test.each([
    [
      "says line and column of what is out of place",
      '{\n "format": "lencana/edition@1",\n "sample" true\n}',
      'Berkas ini bukan JSON yang sah: tanda "t" di baris 3, kolom 11 tidak pada tempatnya; perbaiki di sana atau ekspor ulang dari Lencana.',
    ],
    [
      "says where a cut file stops",
      '{\n "format": "lenc',
      "Berkas ini bukan JSON yang utuh: isinya berhenti di baris 2, kolom 17 sebelum selesai; ambil lagi berkas yang lengkap.",
    ],
    [
      "knows an empty file",
      " \n",
      'Berkas ini kosong; seharusnya berisi edisi dengan format "lencana/edition@1".',
    ],
    [
      "survives nesting without end",
      "[".repeat(200_000),
      "Isi berkas bersarang terlalu dalam; berkas edisi hanya bersarang 8 tingkat.",
    ],
  ])("and %s", (_, text, message) => {
    expect(problemsOf(text)).toEqual([{ path: "$", message }]);
  });
});

describe("a hostile file is only a file with problems:", () => {
  test("__proto__ is an unknown key and changes no prototype", () => {
    const text = sampleText.replace('"theme"', '"__proto__": { "polluted": true }, "theme"');
    expect(problemsOf(text).map((problem) => problem.path)).toEqual(["$.edition.__proto__"]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  test("__proto__ is no indicator that a sheet could have a value for", () => {
    const text = sampleText.replace('"JP": 74.6', '"JP": 74.6, "__proto__": 1, "constructor": 2');
    expect(problemsOf(text).map((problem) => problem.path)).toEqual([
      "$.categories[0].rounds[0].scores[0].values.__proto__",
      "$.categories[0].rounds[0].scores[0].values.constructor",
    ]);
  });

  test("a key given twice with different values is a problem, wherever it is", () => {
    const text = sampleText
      .replace('"JP": 74.6', '"JP": 74.6, "JP": 99.6')
      .replace('"year": 2021', '"year": 2021, "year": 2022');
    expect(problemsOf(text)).toEqual(
      ["$.edition.year", "$.categories[0].rounds[0].scores[0].values.JP"].map((path) => ({
        path,
        message: "Kunci ini ditulis dua kali dengan isi yang berbeda; sisakan yang benar saja.",
      })),
    );
  });

  test("a key cannot steer the terminal that shows its path", () => {
    const text = sampleText.replace('"theme"', '"\\u001b[2J\\u202e\\u009b x": 1, "theme"');
    expect(problemsOf(text).map((problem) => problem.path)).toEqual([
      '$.edition["\\u001b[2J\\u202e\\u009b x"]',
    ]);
  });

  test("a root of any other kind is refused", () => {
    for (const text of ["null", "[]", "7", '"edisi"', "true"]) {
      expect(problemsOf(text).map((problem) => problem.path)).toEqual(["$"]);
    }
  });
});

test("a byte order mark before the text is passed over", () => {
  expect(problemsOf(`\uFEFF${sampleText}`)).toEqual([]);
});
