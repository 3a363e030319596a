import { z } from "zod";
import { type Design, design as designShape } from "../contract/designs.ts";
import { AppError } from "../contract/errors.ts";
import { findDesignPicture, type StoredPicture } from "../database/queries/designs.ts";
import { picturesOf, type Shelf } from "./charterDesign.ts";
import { readPicture } from "./pictureFile.ts";
import { findPictureSize } from "./pictureSize.ts";
import { sha256 } from "./sha256.ts";

/** A page of 300 dots an inch with room to spare. */
const largestDesignPictureBytes = 12 * 1024 * 1024;
const largestFileBytes = 96 * 1024 * 1024;

const format = "lencana/rancangan@1";
const fileShape = z.object({
  format: z.literal(format),
  design: designShape,
  source: z.string().max(400_000).nullable(),
  pictures: z.array(z.object({ name: z.string().min(1).max(200), base64: z.string() })).max(60),
});

/** Reads a picture for a design: by what is in it, with its size. */
export async function readDesignPicture(file: File): Promise<StoredPicture> {
  const { mime, bytes } = await readPicture(file, { svg: true, largestBytes: largestDesignPictureBytes });
  const size = findPictureSize(mime, bytes);
  if (!size) {
    throw new AppError(
      "INVALID",
      `Gambar "${file.name}" rusak atau tidak menyebut ukurannya. Simpan ulang dari program gambarnya, lalu muat lagi.`,
    );
  }
  const hash = sha256(bytes);
  return { mime, bytes, hash, name: file.name.slice(0, 200) || "gambar", ...size };
}

/** A design as one file that another edition or office can take in. */
export function writeDesignFile(shelf: Shelf, design: Design, source: string | null): string {
  const pictures = picturesOf(design).flatMap((hash) => {
    const found = findDesignPicture(shelf.db, shelf.editionId, hash);
    return found ? [{ name: found.name, base64: Buffer.from(found.bytes).toString("base64") }] : [];
  });
  return `${JSON.stringify({ format, design, source, pictures }, null, 2)}\n`;
}

/** @throws AppError saying what is wrong with the file. */
export async function readDesignFile(
  file: File,
): Promise<{ design: Design; source: string | null; pictures: StoredPicture[] }> {
  if (file.size > largestFileBytes) {
    const megabytes = Math.ceil(file.size / 1024 / 1024);
    throw new AppError(
      "TOO_LARGE",
      `Berkas "${file.name}" berukuran ${megabytes} MB; berkas rancangan paling besar 96 MB. Periksa apakah berkasnya benar.`,
    );
  }
  const read = fileShape.safeParse(parse(await file.text()));
  if (!read.success) {
    const problems = read.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    const isOne = read.error.issues.every(({ path }) => path.length > 0 && path[0] !== "format");
    throw new AppError(
      "INVALID",
      isOne
        ? `Rancangan dalam "${file.name}" tidak utuh. Ekspor lagi dari Studio piagam asalnya.`
        : `Berkas "${file.name}" bukan rancangan piagam Lencana. Pilih berkas yang diekspor dari Studio piagam.`,
      { problems },
    );
  }
  const { design, source, pictures } = read.data;
  const own = await Promise.all(
    pictures.map(({ name, base64 }) => readDesignPicture(new File([Buffer.from(base64, "base64")], name))),
  );
  return { design, source, pictures: own };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
