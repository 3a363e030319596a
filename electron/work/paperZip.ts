import { closeSync, openSync, readSync, rmSync, statSync, writeSync } from "node:fs";
import { Zip, ZipPassThrough } from "fflate";
import { AppError } from "../contract/errors.ts";
import type { PaperContent } from "./paperFile.ts";

export interface ZipLimits {
  bytes: number;
  files: number;
}

/** A zip of the plain form holds 4 GiB and 65,535 files; beyond that it would be broken without a word. */
const plainZip: ZipLimits = { bytes: 3_900_000_000, files: 65_000 };

/** What a file costs besides its content: its heads at both ends, and its name in each. */
const headBytes = 30 + 16 + 46;

const chunkBytes = 1 << 20;

/**
 * Writes a zip whose files lie in one folder; no more than a piece of them is in memory. `add` takes files on the disk away.
 * @throws AppError before a file would make it larger than a zip can be.
 */
export function openZip(path: string, folder: string, limits: ZipLimits = plainZip) {
  let file: number | null = openSync(path, "wx");
  const inside = folder.replace(/[. ]+$/, "") || "Dokumen";
  let [files, bytes] = [0, 22];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    if (file === null) throw new Error("the zip is closed");
    for (let written = 0; written < chunk.length; ) written += writeSync(file, chunk, written);
  });
  const release = () => {
    if (file !== null) closeSync(file);
    file = null;
  };
  return {
    add(name: string, content: PaperContent): void {
      // Not compressed: PDFs are already, and the library would keep what it compressed each with to the end.
      const entry = new ZipPassThrough(`${inside}/${name}`);
      const size = "path" in content ? statSync(content.path).size : content.length;
      files += 1;
      bytes += size + headBytes + 2 * Buffer.byteLength(entry.filename);
      if (files > limits.files || bytes > limits.bytes) throw tooMuch(limits);
      // A fixed date keeps the same papers the same bytes, wherever the clock is.
      entry.mtime = new Date(2021, 0, 1);
      zip.add(entry);
      if (!("path" in content)) return entry.push(content, true);
      pushFile(entry, content.path, size);
      rmSync(content.path);
    },
    close(): void {
      zip.end();
      release();
    },
    /** Lets the file go where something failed before `close`; nothing otherwise. */
    release,
  };
}

function pushFile(entry: ZipPassThrough, path: string, size: number): void {
  const file = openSync(path, "r");
  try {
    for (let done = 0; done < size; ) {
      const chunk = new Uint8Array(Math.min(chunkBytes, size - done));
      const read = readSync(file, chunk, 0, chunk.length, done);
      if (read === 0) throw new Error(`${path} ends before its size`);
      done += read;
      entry.push(chunk.subarray(0, read), done === size);
    }
  } finally {
    closeSync(file);
  }
}

function tooMuch({ bytes, files }: ZipLimits): AppError {
  const gigabytes = (bytes / 1_000_000_000).toLocaleString("id-ID", { maximumFractionDigits: 1 });
  return new AppError(
    "INVALID",
    `Dokumen ini terlalu banyak untuk satu ZIP, yang memuat paling banyak ${gigabytes} GB dan ${files.toLocaleString("id-ID")} berkas, jadi tidak ada yang tersimpan; simpan sebagian demi sebagian, atau sebagai satu PDF.`,
  );
}
