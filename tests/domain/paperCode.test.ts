import { encode } from "uqr";
import { describe, expect, test } from "vitest";
import { pageCodes, paperCode, readPaperCode } from "../../electron/domain/paperCode.ts";

const serial = "7F3K-9QXM";
const content = "0123456789abcdef".repeat(4);

test("the code of a paper of one page says its serial and the start of its content", () => {
  const code = paperCode(serial, content);
  expect(code).toBe("LENCANA1/7F3K-9QXM/0123456789ABCDEF");
  expect(readPaperCode(code)).toEqual({ serial, content: content.slice(0, 16), page: null });
  expect(pageCodes(code, 1)).toEqual([code]);
});

test("the codes of the pages of a paper say besides which page of how many each is", () => {
  const codes = pageCodes(paperCode(serial, content), 3);
  expect(codes).toEqual([
    "LENCANA1/7F3K-9QXM/0123456789ABC/1/3",
    "LENCANA1/7F3K-9QXM/0123456789ABC/2/3",
    "LENCANA1/7F3K-9QXM/0123456789ABC/3/3",
  ]);
  expect(readPaperCode(codes[1]!)).toEqual({
    serial,
    content: content.slice(0, 13),
    page: { number: 2, of: 3 },
  });
});

test("a page's square has as few dots as that of a whole paper, up to 99 pages", () => {
  const dots = (code: string) => encode(code, { ecc: "M", border: 0 }).size;
  const whole = paperCode(serial, content);
  expect(dots(whole)).toBe(25);
  for (const pages of [2, 10, 99]) expect(pageCodes(whole, pages).map(dots)).toEqual(Array(pages).fill(25));
});

describe("a serial that is typed", () => {
  test.each([
    ["7F3K-9QXM", null],
    ["7f3k 9qxm/2", { number: 2, of: null }],
    ["7f3k9qxm / 12", { number: 12, of: null }],
    ["7F3K-9QXM/2/3", { number: 2, of: 3 }],
  ])("as %s is read", (typed, page) => {
    expect(readPaperCode(typed)).toEqual({ serial, content: null, page });
  });

  test("with letters for the digits they look like is read as those", () => {
    expect(readPaperCode("o1il-9qxm/1")).toMatchObject({ serial: "0111-9QXM", page: { number: 1 } });
  });
});

test.each([
  "7F3K-9QXM/0",
  "7F3K-9QXM/",
  "7F3K-9QXM/dua",
  "7F3K-9QX",
  "LENCANA1/7F3K-9QXM/0123456789ABC",
  "LENCANA1/7F3K-9QXM/0123456789ABC/2",
  "LENCANA1/7F3K-9QXM/0123456789ABC/4/3",
  "LENCANA1/7F3K-9QXM/0123456789ABC/0/3",
  "LENCANA1/7F3K-9QXM/0123456789ABCDEF/1/3",
  "https://contoh.go.id/1",
])("%s is no code of ours", (text) => {
  expect(readPaperCode(text)).toBeNull();
});
