import { AppError } from "../contract/errors.ts";
import type { Picture, PictureMime } from "../database/queries/pictures.ts";
import type { Picture as PaperPicture } from "../documents/paperData.ts";

const largestPictureBytes = 5 * 1024 * 1024;

/** Reads a picture by what is in it, not by its name; `svg` where vector pictures are welcome. */
export async function readPicture(
  file: File,
  { svg, largestBytes = largestPictureBytes }: { svg: boolean; largestBytes?: number },
): Promise<Picture> {
  const kinds = svg ? "PNG, JPEG atau SVG" : "PNG atau JPEG";
  if (file.size > largestBytes) {
    const megabytes = Math.ceil(file.size / 1024 / 1024);
    throw new AppError(
      "TOO_LARGE",
      `Gambar "${file.name}" berukuran ${megabytes} MB; paling besar ${largestBytes / 1024 / 1024} MB. Perkecil dulu.`,
    );
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mime = mimeOf(bytes);
  if (!mime || (mime === "image/svg+xml" && !svg)) {
    throw new AppError(
      "INVALID",
      `Berkas "${file.name}" bukan gambar ${kinds}. Pilih berkas gambar yang benar.`,
    );
  }
  if (mime === "image/svg+xml") refuseActiveSvg(file.name, bytes);
  return { mime, bytes };
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

function mimeOf(bytes: Uint8Array): PictureMime | null {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (starts(0xff, 0xd8, 0xff)) return "image/jpeg";
  const opening = new TextDecoder()
    .decode(bytes.subarray(0, 1024))
    .replace(/^\uFEFF/, "")
    .trimStart();
  return /^(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/.test(opening)
    ? "image/svg+xml"
    : null;
}

/** What runs, moves or fetches, also with a prefix to its name or hidden in a picture inside or in signs of a style. */
const actives = [
  /<([\w-]+:)?(script|foreignObject|iframe|handler|listener|set|animate\w*)[\s/>]/i,
  /<!ENTITY/i,
  /\son\w+\s*=/i,
  /(href|src)\s*=\s*["'](?!#|data:image\/(png|jpe?g|gif|webp)[;,])/i,
  /url\(\s*["']?(?!#)/i,
  /@import/i,
  /<style[^>]*>[^<]*\\/i,
  /\sstyle\s*=\s*(["'])(?:(?!\1)[^])*\\/i,
  /javascript:/i,
];

function refuseActiveSvg(name: string, bytes: Uint8Array): void {
  const text = new TextDecoder().decode(bytes);
  if (actives.some((active) => active.test(text))) {
    throw new AppError(
      "INVALID",
      `Gambar "${name}" memuat skrip atau tautan ke luar, yang tidak boleh ada pada gambar. Simpan ulang sebagai SVG biasa atau PNG.`,
    );
  }
}
