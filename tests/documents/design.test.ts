import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import {
  type Charter,
  type CharterPaper,
  createPaperCompiler,
  type Design,
  PaperError,
  type Proof,
  renderPaper,
} from "../../electron/documents/index.ts";
import { headOfficeLabel, regionLabel } from "../../electron/domain/names.ts";
import { paperCode } from "../../electron/domain/paperCode.ts";
import { readCodes } from "../../renderer/features/register/readCodes.ts";
import { checkPdf } from "../support/checkPdf.ts";
import { pixelsOf, prepareCodeReader, sheetsOf } from "../support/sheets.ts";
import { charters2021, fontFolders, must, shippedDesign, templateFolder } from "./papers2021.ts";
import { proof2021 } from "./proofPapers2021.ts";
import { type PdfPage, readPdf } from "./readPdf.ts";

beforeAll(prepareCodeReader);

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const render = async (paper: CharterPaper) => readPdf(renderPaper(compiler, paper));
const pointsPerMm = 72 / 25.4;

const keys = ["klasik", "modern", "pesisir"] as const;
const sizes = ["A4", "F4"] as const;
const every = keys.flatMap((key) => sizes.map((size) => [key, size] as const));

function paperBy(key: (typeof keys)[number], size: "A4" | "F4", change: Partial<Design> = {}): CharterPaper {
  const shipped = shippedDesign(key);
  return {
    ...charters2021(size),
    contoh: false,
    design: { ...shipped, design: { ...shipped.design, ...change } },
  };
}

function named(paper: CharterPaper, ...names: string[]): CharterPaper {
  const first = must(paper.charters[0]);
  const charters = names.map(
    (name): Charter => ({
      ...first,
      number: "914/477/213.2/2021",
      recipient: { kind: "head", name, position: "Wali Kota Probolinggo", region: "Kota Probolinggo" },
    }),
  );
  return { ...paper, charters };
}

/** The words of one part, by the box that the design gives it. */
function wordsIn(page: PdfPage, { x, y, w, h }: { x: number; y: number; w: number; h: number }): string {
  const inside = page.placed.filter(({ left, right, baseline }) => {
    const down = page.height - baseline;
    return (
      left >= x * pointsPerMm - 1 &&
      right <= (x + w) * pointsPerMm + 1 &&
      down >= y * pointsPerMm &&
      down <= (y + h) * pointsPerMm + 4
    );
  });
  return inside.map(({ text }) => text).join("");
}

describe.each(every)("the design %s on %s", (key, size) => {
  const long =
    "Prof. Dr. Ir. Hj. Raden Ayu Siti Nurhaliza Kusumawardhani Prawirodirdjo, S.H., M.Si., M.Kom., Ph.D.";

  test("says the same as ever, name and number from the record, the name inside its box", async () => {
    const paper = named(paperBy(key, size), "Ö", "Suprawoto", long, "W".repeat(60));
    const pdf = await render(paper);
    expect(pdf.pages).toHaveLength(4);
    const page = must(pdf.pages[1]);
    for (const words of [
      "Suprawoto",
      "Wali Kota Probolinggo",
      "914/477/213.2/2021",
      "Surabaya, 12 Oktober 2021",
    ]) {
      expect(page.text).toContain(words);
    }
    expect(must(pdf.pages[2]).text).toContain(long);
    const names = must(paper.design.design.elements.find(({ kind }) => kind === "name"));
    const stretch = page.width / pointsPerMm / 297;
    for (const { placed } of pdf.pages) {
      for (const { left, right, size: points, text } of placed) {
        expect.soft(left, text).toBeGreaterThan(14 * pointsPerMm);
        expect.soft(right, text).toBeLessThan(page.width - 14 * pointsPerMm);
        if (points > 20 && text.startsWith("W")) {
          expect.soft(left).toBeGreaterThanOrEqual(names.x * stretch * pointsPerMm - 1);
        }
      }
    }
  });

  test("is valid, holds its fonts as subsets, and is the same bytes twice", () => {
    const paper = { ...named(paperBy(key, size), "Suprawoto", long), proof: proof2021 };
    const bytes = renderPaper(compiler, paper);
    expect(Buffer.from(bytes).equals(renderPaper(compiler, paper))).toBe(true);
    expect(checkPdf(bytes)).toBe(0);
    const raw = Buffer.from(bytes).toString("latin1");
    expect(raw).toContain("<pdfaid:part>2</pdfaid:part>");
    const fonts = Array.from(raw.matchAll(/\/FontName \/(\S+)/g), ([, name]) => name);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+/);
  });

  test("on a blank prints only what is filled in", async () => {
    const pdf = await render(named(paperBy(key, size, { blank: true }), "Suprawoto"));
    expect(pdf.text).toContain("Suprawoto");
    expect(pdf.text).not.toMatch(/piagam penghargaan/i);
    expect(pdf.text).not.toContain("Khofifah");
  });
});

