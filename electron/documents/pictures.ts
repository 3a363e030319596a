import { createHash } from "node:crypto";
import { isTooDeep } from "../domain/svgDepth.ts";
import { readSvg } from "../domain/svgRead.ts";
import type { Picture } from "./paperData.ts";
import { PaperError } from "./paperError.ts";

/** Pictures of one paper: path inside the template folder → bytes. */
export type PictureFiles = Map<string, Uint8Array>;

function looksLike(bytes: Buffer, format: Picture["format"]): boolean {
  if (format === "png") return bytes.subarray(0, 8).equals(Buffer.from("89504e470d0a1a0a", "hex"));
  if (format === "jpg") return bytes.subarray(0, 3).equals(Buffer.from("ffd8ff", "hex"));
  return /<svg[\s>]/.test(bytes.toString("utf8"));
}

/** Hashes of drawings that were read and may be drawn: a preview a drag does not read them again. */
const drawable = new Set<string>();

/** Pictures also come with a backup put back, or were loaded before anybody looked: what would end the process is not drawn. */
function refuseUndrawable(hash: string, bytes: Buffer): void {
  if (drawable.has(hash)) return;
  const drawing = readSvg(bytes.toString("utf8"));
  if (!drawing || drawing.declares || isTooDeep(drawing)) {
    throw new PaperError(
      "INVALID",
      "Gambar lambang atau gambar rancangan tidak utuh sebagai SVG atau terlalu dalam bertumpuk; muat ulang gambarnya di Pengaturan atau di Studio piagam.",
    );
  }
  drawable.add(hash);
}

/** Lays a picture among the files of a paper and gives the path a template reads it by; null stays null. */
export function placePicture(files: PictureFiles, picture: Picture | null): string | null {
  if (picture === null) return null;
  const bytes = Buffer.from(picture.base64, "base64");
  if (!looksLike(bytes, picture.format)) {
    throw new PaperError(
      "INVALID",
      `Gambar lambang atau gambar rancangan bukan berkas ${picture.format.toUpperCase()} yang utuh; muat ulang gambarnya di Pengaturan atau di Studio piagam.`,
    );
  }
  // Named by content, so that a warm compiler never shows yesterday's picture.
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 24);
  if (picture.format === "svg") refuseUndrawable(hash, bytes);
  const path = `pictures/${hash}.${picture.format}`;
  files.set(path, bytes);
  return path;
}
