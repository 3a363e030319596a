import { createCanvas, loadImage } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { createPaperCompiler } from "../../electron/documents/index.ts";
import { pictureOfPage } from "../../renderer/features/designs/pdfPicture.ts";
import { fontFolders, templateFolder } from "../documents/papers2021.ts";
import { errorOf, openSample } from "../support/application.ts";
import { simplePdf } from "../support/simplePdf.ts";

const compiler = createPaperCompiler({ fontFolders, templateFolder });

/** A page of artwork of so many millimetres: green, with a red field in its upper left quarter. */
function artwork(width: number, height: number): Uint8Array<ArrayBuffer> {
  const sourceText = `#set text(font: "Source Serif 4", fallback: false)
#set page(width: ${width}mm, height: ${height}mm, margin: 0mm, fill: rgb("#0f4536"))
#rect(width: 50%, height: 50%, fill: rgb("#c81e1e"))
#pagebreak()
The second page is not taken.`;
  return Uint8Array.from(compiler.compile("design.typ", {}, { sourceText }).bytes);
}

/** The first page's picture, by the same path as the screen's but for the canvas, which no browser gives here. */
async function pictureOf(pdf: Uint8Array, name = "Bingkai Piagam.PDF"): Promise<File> {
  const task = getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false, stopAtErrors: true });
  try {
    const page = await (await task.promise).getPage(1);
    return await pictureOfPage(page, name, createCanvas(1, 1) as unknown as HTMLCanvasElement);
  } finally {
    await task.destroy();
  }
}

async function pixels(picture: File) {
  const image = await loadImage(Buffer.from(await picture.arrayBuffer()));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const at = (across: number, down: number) =>
    [...context.getImageData(image.width * across, image.height * down, 1, 1).data].slice(0, 3);
  return { width: image.width, height: image.height, at };
}

const green = [0x0f, 0x45, 0x36];
const red = [0xc8, 0x1e, 0x1e];

test("a page of artwork becomes a PNG of 250 dots an inch, the right way up and in its colours", async () => {
  const picture = await pictureOf(artwork(297, 210));
  expect([picture.name, picture.type]).toEqual(["Bingkai Piagam.png", "image/png"]);
  const { width, height, at } = await pixels(picture);
  expect(width).toBeCloseTo((297 / 25.4) * 250, -1);
  expect(height).toBeCloseTo((210 / 25.4) * 250, -1);
  expect([at(0.02, 0.02), at(0.48, 0.48)]).toEqual([red, red]);
  expect([at(0.98, 0.02), at(0.02, 0.98), at(0.98, 0.98), at(0.52, 0.52)]).toEqual([
    green,
    green,
    green,
    green,
  ]);
});

test("a poster is drawn with fewer dots, in its own proportions", async () => {
  const { width, height } = await pixels(await pictureOf(artwork(1189, 841)));
  expect(width * height).toBeLessThanOrEqual(24_010_000);
  expect(width * height).toBeGreaterThan(23_900_000);
  expect(width / height).toBeCloseTo(1189 / 841, 3);
});

test("the studio takes the picture as one of its own, with its size", async () => {
  const sample = await openSample();
  try {
    const { api, editionId } = sample;
    const picture = await pictureOf(artwork(330, 215), "latar f4.pdf");
    expect(await api.designs.addPicture({ editionId, picture })).toMatchObject({
      name: "latar f4.png",
      width: 3248,
      height: 2116,
      vector: false,
    });
  } finally {
    await sample.close();
  }
});

test.each([
  ["a picture that is broken", simplePdf({ drawing: "/X Do", filter: "/DCTDecode" })],
  ["a kind of picture that cannot be drawn here", simplePdf({ drawing: "/X Do", filter: "/JPXDecode" })],
  ["nothing on the first page", simplePdf({ drawing: "" })],
])("%s is refused with what to do, rather than taken as a white page", async (_what, pdf) => {
  const error = await errorOf(pictureOf(pdf, "latar.pdf"));
  expect(error).toMatchObject({
    code: "INVALID",
    message:
      'Halaman pertama "latar.pdf" kosong atau isinya tidak dapat digambar. Simpan dari program asalnya sebagai PNG, lalu muat lagi.',
  });
});

test("a page with nothing but a short fine line is a picture", async () => {
  const { at } = await pixels(await pictureOf(simplePdf({ drawing: "0.1 w 40 5 m 60 5 l S" })));
  expect(at(0.5, 0.5)).toEqual([255, 255, 255]);
});
