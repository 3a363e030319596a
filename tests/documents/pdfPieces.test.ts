import { expect, test } from "vitest";
import { cutObject, writePieces } from "../../electron/documents/pdfPieces.ts";

const renumbered = (body: string) => {
  const { pieces, rest } = cutObject(body);
  return writePieces(pieces, (number) => number + 100) + rest;
};

test("references are given their new numbers, wherever in a value they stand", () => {
  expect(renumbered("\n<< /A 1 0 R /B [2 0 R 3 0 R] /C << /D 4 0 R>>/E 5 0 R>>\n")).toBe(
    "\n<< /A 101 0 R /B [102 0 R 103 0 R] /C << /D 104 0 R>>/E 105 0 R>>\n",
  );
  expect(renumbered(" 12 0 R\n")).toBe(" 112 0 R\n");
});

test.each([
  ["a string", "(1 0 R)"],
  ["a string with brackets", "(a (1 0 R) \\) 2 0 R \\( )"],
  ["a hex string", "<31 20 30 20 52>"],
  ["a name", "/1 0 /R"],
  ["numbers", "[1 0 2 0 0.5 -1 0]"],
  ["an operator that begins so", "[1 0 RG]"],
  ["a comment", "[1 % 1 0 R\n]"],
])("what looks like a reference in %s stays", (_, value) => {
  const body = `\n<< /A ${value} /B 7 0 R >>\n`;
  expect(renumbered(body)).toBe(body.replace("7 0 R", "107 0 R"));
});

test("a stream stays as it is, byte for byte", () => {
  const stream = "\nstream\n1 0 R >> endobj ( \u0000\u00ff\nendstream\n";
  expect(renumbered(`\n<< /Length 9 /F 1 0 R >>${stream}`)).toBe(`\n<< /Length 9 /F 101 0 R >>${stream}`);
});

test("what is no value is an error, not a guess", () => {
  expect(() => cutObject("\n<< /A (open ")).toThrow("without its end");
  expect(() => cutObject("\n<< /A )")).toThrow("no PDF value");
});
