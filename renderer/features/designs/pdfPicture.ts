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
    const page = pdf.firstPage;
    const { width, height } = page.getViewport({ scale: 1 });
    const scale = Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / (width * height)));
    const viewport = page.getViewport({ scale });
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    await page.render({ canvas, viewport, intent: "print" }).promise;
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
    if (!picture) throw new AppError("INVALID", `Halaman "${file.name}" tidak dapat dijadikan gambar.`);
    return new File([picture], file.name.replace(/\.pdf$/i, ".png"), { type: "image/png" });
  } finally {
    pdf.close();
  }
}

/** Whether a file is a PDF, by how it begins. */
export async function isPdf(file: File): Promise<boolean> {
  return (await file.slice(0, 5).text()) === "%PDF-";
}