test("blanks are moved by the correction, whole papers are not", async () => {
  const at = async (change: Partial<Design>) =>
    must(
      must((await render(named(paperBy("klasik", "A4", change), "Suprawoto"))).pages[0]).placed.find(
        ({ text }) => text === "Suprawoto",
      ),
    );
  const offset = { x: 3, y: -2 };
  const [blank, moved] = [await at({ blank: true }), await at({ blank: true, offset })];
  expect(moved.left - blank.left).toBeCloseTo(3 * pointsPerMm, 1);
  expect(moved.baseline - blank.baseline).toBeCloseTo(2 * pointsPerMm, 1);
  expect((await at({ offset })).left).toBeCloseTo((await at({})).left, 3);
});

test("the page to align by tells the correction, every box of the blank, and how long 100 mm is", async () => {
  const paper = named(paperBy("modern", "F4", { offset: { x: 1.5, y: -2 } }), "Suprawoto");
  const pdf = await render({ ...paper, test: true });
  expect(pdf.pages).toHaveLength(1);
  for (const words of [
    "Halaman uji letak · Modern",
    "mendatar 1,5 mm, tegak -2 mm",
    "Garis ini harus tepat 100 mm",
    "Nama penerima · ",
    "320",
  ]) {
    expect(pdf.text).toContain(words);
  }
  expect(pdf.text).not.toContain("Suprawoto");
});

test("with bleed the page grows on every side and nothing else moves", async () => {
  const [plain, bled] = [
    await render(paperBy("klasik", "A4")),
    await render(paperBy("klasik", "A4", { bleed: 3 })),
  ];
  const [one, other] = [must(plain.pages[0]), must(bled.pages[0])];
  expect(other.width - one.width).toBeCloseTo(6 * pointsPerMm, 1);
  const title = ({ placed }: PdfPage) => must(placed.find(({ text }) => text === "PIAGAM PENGHARGAAN"));
  expect(title(other).left - title(one).left).toBeCloseTo(3 * pointsPerMm, 1);
});

test("words stand where the design puts them, and larger ones shrink to their box", async () => {
  const { design } = shippedDesign("klasik");
  const box = { x: 40, y: 150, w: 60, h: 8 };
  const text = "{acara} kepada {nama}, {jabatan}: kata yang jauh lebih panjang daripada kotaknya";
  const elements = design.elements.map((part) =>
    part.id === "rangkaian" ? { ...part, ...box, text } : part,
  );
  const pdf = await render(named(paperBy("klasik", "A4", { elements }), "Suprawoto"));
  expect(wordsIn(must(pdf.pages[0]), box).replaceAll(/\s+/g, " ")).toContain(
    "ASN Achievement Awards 2021 kepada",
  );
  expect(pdf.text.replaceAll(/\s+/g, " ")).toContain("daripada kotaknya");
});

test("a part that reaches beyond the page begins no other page", async () => {
  const { design } = shippedDesign("klasik");
  const elements = design.elements.map((part) => (part.id === "pejabat" ? { ...part, y: 206, h: 20 } : part));
  expect((await render(paperBy("klasik", "A4", { elements }))).pages).toHaveLength(6);
});

test("the internal code is drawn where its square is, and nothing without one", async () => {
  const paper = named(paperBy("klasik", "A4"), "Suprawoto");
  const bare = renderPaper(compiler, paper);
  const proof = { ruleBook: null, version: null, serial: null, head: null };
  const coded = renderPaper(compiler, { ...paper, proof: { ...proof, code: "LENCANA1/7F3K-9QXM" } });
  expect(Buffer.from(bare).equals(coded)).toBe(false);
  expect(Buffer.from(bare).equals(renderPaper(compiler, { ...paper, proof: { ...proof, code: null } }))).toBe(
    true,
  );
});

