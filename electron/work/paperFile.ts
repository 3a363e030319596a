import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openZip, type ZipLimits } from "./paperZip.ts";

/** What papers come in, on the disk: one file as it is, or several in a zip. */
export interface PaperFile {
  path: string;
  extension: "pdf" | "docx" | "zip";
  mime: string;
}

/** A file in memory, or one on the disk that is taken away from there. */
export type PaperContent = Uint8Array | { path: string };

export type OpenPaperFile = ReturnType<typeof openPaperFile>;

interface Kind {
  extension: "pdf" | "docx";
  mime: string;
  /** What the folder inside a zip is called, which unpacking makes. */
  name: string;
  /** A zip also of a single file. */
  always: boolean;
  limits?: ZipLimits;
}

/**
 * Takes files one after the other into a folder and keeps none in memory. From the second on, or always, they go into a zip,
 * inside a folder of its name.
 */
export function openPaperFile(folder: string, { extension, mime, name, always, limits }: Kind) {
  const single: PaperFile = { path: join(folder, `berkas.${extension}`), extension, mime };
  const zipped: PaperFile = { path: join(folder, "berkas.zip"), extension: "zip", mime: "application/zip" };
  let first: string | null = null;
  let zip: ReturnType<typeof openZip> | null = null;
  return {
    add(fileName: string, content: PaperContent): void {
      if (!zip && first === null && !always) {
        first = fileName;
        if ("path" in content) renameSync(content.path, single.path);
        else writeFileSync(single.path, content);
        return;
      }
      zip ??= openZip(zipped.path, name, limits);
      if (first !== null) zip.add(first, single);
      first = null;
      zip.add(fileName, content);
    },
    /** Null where nothing was added. */
    close(): PaperFile | null {
      zip?.close();
      if (zip) return zipped;
      return first === null ? null : single;
    },
    /** Lets the zip go where something failed before `close`; nothing otherwise. */
    release: () => zip?.release(),
  };
}
