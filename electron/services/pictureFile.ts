import { AppError } from "../contract/errors.ts";
import type { Picture, PictureMime } from "../database/queries/pictures.ts";
import type { Picture as PaperPicture } from "../documents/paperData.ts";
import { findKind, kindBytes, kindFault } from "../domain/pictureKind.ts";
import { isTooDeep } from "../domain/svgDepth.ts";
import { findActive, hasLettering } from "../domain/svgFaults.ts";
import { readSvg } from "../domain/svgRead.ts";
import { findPictureSize } from "./pictureSize.ts";

const largestPictureBytes = 5 * 1024 * 1024;
/** Decoded it takes four bytes each: beyond this an office laptop has no memory left. */
const mostPixels = 60_000_000;

/** Reads a picture by what is in it, not by its name; `svg` where vector pictures are welcome. */
export async function readPicture(
  file: File,
  { svg, largestBytes = largestPictureBytes }: { svg: boolean; largestBytes?: number },
): Promise<Picture> {
  // What it is comes before how large it is: nobody can make a TIFF small enough.
  const kind = findKind(new Uint8Array(await file.slice(0, kindBytes).arrayBuffer()));
  const fault = kindFault(file.name, kind, svg ? ["PNG", "JPEG", "SVG"] : ["PNG", "JPEG"]);
  if (fault !== null) throw new AppError("INVALID", fault);
  if (file.size > largestBytes) {
    const megabytes = Math.ceil(file.size / 1024 / 1024);
    throw new AppError(
      "TOO_LARGE",
      `Gambar "${file.name}" berukuran ${megabytes} MB; paling besar ${largestBytes / 1024 / 1024} MB. Perkecil dulu.`,
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mime = kind === "SVG" ? "image/svg+xml" : kind === "PNG" ? "image/png" : "image/jpeg";
  if (mime === "image/svg+xml") refuseFaultySvg(file.name, bytes);
  else refuseTooManyPixels(file.name, mime, bytes);
  return { mime, bytes };
}

function refuseTooManyPixels(name: string, mime: PictureMime, bytes: Uint8Array): void {
  const size = findPictureSize(mime, bytes);
  if (!size || size.width * size.height <= mostPixels) return;
  throw new AppError(
    "TOO_LARGE",
    `Gambar "${name}" berukuran ${size.width} × ${size.height} titik; paling banyak 60 juta titik. Perkecil dulu.`,
  );
}

function refuseFaultySvg(name: string, bytes: Uint8Array): void {
  const fault = svgFault(new TextDecoder().decode(bytes));
  if (fault !== null) throw new AppError("INVALID", `Gambar "${name}" ${fault}`);
}

function svgFault(text: string): string | null {
  const drawing = readSvg(text);
  if (!drawing) {
    return "tidak utuh sebagai SVG dan tidak dapat digambar. Simpan ulang dari program gambarnya, lalu muat lagi.";
  }
  const active = findActive(drawing);
  if (active !== null) {
    return `memuat skrip atau tautan ke luar, yaitu ${active}, yang tidak boleh ada pada gambar. Simpan ulang sebagai SVG biasa (Plain SVG) atau PNG.`;
  }
  if (isTooDeep(drawing)) {
    return "terlalu dalam bertumpuk: kelompok di dalam kelompok melebihi yang dapat dicetak. Lepaskan kelompoknya (ungroup) di program gambarnya, atau simpan sebagai PNG.";
  }
  return hasLettering(drawing)
    ? "memuat tulisan yang akan tercetak dengan huruf lain. Ubah tulisannya menjadi kurva (object to path) di program gambarnya, lalu muat lagi."
    : null;
}

/** A stored picture as papers take it. */
export function pictureForPaper({ mime, bytes }: Picture): PaperPicture {
  const format = ({ "image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg" } as const)[mime];
  return { format, base64: Buffer.from(bytes).toString("base64") };
}

export function pictureToFile({ mime, bytes }: Picture, name: string): File {
  const extension = { "image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg" }[mime];
  return new File([bytes], `${name}.${extension}`, { type: mime });
}
