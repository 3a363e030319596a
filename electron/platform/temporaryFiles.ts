import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** Long enough for a window to read what it was given. */
const keptMs = 60 * 60 * 1000;

/** A new folder for files that are given to a window and then not needed; those of long ago go. */
export function makeTemporaryFolder(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > keptMs) rmSync(path, { recursive: true, force: true });
  }
  const made = join(folder, randomUUID());
  mkdirSync(made);
  return made;
}

/** One of them where its run came to nothing; all of them at start and end. */
export function removeTemporaryFiles(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
}
