import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { findHashAt, listHeads } from "../database/queries/ledgerCheck.ts";
import type { Context } from "./context.ts";

const anchor = z.record(z.string(), z.object({ seq: z.number().int(), hash: z.string() }));

/** Edition → the head its ledger had when the application last looked. */
export type Anchor = z.infer<typeof anchor>;

export const anchorName = "kepala.json";

const anchorDelayMs = 300;

/**
 * Writes the heads of all ledgers beside the database: a copy put back from an older day, or a ledger with its tail
 * cut off, no longer fits them. Where a ledger does not go on from the head seen before, or the file is damaged, all
 * stays as it was, or closing the application would cover the traces.
 */
export function writeAnchor({ db, paths, log }: Pick<Context, "db" | "paths" | "log">): void {
  const file = join(paths.data, anchorName);
  try {
    const before = findAnchor(paths.data);
    if (before === null && existsSync(file)) return;
    const after: Anchor = { ...before };
    for (const { editionId, seq, hash } of listHeads(db)) {
      const seen = before?.[String(editionId)];
      if (!seen || findHashAt(db, editionId, seen.seq) === seen.hash)
        after[String(editionId)] = { seq, hash };
    }
    if (Object.keys(after).length === 0) return;
    writeFileSync(`${file}.tmp`, JSON.stringify(after));
    renameSync(`${file}.tmp`, file);
  } catch (error) {
    // What was done is done and stands in the ledger; the next anchor will hold it.
    log.error("anchor", error);
  }
}

const due = new WeakMap<Context["db"], NodeJS.Timeout>();

/** The same a moment from now: many acts at once are one file. */
export function writeAnchorSoon(context: Pick<Context, "db" | "paths" | "log">): void {
  const { db } = context;
  if (due.has(db)) return;
  const timer = setTimeout(() => {
    due.delete(db);
    if (db.open) writeAnchor(context);
  }, anchorDelayMs);
  due.set(db, timer.unref());
}

/** The anchor beside a database; empty where there is none or it cannot be read. */
export function readAnchor(folder: string): Anchor {
  return findAnchor(folder) ?? {};
}

function findAnchor(folder: string): Anchor | null {
  try {
    return anchor.parse(JSON.parse(readFileSync(join(folder, anchorName), "utf8")));
  } catch {
    return null;
  }
}
