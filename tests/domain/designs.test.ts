import { describe, expect, test } from "vitest";
import { designFaults } from "../../electron/domain/designFaults.ts";
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

describe("a design is not saved", () => {
  const name = design.elements.find(({ kind }) => kind === "name")!;
  const withName = (changed: object) =>
    design.elements.map((one) => (one.kind === "name" ? { ...one, ...changed } : one));
  const faults = (changed: Partial<typeof design>) =>
    designFaults({ ...design, ...changed }).map(({ sentence }) => sentence);
  const band = { kind: "line" as const, id: "pita", onBlank: false, colour: "accent" as const };
  const light = { ...design.colours, main: "#f2f2f2" };

  test.each(["klasik", "modern", "pesisir"] as const)("never so as it comes: %s", (key) => {
    for (const paper of ["A4", "F4"] as const) {
      for (const blank of [true, false]) {
        expect(designFaults({ ...onPaper(shippedDesign(key).design, paper), blank })).toEqual([]);
      }
    }
  });

  test.each([
    ["nearly white", { colours: light }, /kontrasnya 1,1 : 1, paling sedikit 3 : 1/],
    ["of five points", { elements: withName({ size: 5, least: 5 }) }, /paling besar 5 pt, terlalu kecil/],
    [
      "in a box of 6 × 2 mm",
      { elements: withName({ w: 6, h: 2 }) },
      /Kotak nama penerima 6 × 2 mm tidak memuat/,
    ],
    ["off the paper", { elements: withName({ y: -3 }) }, /keluar dari kertas/],
    [
      "under a band",
      { elements: [...design.elements, { ...band, x: name.x, y: name.y, w: name.w, h: name.h }] },
      /tertutup garis/,
    ],
    [
      "of the colour of the band it stands on",
      {
        colours: { ...design.colours, main: design.colours.accent },
        elements: [{ ...band, x: 0, y: name.y, w: 297, h: name.h }, ...design.elements],
      },
      /kontrasnya 1 : 1/,
    ],
  ])("with a name %s", (_, changed, sentence) => {
    expect(faults(changed)).toEqual([expect.stringMatching(sentence)]);
  });

  test("with a code that is partly off the paper", () => {
    const elements = design.elements.map((one) => (one.kind === "code" ? { ...one, x: 290 } : one));
    expect(faults({ elements })).toEqual([
      expect.stringMatching(/^Kode verifikasi internal keluar dari kertas/),
    ]);
    const unprinted = elements.map((one) => (one.kind === "code" ? { ...one, onBlank: false } : one));
    expect(faults({ elements: unprinted, blank: true })).toEqual([]);
  });

  test("but a light name may stand on a picture, a dark band or a blank", () => {
    const frame = { ...design.frame, kind: "picture" as const, picture: "a".repeat(64) };
    expect(faults({ colours: light, frame })).toEqual([]);
    expect(faults({ colours: light, blank: true })).toEqual([]);
    const elements = [{ ...band, x: 0, y: name.y, w: 297, h: name.h }, ...design.elements];
    expect(faults({ colours: light, elements })).toEqual([]);
  });
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
