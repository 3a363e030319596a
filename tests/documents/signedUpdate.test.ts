import { beforeAll, describe, expect, test } from "vitest";
import { createPaperCompiler, renderPaper } from "../../electron/documents/index.ts";
import { checkSignedPdf } from "../../electron/documents/signedPdf.ts";
import { lyingPaper, onPaper } from "../../electron/domain/designs.ts";
import { paperCode } from "../../electron/domain/paperCode.ts";
import { makeSigner, type Signer, signPdf, type Update } from "../support/signPdf.ts";
import { officePapers } from "./officePapers2021.ts";
import { charters2021, fontFolders, must, templateFolder } from "./papers2021.ts";
import { proof2021 } from "./proofPapers2021.ts";
import { readPdf } from "./readPdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });
const paper = charters2021("A4");
const charter = {
  ...paper,
  charters: paper.charters.slice(0, 1),
  proof: { ...proof2021, code: paperCode("2021-0001", "ab".repeat(32)) },
};
const ours = renderPaper(compiler, charter);
const text = Buffer.from(ours).toString("latin1");
let signer: Signer;
beforeAll(async () => {
  signer = await makeSigner("Khofifah Indar Parawansa");
});

async function check(update: Update) {
  const found = checkSignedPdf(ours, await signPdf(ours, signer, update));
  return "fault" in found ? found.fault : found.signer;
}
const accepted = "Khofifah Indar Parawansa";
const changed = /Ada yang diubah pada dokumen selain penambahan tanda tangan/;
const notChecked = /Susunan PDF ini tidak dapat diperiksa/;
const covers = /Gambar tanda tangannya menutupi tulisan .+ di dalam kotak kosong/;

const numberOf = (pattern: RegExp) => Number(must(pattern.exec(text))[1]);
const page = numberOf(/(\d+) 0 obj\s*<<\s*\/Type \/Page\s/);
const contents = numberOf(/\/Contents (\d+) 0 R/);
const pages = numberOf(/\/Pages (\d+) 0 R/);
/** The first number that the update gives. */
const free = numberOf(/\/Size (\d+)/);
const mm = 72 / 25.4;

const objectOf = (all: string, number: number) =>
  must(new RegExp(`\\n${number} 0 obj\\n([^]*?)\\nendobj`).exec(all)?.[1]);

/** The room to sign, as the design gives it, grown or shrunk by so many points. */
function room(by = 0): number[] {
  const { bleed, elements, paper: size } = onPaper(charter.design.design, charter.paper);
  const { x, y, w, h } = must(elements.find(({ kind }) => kind === "signature"));
  const top = (lyingPaper[size].height + bleed - y) * mm;
  const left = (bleed + x) * mm;
  return [left - by, top - h * mm - by, left + w * mm + by, top + by];
}

async function placeOf(
  words: RegExp,
): Promise<{ left: number; right: number; baseline: number; size: number }> {
  const { pages: read } = await readPdf(ours);
  return must(read[0]!.placed.find(({ text: one }) => words.test(one)));
}

