import { createHash } from "node:crypto";
import { isDictionary, type PdfValue, referenceOf } from "./pdfObjects.ts";
import { apart, type PdfPart } from "./pdfPart.ts";
import { cutObject, writePieces } from "./pdfPieces.ts";

/** What is known of a file under way; the rest of it is on the disk. */
export interface Joined {
  bytes: number;
  objects: number;
  pages: number;
  /** The roots of the parts' pages. */
  trees: readonly number[];
  instanceIds: readonly string[];
  /** Of the part with most pages: one of a single record may be named after it. */
  about: Pick<PdfPart, "pages" | "info" | "xmp" | "documentId" | "instanceId">;
  /** The catalog's entries that say nothing of pages or metadata. */
  catalog: string;
}

/** The number of the root of all pages, which the pages of every part belong to. */
export const root = 1;

/** A part's objects under numbers of the whole, those left out that it has already. */
export function renumber(
  part: PdfPart,
  before: Joined | null,
  offsets: number[],
  shared: Map<string, number>,
): Joined & { chunks: Buffer[] } {
  const chunks: Buffer[] = before ? [] : [Buffer.from(part.header, "latin1")];
  let bytes = before?.bytes ?? part.header.length;
  let objects = before?.objects ?? root;
  /** By the part's own numbers. */
  const numbers = new Map<number, number>();

  const write = (number: number, body: string) => {
    const text = objectOf(number, body);
    offsets[number - 1] = bytes;
    bytes += text.length;
    chunks.push(text);
  };
  const rewritten = (number: number): string => {
    const { pieces, rest } = cutObject(part.bodyOf(number));
    return writePieces(pieces, copy) + rest;
  };
  const copy = (number: number): number => {
    const there = numbers.get(number);
    if (there !== undefined) return there;
    const body = rewritten(number);
    const hash = createHash("sha256").update(body, "latin1").digest("base64");
    const same = shared.get(hash);
    const copied = same ?? ++objects;
    numbers.set(number, copied);
    shared.set(hash, copied);
    if (same === undefined) write(copied, body);
    return copied;
  };

  // Pages and what holds them together name one another, so their numbers are given first.
  const nodes = nodesOf(part, part.tree);
  for (const node of nodes) numbers.set(node, ++objects);
  for (const node of nodes) {
    const body = rewritten(node);
    write(numbers.get(node)!, node === part.tree ? body.replace("<<", `<<\n  /Parent ${root} 0 R`) : body);
  }
  const catalog = before?.catalog ?? catalogOf(part, copy);
  const { pages, info, xmp, documentId, instanceId } = part;
  return {
    chunks,
    bytes,
    objects,
    pages: (before?.pages ?? 0) + pages,
    trees: [...(before?.trees ?? []), copy(part.tree)],
    instanceIds: [...(before?.instanceIds ?? []), instanceId],
    about:
      before && before.about.pages >= pages ? before.about : { pages, info, xmp, documentId, instanceId },
    catalog,
  };
}

/** A node of the tree of pages with all below it. */
function nodesOf(part: PdfPart, number: number): number[] {
  const node = part.valueOf(number);
  const kids = isDictionary(node) ? node["/Kids"] : undefined;
  if (!Array.isArray(kids)) return [number];
  return [number, ...kids.flatMap((kid) => nodesOf(part, referenceOf(kid) ?? Number.NaN))];
}

function catalogOf({ catalog }: PdfPart, numberOf: (number: number) => number): string {
  const kept = ["/ViewerPreferences", "/Lang", "/OutputIntents"] as const;
  const entries = kept.flatMap((key) =>
    catalog[key] === undefined ? [] : [`\n  ${key} ${written(catalog[key], numberOf)}`],
  );
  return apart(entries.join(""));
}

function written(value: PdfValue, numberOf: (number: number) => number): string {
  const reference = referenceOf(value);
  if (reference !== null) return `${numberOf(reference)} 0 R`;
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return `[${value.map((item) => written(item, numberOf)).join(" ")}]`;
  const members = Object.entries(value).map(([key, member]) => `${key} ${written(member, numberOf)}`);
  return `<<${members.join(" ")}>>`;
}

/** An object as Typst sets it down. */
export function objectOf(number: number, body: string): Buffer {
  return Buffer.from(`${number} 0 obj${body}endobj\n\n`, "latin1");
}
