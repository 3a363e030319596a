import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Removes the folders within a folder whose names begin so; one that cannot be removed stays. */
export async function removeFolders(within: string, beginning: string): Promise<void> {
  const entries = await readdir(within, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isDirectory() || !entry.name.startsWith(beginning)) continue;
    await rm(join(within, entry.name), { recursive: true, force: true }).catch(() => undefined);
  }
}
