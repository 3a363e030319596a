import { randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** Long enough for a window to read what it was given. */
const keptMs = 60 * 60 * 1000;

/** A path for a file that is given to a window and then not needed; those of long ago go. */
export function temporaryPath(folder: string, ending: string): string {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > keptMs) rmSync(path, { recursive: true, force: true });
  }
  return join(folder, `${randomUUID()}${ending}`);
}

/** At start and end: what a run that broke off has left goes too. */
export function removeTemporaryFiles(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
}
