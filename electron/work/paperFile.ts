import { closeSync, openSync, writeSync } from "node:fs";
import { Zip, ZipPassThrough } from "fflate";

/** What papers come in: one file as it is, or several in a zip on the disk. */
export type PaperFile =
  | { kind: "bytes"; bytes: Uint8Array<ArrayBuffer>; extension: "pdf" | "docx"; mime: string }
  | { kind: "zip"; path: string };

type SingleFile = Omit<Extract<PaperFile, { kind: "bytes" }>, "kind" | "bytes">;

/**
 * Takes files one after the other and keeps at most one: from the second on, or always, they go into a zip on the disk, so
 * that nothing grows with their number.
 */
export function openPaperFile(path: string, { always, ...single }: SingleFile & { always: boolean }) {
  let held: { name: string; bytes: Uint8Array } | null = null;
  let zip: ReturnType<typeof openZip> | null = null;
  return {
    add(name: string, bytes: Uint8Array): void {
      if (!zip && !held && !always) {
        held = { name, bytes };
        return;
      }
      zip ??= openZip(path);
      if (held) zip.add(held.name, held.bytes);
      held = null;
      zip.add(name, bytes);
    },
    /** Null where nothing was added. */
    close(): PaperFile | null {
      zip?.close();
      if (zip) return { kind: "zip", path };
      return held && { kind: "bytes", bytes: Uint8Array.from(held.bytes), ...single };
    },
  };
}

function openZip(path: string) {
  const file = openSync(path, "wx");
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    for (let written = 0; written < chunk.length; ) written += writeSync(file, chunk, written);
  });
  return {
    add(name: string, bytes: Uint8Array): void {
      // Not compressed: PDFs are already, and the library would keep what it compressed each with to the end.
      const entry = new ZipPassThrough(name);
      // A fixed date keeps the same papers the same bytes, wherever the clock is.
      entry.mtime = new Date(2021, 0, 1);
      zip.add(entry);
      entry.push(bytes, true);
    },
    close(): void {
      zip.end();
      closeSync(file);
    },
  };
}
