import { opensSvg } from "./svgRead.ts";

/** As much of a file as its kind can be told by. */
export const kindBytes = 65_536;

export type PictureKind = "PNG" | "JPEG" | "SVG";

/** First bytes, "." any, and what such a file is called. */
const signatures: readonly [RegExp, string][] = [
  [/^\x89PNG\r\n\x1a\n/, "PNG"],
  [/^\xff\xd8\xff/, "JPEG"],
  [/^(?:II\*\0|MM\0\*)/, "TIFF"],
  [/^GIF8/, "GIF"],
  [/^BM....\0\0\0\0/s, "BMP"],
  [/^RIFF....WEBP/s, "WebP"],
  [/^RIFF....CDR/s, "CorelDRAW"],
  [/^....ftyp(?:heic|heix|mif1|msf1|hevc)/s, "HEIC"],
  [/^....ftypavif/s, "AVIF"],
  [/^8BPS/, "Photoshop"],
  [/^%PDF-/, "PDF"],
  [/^%!PS/, "EPS"],
  [/^\x1f\x8b/, "SVG termampatkan (SVGZ)"],
  [/^PK\x03\x04/, "ZIP, Word atau CorelDRAW"],
];

/** What a file is by how it begins, not by its name; null where that says nothing. */
export function findKind(beginning: Uint8Array): string | null {
  const signs = Array.from(beginning.subarray(0, 32), (byte) => String.fromCharCode(byte)).join("");
  const found = signatures.find(([pattern]) => pattern.test(signs));
  if (found) return found[1];
  return opensSvg(new TextDecoder().decode(beginning)) ? "SVG" : null;
}

/** Why a file is no picture that can be used, in a sentence; null where it is one. */
export function kindFault(
  fileName: string,
  kind: string | null,
  welcome: readonly PictureKind[],
): string | null {
  if (welcome.some((one) => one === kind)) return null;
  const kinds = welcome.length > 2 ? "PNG, JPEG atau SVG" : "PNG atau JPEG";
  return kind === null
    ? `Berkas "${fileName}" bukan gambar ${kinds}. Pilih berkas gambar yang benar.`
    : `Berkas "${fileName}" berisi ${kind}, bukan gambar ${kinds}. Simpan sebagai PNG atau JPEG dari program gambarnya, lalu muat lagi.`;
}