test("a drawing that would end the process is not drawn, whatever way it came in", () => {
  const deep = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${"<g>".repeat(8000)}<path d="M0 0h9"/>${"</g>".repeat(8000)}</svg>`;
  const emblem = { format: "svg" as const, base64: Buffer.from(deep).toString("base64") };
  expect(() => renderPaper(compiler, { ...paperBy("klasik", "A4"), emblem })).toThrow(
    /terlalu dalam bertumpuk/,
  );
});

test("a picture with letters of a font that only this computer has is not printed", () => {
  const lettered =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90"><text y="40" font-family="DejaVu Serif">Halo</text></svg>';
  const emblem = { format: "svg" as const, base64: Buffer.from(lettered).toString("base64") };
  expect(() => renderPaper(compiler, { ...paperBy("klasik", "A4"), emblem })).toThrow(
    /tulisan dengan huruf “DejaVuSerif” yang tidak disertakan/,
  );
});

test("the names of all 514 regions come back from one PDF letter by letter", {
  timeout: 240_000,
}, async () => {
  const [, ...rows] = readFileSync(join(templateFolder, "..", "regions.csv"), "utf8")
    .trim()
    .split("\n");
  const titles = ["Dr. H.", "Prof. Dr. Ir. Hj.", "Drs. K.H. Raden", "Ir."];
  const people = rows.map((row, index) => {
    const [code = "", type = "", bare = ""] = row.split(",");
    const region = {
      code,
      name: bare,
      head: null,
      type: type === "kota" ? ("kota" as const) : ("kabupaten" as const),
    };
    return {
      name: `${titles[index % titles.length]} Kepala ${bare}, S.H., M.Si.`,
      position: headOfficeLabel(region),
      region: regionLabel(region),
    };
  });
  expect(people).toHaveLength(514);
  const paper = paperBy("pesisir", "F4");
  const first = must(paper.charters[0]);
  const charters = people.map((person): Charter => ({ ...first, recipient: { kind: "head", ...person } }));
  const pdf = await render({ ...paper, charters });
  expect(pdf.pages).toHaveLength(514);
  for (const [index, { name, position }] of people.entries()) {
    const { text } = must(pdf.pages[index]);
    expect.soft(text).toContain(name);
    expect.soft(text).toContain(position);
  }
});

describe("an expert's own template", () => {
  const own = (source: string): CharterPaper => {
    const paper = named(paperBy("klasik", "A4"), "Suprawoto");
    return { ...paper, design: { ...paper.design, source } };
  };
  const errorOf = (source: string) => {
    try {
      renderPaper(compiler, own(source));
    } catch (error) {
      if (error instanceof PaperError) return error;
    }
    throw new Error("no error was thrown");
  };

  test("prints in the place of ours, from the same data and with our functions", async () => {
    const source =
      '#import "base.typ": *\n#set page(width: 200mm, height: 100mm)\n#set text(size: 20pt)\nUntuk #data.records.first().values.nama';
    expect((await render(own(source))).text).toContain("Untuk Suprawoto");
  });

  test("may be a copy of ours", async () => {
    const copy = readFileSync(join(templateFolder, "design.typ"), "utf8");
    expect((await render(own(copy))).text).toContain("Wali Kota Probolinggo");
  });

  test.each([
    ["#let x = 1\n#foo", "baris 2: nama “foo” tidak dikenal"],
    ["#let x = 1\n\n#let y = (", "baris 3: kurung"],
    ['\n#import "@preview/cetz:0.2.2"', "baris 2: paket dari jaringan"],
    ['#read("../../package.json")', "baris 1: berkas di luar folder templat"],
    ["#while true { }", "baris 1: perulangan ini tidak pernah selesai"],
    ['#set text(font: "Comic Sans")\nx', "baris 1: huruf “comic sans” tidak disertakan"],
  ])("says on which line it is wrong: %j", (source, words) => {
    const error = errorOf(source);
    expect(error.code).toBe("INVALID");
    expect(error.message).toContain(`Sumber rancangan ${words}`);
    expect(error.message).toContain("rancangan terakhir yang benar tetap dipakai");
  });

  const serial = "7F3K-9QXM";
  const proof: Proof = {
    ruleBook: null,
    version: 1,
    serial,
    head: null,
    code: paperCode(serial, "0123456789abcdef".repeat(4)),
  };
  const minimal =
    '#import "base.typ": *\n#set text(font: data.fonts.body, fallback: false, size: 20pt)\n#for (index, record) in data.records.enumerate() {\nif index > 0 { pagebreak() }\nrecord.values.nama\n}';

  test.each([
    ["that has none of them", minimal],
    ["that is a copy of ours", readFileSync(join(templateFolder, "design.typ"), "utf8")],
  ])("%s is printed with serial, code and CONTOH, once each", async (_, source) => {
    const bytes = renderPaper(compiler, { ...own(source), contoh: true, proof });
    const { text, metadata } = await readPdf(bytes);
    expect(text.match(/CONTOH: dibuat dari data contoh/g)).toHaveLength(1);
    expect(text.match(new RegExp(`No\\. seri ${serial}`, "g"))).toHaveLength(1);
    expect(text.match(/kode verifikasi internal/g)).toHaveLength(1);
    expect(metadata).toContain("<pdfaid:part>2</pdfaid:part>");
    for await (const sheet of sheetsOf(bytes, 200))
      expect(await readCodes(pixelsOf(sheet))).toEqual([proof.code]);
  });

  test.each([
    ["without the recipient's name", "Piagam", /nama penerima “Suprawoto” tidak terbaca di halamannya/],
    ["on two pages", `${minimal}\n#pagebreak()\nlagi`, /satu piagam menjadi 2 halaman/],
    [
      "with a foreground of its own",
      `#set page(foreground: [x])\n${minimal}`,
      /tanda wajib di atas halaman .+ tergantikan/,
    ],
  ])("is refused %s", (_, source, words) => {
    expect(errorOf(`#set text(font: ("Source Sans 3",), fallback: false)\n${source}`).message).toMatch(words);
  });

  const named1 = (how: string) => minimal.replace("record.values.nama\n", `${how}\n`);
  test.each([
    ["white", named1("text(fill: white, record.values.nama)"), /berwarna terlalu terang/],
    ["nearly white", named1('text(fill: rgb("#e8d9b0"), record.values.nama)'), /berwarna terlalu terang/],
    ["see-through", named1('text(fill: rgb("#00000020"), record.values.nama)'), /berwarna terlalu terang/],
    ["small", named1("text(size: 0.5pt, record.values.nama)"), /lebih kecil dari 12 pt/],
    ["drawn small", named1("scale(3%, record.values.nama)"), /lebih kecil dari 12 pt/],
    ["pressed flat", named1("scale(x: 100%, y: 2%, record.values.nama)"), /lebih kecil dari 12 pt/],
    ["slanted flat", named1("skew(ax: 88deg, record.values.nama)"), /lebih kecil dari 12 pt/],
    ["off the page", named1("place(dx: 400mm, record.values.nama)"), /keluar dari kertas/],
    [
      "cut off",
      named1("block(clip: true, width: 1mm, height: 1mm, record.values.nama)"),
      /kotak yang memotong/,
    ],
    [
      "small beside another",
      named1("[#text(size: 1pt, record.values.nama) #text(size: 40pt)[Orang Lain]]"),
      /lebih kecil dari 12 pt/,
    ],
    ["in pieces that are not all seen", named1("[#text(fill: white)[Supra]woto]"), /berwarna terlalu terang/],
  ])("is refused with a name that is there and cannot be read: %s", (_, source, words) => {
    expect(errorOf(source).message).toMatch(/^Sumber rancangan: nama penerima “Suprawoto” /);
    expect(errorOf(source).message).toMatch(words);
  });

  test("may set the name aslant, in twelve points, in any dark colour", async () => {
    const source = named1(
      'rotate(-90deg, reflow: true, text(size: 12pt, fill: rgb("#8a6a1f"), record.values.nama))',
    );
    expect((await render(own(source))).pages).toHaveLength(1);
  });

  test("that is a copy of ours prints the longest of names", async () => {
    const copy = own(readFileSync(join(templateFolder, "design.typ"), "utf8"));
    const long = `Prof. Dr. Ir. Hj. ${"Kusumawardhani ".repeat(11)}Putri, S.H., M.Si.`;
    expect(long.length).toBeGreaterThan(195);
    expect((await render(named(copy, long, "W".repeat(60)))).pages).toHaveLength(2);
  });

  test.each([
    ["by its name", '#set text(font: "DejaVu Sans")\n'],
    ["in place of a letter that ours lack", "#set text(fallback: true)\nĦ ☃ "],
    ["in mathematics", "$x$ "],
  ])("is refused with a font that only this computer has: %s", (_, before) => {
    expect(errorOf(`${minimal}\n${before} kata`).message).toMatch(
      /huruf “.+” tidak disertakan dalam aplikasi/,
    );
  });

  test("may break the name over lines, in capitals", async () => {
    const source = minimal.replace("record.values.nama", "block(width: 20mm, upper(record.values.nama))");
    const { text } = await render({ ...named(own(source), "Prof. Dr. Ir. H. Raden Suprawoto, S.H.") });
    expect(text).toContain("PROF. DR.");
  });

  test("leaves the compiler as it was", async () => {
    errorOf("#foo");
    expect((await render(named(paperBy("klasik", "A4"), "Suprawoto"))).text).toContain("Suprawoto");
  });
});
