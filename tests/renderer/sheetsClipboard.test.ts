import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipboardText, parseClipboard } from "../../renderer/features/sheets/clipboard.ts";

describe("a block on the clipboard", () => {
  it("as Excel puts it there, with a line end after the last row", () => {
    expect(parseClipboard("87,5\t90\r\n88\t91\r\n")).toEqual([
      ["87,5", "90"],
      ["88", "91"],
    ]);
  });

  it("from a text editor, without one", () => {
    expect(parseClipboard("87\n88")).toEqual([["87"], ["88"]]);
  });

  it("keeps empty cells and empty rows", () => {
    expect(parseClipboard("\t90\r\n\t\r\n88\t\r\n")).toEqual([
      ["", "90"],
      ["", ""],
      ["88", ""],
    ]);
    expect(parseClipboard("87\r\n\r\n88\r\n")).toEqual([["87"], [""], ["88"]]);
  });

  it("keeps a line end and a tab inside quotes together", () => {
    expect(parseClipboard('"Kota\r\nKediri"\t"a\tb"\t"kata ""baik"""\r\n')).toEqual([
      ["Kota\r\nKediri", "a\tb", 'kata "baik"'],
    ]);
  });

  it("takes a quote that never closes as it stands", () => {
    expect(parseClipboard('"87\t88')).toEqual([['"87', "88"]]);
  });

  it("is nothing when it is empty", () => {
    expect(parseClipboard("")).toEqual([]);
  });

  it("comes back as it was copied", () => {
    const value = fc.option(fc.integer({ min: 0, max: 1000 }).map(String), { nil: null });
    const block = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      );
    fc.assert(
      fc.property(block, (values) => {
        const texts = values.map((row) => row.map((each) => each ?? ""));
        expect(parseClipboard(`${clipboardText(values)}\r\n`)).toEqual(texts);
      }),
    );
  });

  it("has the decimal comma that an Indonesian Excel reads", () => {
    expect(
      clipboardText([
        ["87.5", null],
        ["90", "0.25"],
      ]),
    ).toBe("87,5\t\n90\t0,25");
  });
});
