import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { prepareZXingModule } from "zxing-wasm/reader";

/** The same reader as the screen's, with its WebAssembly from the disk. */
export function prepareCodeReader(): void {
  const file = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } });
}

/** Each page of a PDF as it would lie on the glass, or some of them, one at a time. */
export async function* sheetsOf(
  pdf: Uint8Array,
  dotsPerInch: number,
  numbers?: readonly number[],
): AsyncGenerator<Canvas> {
  const document = await getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false }).promise;
  for (const number of numbers ?? Array.from({ length: document.numPages }, (_, index) => index + 1)) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: dotsPerInch / 72 });
    const canvas = createCanvas(Math.floor(viewport.width), Math.floor(viewport.height));
    await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    page.cleanup();
    yield canvas;
  }
}

export function pixelsOf(canvas: Canvas): ImageData {
  const all = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return all as unknown as ImageData;
}
