import { describe, expect, test } from "vitest";
import { sampleText } from "../support/changedSample.ts";
import { problemsOf } from "../support/refusedEdition.ts";

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

  test("a key given twice is a problem, wherever it is", () => {
    const text = sampleText
      .replace('"JP": 74.6', '"JP": 74.6, "JP": 99.6')
      .replace('"year": 2021', '"year": 2021, "year": 2021');
    expect(problemsOf(text)).toEqual(
      ["$.edition.year", "$.categories[0].rounds[0].scores[0].values.JP"].map((path) => ({
        path,
        message: "Kunci ini ditulis lebih dari sekali; sisakan satu, yang benar.",
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
