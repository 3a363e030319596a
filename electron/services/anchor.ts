import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { statement } from "../database/statement.ts";
import type { ReadDb } from "../database/open.ts";
import type { Paths } from "../platform/paths.ts";

/** Edition → the head its ledger had when the application last looked. */
export type Anchor = Record<string, { seq: number; hash: string }>;

export const anchorName = "kepala.json";

/**
 * Writes the heads of all ledgers beside the database: a copy put back from an older day, or a ledger with its tail
 * cut off, no longer fits them.
 */
export function writeAnchor({ db, paths }: { db: ReadDb; paths: Paths }): void {
  const heads = statement<[], { editionId: number; seq: number; hash: string }>(
    db,
    `SELECT edition_id AS editionId, seq, hash FROM ledger AS one
     WHERE seq = (SELECT max(seq) FROM ledger WHERE edition_id = one.edition_id)`,
  ).all();
  if (heads.length === 0) return;
  const anchor = Object.fromEntries(heads.map(({ editionId, seq, hash }) => [editionId, { seq, hash }]));
  const file = join(paths.data, anchorName);
  writeFileSync(`${file}.tmp`, JSON.stringify(anchor));
  renameSync(`${file}.tmp`, file);
}

export function readAnchor(folder: string): Anchor {
  try {
    const anchor: Anchor = JSON.parse(readFileSync(join(folder, anchorName), "utf8"));
    return anchor;
  } catch {
    return {};
  }
}
