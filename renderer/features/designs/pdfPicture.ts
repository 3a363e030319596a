import type { PDFPageProxy } from "pdfjs-dist";
import { AppError } from "../../../electron/contract/errors.ts";

/** Dots an inch that a page of artwork is turned into: sharp on paper, and small enough to keep. */
const dotsPerInch = 250;
const mostPixels = 24_000_000;

/** A PDF's first page as a PNG of a few megabytes. */
export async function pictureOfPdf(file: File): Promise<File> {
  const { openPdf } = await import("../../components/pdf/openPdf.ts");
  const pdf = await openPdf(file).catch(() => {
    throw new AppError(
      "INVALID",
      `Berkas "${file.name}" bukan PDF yang dapat dibaca. Simpan ulang dari program asalnya, lalu muat lagi.`,
    );
  });
  try {
    return await pictureOfPage(pdf.firstPage, file.name, document.createElement("canvas"));
  } finally {
    pdf.close();
  }
}

/** A page drawn on a canvas of its own, as a PNG named after its file. */
export async function pictureOfPage(
  page: PDFPageProxy,
  fileName: string,
  canvas: HTMLCanvasElement,
): Promise<File> {
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / (width * height)));
  const viewport = page.getViewport({ scale });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport, intent: "print" }).promise;
  // What cannot be drawn, as a broken or rare kind of picture, pdf.js leaves white without a word.
  const picture = isOneColour(canvas)
    ? null
    : await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!picture) {
    throw new AppError(
      "INVALID",
      `Halaman pertama "${fileName}" kosong atau isinya tidak dapat digambar. Simpan dari program asalnya sebagai PNG, lalu muat lagi.`,
    );
  }
  return new File([picture], fileName.replace(/\.pdf$/i, ".png"), { type: "image/png" });
}

function isOneColour(canvas: HTMLCanvasElement): boolean {
  const context = canvas.getContext("2d");
  if (!context) return true;
  const rows = 128;
  let first: number | undefined;
  for (let top = 0; top < canvas.height; top += rows) {
    const strip = context.getImageData(0, top, canvas.width, Math.min(rows, canvas.height - top));
    const colours = new Uint32Array(strip.data.buffer);
    first ??= colours[0];
    if (!colours.every((colour) => colour === first)) return false;
  }
  return true;
}
