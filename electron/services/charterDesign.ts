import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Design, design as designShape, type DesignRow, type WholeDesign } from "../contract/designs.ts";
import { AppError } from "../contract/errors.ts";
import type { ReadDb } from "../database/open.ts";
import {
  findDesign,
  findDesignPicture,
  listAwardDesigns,
  listDesigns,
  type StoredDesign,
} from "../database/queries/designs.ts";
import { listAwards } from "../database/queries/categories.ts";
import type { CharterDesign, SizedPicture } from "../documents/paperData.ts";
import { onPaper } from "../domain/designs.ts";
import { pictureForPaper } from "./pictureFile.ts";
import { settingsOf } from "./settings.ts";
import { sha256 } from "./sha256.ts";

/** The designs that come with the application, in the order they are offered in; the first is the usual one. */
export const shippedKeys = ["klasik", "modern", "pesisir"] as const;
export const usualKey = shippedKeys[0];

export interface Shelf {
  db: ReadDb;
  /** The application's own files. */
  resources: string;
  editionId: number;
}

const shipped = new Map<string, Design>();

function findShipped(resources: string, key: string): Design | null {
  if (!shippedKeys.some((one) => one === key)) return null;
  const path = join(resources, "designs", `${key}.json`);
  let found = shipped.get(path);
  if (!found) {
    found = designShape.parse(JSON.parse(readFileSync(path, "utf8")));
    shipped.set(path, found);
  }
  return found;
}

/** A shipped design as it came, on the paper that the office usually takes. */
export function findShippedDesign({ db, resources }: Shelf, key: string): Design | null {
  const found = findShipped(resources, key);
  return found && onPaper(found, settingsOf(db).paperSize);
}

/** Every design of an edition: those that come with it, changed or not, then its own. */
export function listDesignRows(shelf: Shelf): DesignRow[] {
  const { db, editionId } = shelf;
  const stored = new Map(listDesigns(db, editionId).map((one) => [one.key, one]));
  const keys = [
    ...shippedKeys,
    ...[...stored.keys()].filter((key) => !shippedKeys.some((one) => one === key)),
  ];
  return keys.map((key) => rowOf(shelf, key, stored.get(key) ?? null));
}

/** A design by its key, or NOT_FOUND with a sentence. */
export function getDesign(shelf: Shelf, key: string): WholeDesign {
  const stored = findDesign(shelf.db, shelf.editionId, key);
  const design = stored ? readStored(stored) : findShippedDesign(shelf, key);
  if (!design) {
    throw new AppError(
      "NOT_FOUND",
      "Rancangan piagam ini sudah tidak ada. Pilih rancangan lain dari daftar.",
    );
  }
  return { ...rowOf(shelf, key, stored), design, source: stored?.source ?? null };
}

/** The key of the design that an award's charters are printed by. */
function designKeyOf({ db, editionId }: Shelf, awardId: number): string {
  return listAwardDesigns(db, editionId).get(awardId) ?? usualKey;
}

/** The designs of an edition's awards, by award id; awards of one design share the object. */
export function charterDesignsOf(shelf: Shelf): Map<number, CharterDesign> {
  const byKey = new Map<string, CharterDesign>();
  const chosen = listAwardDesigns(shelf.db, shelf.editionId);
  return new Map(
    listAwards(shelf.db, shelf.editionId).map(({ id }) => {
      const there = existingKey(shelf, chosen.get(id) ?? usualKey);
      let found = byKey.get(there);
      if (!found) {
        const { design, source } = getDesign(shelf, there);
        byKey.set(there, (found = withPictures(shelf, design, source)));
      }
      return [id, found];
    }),
  );
}

/** What charters look like that no award chooses a design for: the first, as the office has it. */
export function usualDesign(shelf: Shelf): CharterDesign {
  const { design, source } = getDesign(shelf, usualKey);
  return withPictures(shelf, design, source);
}

/**
 * The designs that somebody's name is printed by, as a head, an agency or a panelist; none that an own template lays out,
 * for its box says nothing of what is printed.
 */
export function designsByRecipient(shelf: Shelf): Record<"head" | "agency" | "panelist", Design[]> {
  const awards = listAwards(shelf.db, shelf.editionId);
  const keysOf = (kind: "head" | "agency") =>
    new Set(awards.filter(({ recipient }) => recipient === kind).map(({ id }) => awardKey(shelf, id)));
  const designsOf = (keys: Iterable<string>) =>
    Array.from(keys, (key) => getDesign(shelf, key)).flatMap(({ design, source }) =>
      source === null ? [design] : [],
    );
  return {
    head: designsOf(keysOf("head")),
    agency: designsOf(keysOf("agency")),
    panelist: designsOf([usualKey]),
  };
}

/** The paper that charters are designed for, by a charter's key; null for what is none. */
export function charterPapersOf(shelf: Shelf): (key: string) => "A4" | "F4" | null {
  const papers = new Map<string, "A4" | "F4">();
  return (key) => {
    const awardId = /^charter\/(\d+)\//.exec(key)?.[1];
    if (awardId === undefined) return null;
    let paper = papers.get(awardId);
    if (paper === undefined) {
      paper = getDesign(shelf, awardKey(shelf, Number(awardId))).design.paper;
      papers.set(awardId, paper);
    }
    return paper;
  };
}

function awardKey(shelf: Shelf, awardId: number): string {
  return existingKey(shelf, designKeyOf(shelf, awardId));
}

/** A design that an award was given and that is gone is made up for by the usual one. */
function existingKey({ db, resources, editionId }: Shelf, key: string): string {
  return findDesign(db, editionId, key) || findShipped(resources, key) ? key : usualKey;
}

/** A design with the pictures it shows; one that is gone leaves its place empty. */
export function withPictures(shelf: Shelf, design: Design, source: string | null): CharterDesign {
  const pictures: Record<string, SizedPicture> = {};
  for (const hash of picturesOf(design)) {
    const stored = findDesignPicture(shelf.db, shelf.editionId, hash);
    if (!stored) continue;
    const { width, height } = stored;
    pictures[hash] = { picture: pictureForPaper(stored), width, height };
  }
  return { design, pictures, source };
}

/** The pictures of its own that a design shows, by hash. */
export function picturesOf({ frame, elements }: Design): string[] {
  const shown = elements.flatMap((one) =>
    one.kind === "picture" && one.picture !== "emblem" ? [one.picture] : [],
  );
  return [...new Set(frame.picture === null ? shown : [frame.picture, ...shown])];
}

/** What the ledger knows a design by: everything that its charters look like, pictures by their own hash. */
export function designHash(design: Design, source: string | null): string {
  // Read by its shape first, so that the order of its fields is always the same.
  return sha256(JSON.stringify({ design: designShape.parse(design), source }));
}

export function readStored({ content }: Pick<StoredDesign, "content">): Design {
  return designShape.parse(JSON.parse(content));
}

function rowOf(shelf: Shelf, key: string, stored: StoredDesign | null): DesignRow {
  const chosen = listAwardDesigns(shelf.db, shelf.editionId);
  const awards = listAwards(shelf.db, shelf.editionId);
  return {
    key,
    name: stored?.name ?? findShipped(shelf.resources, key)?.name ?? key,
    shipped: shippedKeys.some((one) => one === key),
    saved: stored !== null,
    savedAt: stored?.savedAt ?? null,
    expert: (stored?.source ?? null) !== null,
    awardIds: awards.filter(({ id }) => (chosen.get(id) ?? usualKey) === key).map(({ id }) => id),
  };
}
