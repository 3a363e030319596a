import { closeSync, ftruncateSync, openSync, rmSync, writeSync } from "node:fs";
import { joinedEnd } from "./joinedEnd.ts";
import { type Joined, renumber } from "./joinedPart.ts";
import { readPart } from "./pdfPart.ts";

/** PDFs that become one: each is on the disk before the next is made. */
export interface JoinedPdf {
  add(pdf: Uint8Array): void;
  /** How far it is, to go back to. */
  mark(): Mark;
  /** Forgets what was added since. */
  back(mark: Mark): void;
  /** The whole: a single part as it came and still in memory, several at the path; null where nothing was added. */
  close(): Uint8Array | { path: string } | null;
  /** Lets the file go where something failed before `close`; nothing otherwise. */
  release(): void;
}

interface Mark {
  single: Uint8Array | null;
  state: Joined | null;
}

/**
 * Joins PDF/A-2b files as Typst writes them into one at a path, so that memory does not grow with their number. What is the
 * same in several, such as pictures and colour profiles, is written once. Outlines and named places are left out: charters
 * and score sheets have none. The same parts give the same bytes.
 */
export function openJoinedPdf(path: string): JoinedPdf {
  let file: number | null = null;
  let single: Uint8Array | null = null;
  let state: Joined | null = null;
  /** Where each object starts, by its number less one. */
  const offsets: number[] = [];
  /** The numbers of objects that later parts may share, by their hash. */
  const shared = new Map<string, number>();

  const release = () => {
    if (file !== null) closeSync(file);
    file = null;
  };
  const append = (pdf: Uint8Array) => {
    file ??= openSync(path, "wx");
    const part = readPart(pdf);
    const { chunks, ...next } = renumber(part, state, offsets, shared);
    writeAt(file, Buffer.concat(chunks), state?.bytes ?? 0);
    state = next;
  };
  return {
    add(pdf) {
      if (!single && !state) {
        single = pdf;
        return;
      }
      if (single) append(single);
      single = null;
      append(pdf);
    },
    mark: () => ({ single, state }),
    back(mark) {
      ({ single, state } = mark);
      const objects = state?.objects ?? 0;
      offsets.length = objects;
      for (const [hash, number] of shared) if (number > objects) shared.delete(hash);
      if (file !== null) ftruncateSync(file, state?.bytes ?? 0);
    },
    close() {
      if (file !== null && state) writeAt(file, joinedEnd(state, offsets), state.bytes);
      const wanted = state !== null;
      release();
      if (!wanted) rmSync(path, { force: true });
      return wanted ? { path } : single;
    },
    release,
  };
}

function writeAt(file: number, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    done += writeSync(file, bytes, done, bytes.length - done, position + done);
  }
}
