import { describe, expect, test } from "vitest";
import { designFindings } from "../../electron/domain/designFindings.ts";
import { lyingPaper, mmText, onPaper } from "../../electron/domain/designs.ts";
import { shippedDesign } from "../documents/papers2021.ts";

const { design } = shippedDesign("klasik");
const sentences = (changed: Partial<typeof design>, pictures: Parameters<typeof designFindings>[1] = []) =>
  designFindings({ ...design, ...changed }, pictures).map(({ sentence }) => sentence);

test("millimetres are said with a comma, to a tenth", () => {
  expect([mmText(12), mmText(12.34)]).toEqual(["12", "12,3"]);
});

test("on the other size of paper every part keeps its share of the page", () => {
  const wide = onPaper(design, "F4");
  expect(wide.paper).toBe("F4");
  for (const [index, part] of wide.elements.entries()) {
    const before = design.elements[index]!;
    expect(part.x / lyingPaper.F4.width).toBeCloseTo(before.x / lyingPaper.A4.width, 3);
    expect(part.h / lyingPaper.F4.height).toBeCloseTo(before.h / lyingPaper.A4.height, 2);
  }
  expect(onPaper(design, "A4")).toBe(design);
});

describe("what a careful eye says of a design", () => {
  test.each(["klasik", "modern", "pesisir"] as const)("%s as it comes: nothing", (key) => {
    for (const paper of ["A4", "F4"] as const) {
      expect(designFindings(onPaper(shippedDesign(key).design, paper), [])).toEqual([]);
    }
  });

  test("no name, a frame that is cut, parts beyond the paper or the printer's reach", () => {
    const [first, ...rest] = design.elements.filter(({ kind }) => kind !== "name");
    const elements = [{ ...first!, x: -1 }, { ...rest[0]!, x: 3 }, ...rest.slice(1)];
    expect(sentences({ elements, frame: { ...design.frame, inset: 2 } })).toEqual([
      "Belum ada bagian untuk nama penerima.",
      "Bingkai 2 mm dari tepi akan terpotong: printer tidak dapat mencetak 5 mm di tepi.",
      "Bagian ini keluar dari kertas.",
      "Bagian ini masuk tepi 5 mm yang tidak dapat dicetak printer.",
    ]);
  });

  test("a charter without its code, one whose code is left off a blank, and one too small to be read", () => {
    const without =
      "Kode verifikasi internal tidak ikut dicetak: lembarnya hanya dapat diperiksa dengan mengetik nomor serinya.";
    const withCode = (changed: object) => ({
      elements: design.elements.map((one) => (one.kind === "code" ? { ...one, ...changed } : one)),
    });
    expect(sentences({ elements: design.elements.filter(({ kind }) => kind !== "code") })).toEqual([without]);
    expect(sentences({ ...withCode({ onBlank: false }), blank: true })).toEqual([without]);
    expect(sentences(withCode({ w: 9 }))).toEqual([
      "Kode yang lebih kecil dari 12 mm sering tidak terbaca dari foto.",
    ]);
  });

  test("parts that lie on one another, each with the other and by how much", () => {
    const name = design.elements.find(({ kind }) => kind === "name")!;
    const elements = design.elements.map((one) =>
      one.kind === "signature" ? { ...one, x: name.x, y: name.y + name.h - 3 } : one,
    );
    const found = designFindings({ ...design, elements }, []);
    const sentence =
      "Bagian ini bertindih 64 × 3 mm dengan bagian lain: “nama penerima” dan “tempat tanda tangan”.";
    expect(found).toContainEqual({ id: name.id, sentence });
    expect(found).toContainEqual({ id: elements.find(({ kind }) => kind === "signature")!.id, sentence });
  });

  test("a background of another shape than the page, and one that is too coarse, in numbers", () => {
    const frame = { kind: "picture" as const, inset: 0, picture: "a" };
    expect(sentences({ frame })).toEqual(["Gambar latar belum dipilih."]);
    const picture = { hash: "a", width: 1600, height: 1200, vector: false };
    expect(sentences({ frame }, [picture])).toEqual([
      "Gambar latar 1.600 × 1.200 (1,33 : 1) tidak sebangun dengan kertas A4 rebah 297 × 210 mm (1,41 : 1): ada pias putih 8,5 mm di kiri dan kanan.",
      "Gambar latar hanya 137 titik per inci dan akan tampak kabur; pakailah paling sedikit 200 titik per inci.",
    ]);
    expect(sentences({ frame }, [{ ...picture, width: 3508, height: 2480 }])).toEqual([]);
    expect(sentences({ frame, blank: true }, [picture])).toEqual([]);
  });
});
