import { opensSvg } from "./svgRead.ts";

/** As much of a file as its kind can be told by. */
export const kindBytes = 65_536;

export type PictureKind = "PNG" | "JPEG" | "SVG";

/** First bytes in hex, and what such a file is called. */
const signatures: readonly [RegExp, string][] = [
  [/^89504e470d0a1a0a/, "PNG"],
  [/^ffd8ff/, "JPEG"],
  [/^(?:49492a00|4d4d002a)/, "TIFF"],
  [/^47494638/, "GIF"],
  [/^424d.{8}0{8}/, "BMP"],
  [/^52494646.{8}57454250/, "WebP"],
  [/^52494646.{8}434452/, "CorelDRAW"],
  // After a length: "ftyp", then heic, heix, hevc, mif1 or msf1; avif.
  [/^.{8}66747970(?:68656963|68656978|68657663|6d696631|6d736631)/, "HEIC"],
  [/^.{8}6674797061766966/, "AVIF"],
  [/^38425053/, "Photoshop"],
  [/^255044462d/, "PDF"],
  [/^25215053/, "EPS"],
  [/^1f8b/, "SVG termampatkan (SVGZ)"],
  [/^504b0304/, "ZIP, Word atau CorelDRAW"],
];

/** What a file is by how it begins, not by its name; null where that says nothing. */
export function findKind(beginning: Uint8Array): string | null {
  const hex = Array.from(beginning.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const found = signatures.find(([pattern]) => pattern.test(hex));
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