describe("the picture of a signature", () => {
  test("in the room that the design leaves for it is accepted", async () => {
    expect(await check({ rect: room() })).toBe(accepted);
    expect(await check({ rect: room(1) })).toBe(accepted);
    const [left, bottom, right, top] = room();
    // Corners may be given in any order.
    expect(await check({ rect: [right!, top!, left!, bottom!] })).toBe(accepted);
  });

  test("over blank paper is accepted", async () => {
    expect(await check({ rect: [60, 250, 120, 300] })).toBe(accepted);
  });

  test("that touches the rim of a line is accepted, and over half of its height is not", async () => {
    const { left, right, baseline, size } = await placeOf(/PENGHARGAAN/);
    expect(await check({ rect: [left, baseline + 0.68 * size, right, baseline + size] })).toBe(accepted);
    expect(await check({ rect: [left, baseline + 0.35 * size, right, baseline + size] })).toMatch(covers);
  });

  test.each([/Bupati|Wali Kota/, /PENGHARGAAN/, /Gubernur|GUBERNUR/])(
    "over the words %s is refused",
    async (words) => {
      const { left, right, baseline, size } = await placeOf(words);
      expect(await check({ rect: [left, baseline, right, baseline + size] })).toMatch(covers);
      expect(await check({ rect: [right, baseline + size, left, baseline] })).toMatch(covers);
    },
  );

  test("over the whole page, or over the code, is refused", async () => {
    expect(await check({ rect: [0, 0, 842, 596] })).toMatch(covers);
    const { elements, bleed, paper: size } = onPaper(charter.design.design, charter.paper);
    const { x, y, w } = must(elements.find(({ kind }) => kind === "code"));
    const top = (lyingPaper[size].height + bleed - y) * mm;
    const left = (bleed + x) * mm;
    expect(await check({ rect: [left, top - w * mm, left + 10, top] })).toMatch(covers);
  });

  test("counts where a viewer would draw it from colours alone, and not where there is nothing to draw", async () => {
    const field = (more: string) =>
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (S) /Rect [0 0 842 596] /V ${free + 1} 0 R ${more}>>`;
    expect(await check({ field: field("") })).toBe(accepted);
    expect(await check({ field: field("/MK << /BG [1 1 1] >> ") })).toMatch(covers);
  });

  test("that keeps its size while the page grows smaller is refused", async () => {
    expect(await check({ rect: room(), flags: 132 + 8 })).toMatch(changed);
  });

  test("in the room that a letter leaves is accepted, and over the name below it is not", async () => {
    const [, invitation] = must(officePapers("A4").find(([name]) => name === "Undangan finalis"));
    const letter = renderPaper(compiler, invitation);
    const { pages: read } = await readPdf(letter);
    const { placed } = must(read[0]);
    const { left, baseline } = must(placed.find((one) => one.text === "PROVINSI JAWA TIMUR,"));
    const signed = (down: number, up: number) =>
      signPdf(letter, signer, { rect: [left, baseline - down, left + 180, baseline - up] });
    expect(checkSignedPdf(letter, await signed(58, 6))).toMatchObject({ signer: accepted });
    expect(checkSignedPdf(letter, await signed(58, -6))).toMatchObject({
      fault: expect.stringMatching(covers),
    });
    expect(checkSignedPdf(letter, await signed(80, 6))).toMatchObject({
      fault: expect.stringMatching(covers),
    });
  });
});

test("an update whose place is told by the end of the line before it is read, as every viewer does", async () => {
  expect(await check({ start: (at) => at - 1 })).toBe(accepted);
});

describe("an update is refused", () => {
  test.each<[string, Update, RegExp]>([
    [
      "that takes what the page draws away",
      { table: (rows) => `${rows}${contents} 1\n0000000000 65535 f \n` },
      changed,
    ],
    [
      "that takes the page tree away",
      { table: (rows) => `${rows}${pages} 1\n0000000000 00001 f \n` },
      changed,
    ],
    [
      "with a second table, for viewers that ask that first",
      { trailer: (dictionary) => dictionary.replace(">>", "/XRefStm 900 >>") },
      notChecked,
    ],
    [
      "with the same, written so that it is not seen at once",
      { trailer: (dictionary) => dictionary.replace(">>", "/XR#65fStm 900 >>") },
      notChecked,
    ],
    ["with a form that is shown in place of the page", { formMore: "/XFA (x)" }, changed],
    ["with the same in other letters", { formMore: "/X#46A (x)" }, changed],
    [
      "that names another catalog",
      { trailer: (dictionary) => dictionary.replace(/\/Root \d+/, `/Root ${pages}`) },
      changed,
    ],
    ["that names no catalog", { trailer: (dictionary) => dictionary.replace(/\/Root \d+ 0 R/, "") }, changed],
    [
      "that counts fewer objects than there are",
      { trailer: (dictionary) => dictionary.replace(/\/Size \d+/, `/Size ${page}`) },
      changed,
    ],
    [
      "that says the file is encrypted",
      { trailer: (dictionary) => dictionary.replace(">>", "/Encrypt << /Filter /Standard >> >>") },
      changed,
    ],
    [
      "that passes over our table",
      { trailer: (dictionary) => dictionary.replace(/\/Prev \d+/, "/Prev 20") },
      notChecked,
    ],
    ["whose end points into our part, past what was added", { start: () => 20 }, notChecked],
    ["that goes on after its end", { tail: "% more\n".repeat(300) }, notChecked],
    ["whose end points at no table", { start: (at) => at + 9 }, notChecked],
    [
      "that goes back to no table",
      { trailer: (dictionary) => dictionary.replace(/\/Prev \d+/, "") },
      notChecked,
    ],
    [
      "that says where our table is in a number that viewers read differently",
      { trailer: (dictionary) => dictionary.replace(/\/Prev (\d+)/, "/Prev $1.0") },
      notChecked,
    ],
    [
      "with other pages in the catalog",
      { catalog: (dictionary) => dictionary.replace(/\/Pages \d+/, `/Pages ${page}`) },
      changed,
    ],
    ...(["/OpenAction", "/AA", "/Names", "/OCProperties", "/PageLabels"] as const).map(
      (key): [string, Update, RegExp] => [
        `with ${key} in the catalog`,
        { catalog: (dictionary) => dictionary.replace(/>>$/, `${key} << /S /GoTo >> >>`) },
        changed,
      ],
    ),
    [
      "with two pages under one name, of which a viewer takes either",
      { page: (dictionary) => dictionary.replace(/>>$/, `/Contents ${contents} 0 R >>`) },
      notChecked,
    ],
    ["with a script in its field", { fieldMore: "/AA << /E << /S /JavaScript /JS (x) >> >>" }, changed],
    ["with a deed in its field", { fieldMore: "/A << /S /URI /URI (http://x) >>" }, changed],
    [
      "with a deed on the page",
      { page: (dictionary) => dictionary.replace(/>>$/, "/AA << /O << /S /Named >> >> >>") },
      changed,
    ],
    [
      "that turns the page or cuts it smaller",
      { page: (dictionary) => dictionary.replace(/>>$/, "/CropBox [0 0 10 10] >>") },
      changed,
    ],
    [
      "with another generation of what the page draws",
      {
        again: () => [[contents, "<< /Length 0 >>\nstream\n\nendstream"]],
        added: (all) => all.replace(`\n${contents} 0 obj`, `\n${contents} 1 obj`),
      },
      notChecked,
    ],
    ["with a generation in its table", { table: (rows) => rows.replace(" 00000 n", " 00001 n") }, notChecked],
    [
      "with an object twice, once as ours and once empty",
      {
        again: (all) => [
          [contents, "<< /Length 0 >>\nstream\n\nendstream"],
          [contents, objectOf(all, contents)],
        ],
      },
      changed,
    ],
    [
      "with an object that no table names, for viewers that mend",
      { added: (all) => all.replace("\nxref", `\n${contents} 0 obj\n<< /Length 0 >>\nendobj\nxref`) },
      notChecked,
    ],
    [
      "with a number that ours counts with and never had",
      { table: (rows) => `${rows}0 1\n0000000016 00000 n \n` },
      notChecked,
    ],
    [
      "whose table points at another object than it says",
      { table: (rows) => `${rows}${page + 900} 1\n0000000016 00000 n \n` },
      notChecked,
    ],
  ])("%s", async (_what, update, why) => {
    expect(await check(update)).toMatch(why);
  });

  test("that holds annotations which cover the page beside the signature", async () => {
    for (const subtype of ["/FreeText", "/Square", "/Stamp", "/Link", "/Redact", "/Widget /FT /Tx"]) {
      const found = await check({
        again: () => [[free + 3, `<< /Type /Annot /Subtype ${subtype} /Rect [0 0 842 596] >>`]],
        page: (dictionary) => dictionary.replace(/\/Annots \[/, `/Annots [${free + 3} 0 R `),
      });
      expect([subtype, found]).toEqual([subtype, expect.stringMatching(changed)]);
    }
  });

  test("whose signature stands in no field, so that no viewer shows it", async () => {
    const catalog = (dictionary: string) => dictionary.replace(/\/AcroForm << .*? >> /, "");
    expect(await check({ catalog })).toMatch(/Tidak ada tanda tangan/);
  });
});
