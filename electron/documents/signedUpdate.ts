import { isDeepStrictEqual } from "node:util";
import {
  findObject,
  isDictionary,
  openObjects,
  type PdfIndex,
  type PdfValue,
  readObject,
  readXref,
  referenceOf,
} from "./pdfObjects.ts";
import { findWords, type PageBox } from "./pdfWords.ts";

/** What may be wrong with what was added to a PDF: it cannot be followed, shows something else, or covers words. */
export type UpdateFault = "notChecked" | "changed" | "covers";

/** What was added to a PDF of ours, as a viewer finds it. */
export interface PdfUpdate {
  pdf: string;
  oursEnd: number;
  ours: PdfIndex;
  /** Where our objects start, by number. */
  before: ReadonlyMap<number, number>;
  /** Where each object that was added or written again starts, the newest first. */
  added: ReadonlyMap<number, number[]>;
}

type Dictionary = { [key: string]: PdfValue };

/** Follows the cross-reference tables, as a viewer does, from the last to ours. */
export function readUpdate(pdf: string, oursEnd: number): PdfUpdate | { fault: UpdateFault } {
  const ourStart = lastStart(pdf.slice(0, oursEnd));
  const ours = ourStart === null ? null : readXref(pdf, ourStart);
  if (!ours) return { fault: "notChecked" };
  const before = new Map(ours.entries);
  const added = new Map<number, number[]>();
  const heads = new Set<number>();
  const visited = new Set<number>();
  let start = lastStart(pdf);
  while (start !== null && start !== ourStart) {
    const index = visited.has(start) || start < oursEnd ? null : readXref(pdf, start);
    if (!index) return { fault: "notChecked" };
    visited.add(start);
    const { trailer, freed, entries } = index;
    // Under another root, a smaller size or a key, a viewer shows something else or nothing.
    if (trailer["/Root"] !== ours.trailer["/Root"] || trailer["/Encrypt"] !== undefined)
      return { fault: "changed" };
    if (!(Number(trailer["/Size"]) >= sizeOf(ours))) return { fault: "changed" };
    // An object that is taken away leaves its place on the page empty.
    if (freed.some((number) => before.has(number))) return { fault: "changed" };
    for (const [number, offset] of entries) {
      if (before.get(number) === offset) continue;
      const found = findObject(pdf, number, offset);
      if (!found) return { fault: "notChecked" };
      // What our objects name and there never was must not come to be; nor may an older part of ours be given a new number.
      if (offset < oursEnd || (number < sizeOf(ours) && !before.has(number))) return { fault: "changed" };
      heads.add(found.start);
      added.set(number, [...(added.get(number) ?? []), offset]);
    }
    start = integerOf(trailer["/Prev"]);
  }
  if (start === null || hasHiddenObject(pdf, oursEnd, heads)) return { fault: "notChecked" };
  return { pdf, oursEnd, ours, before, added };
}

/** A viewer that mends a file looks for objects by their heads: one that no table names would then come to be. */
function hasHiddenObject(pdf: string, oursEnd: number, heads: ReadonlySet<number>): boolean {
  const all = pdf.slice(oursEnd).matchAll(/(?<!\d)\d+[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+obj\b/g);
  return [...all].some(({ index }) => !heads.has(oursEnd + index));
}

/**
 * What an update changes on our pages, or could change while they are shown; null where it only adds signatures. Every
 * version of an object counts, not only the newest: viewers do not agree on which of several they take.
 */
export function findChange(update: PdfUpdate): UpdateFault | null {
  const { pdf, ours, before, added } = update;
  for (const [number, offsets] of added) {
    for (const offset of offsets) {
      const now = readObject(pdf, number, offset);
      if (now === null) return "notChecked";
      if (runsSomething(now)) return "changed";
      const first = before.get(number);
      if (first === undefined) continue;
      const old = readObject(pdf, number, first);
      if (!isDictionary(now) || !isDictionary(old)) return "changed";
      if (number === referenceOf(ours.trailer["/Info"])) continue;
      if (old["/Type"] === "/Metadata" && now["/Type"] === "/Metadata") continue;
      const free = old["/Type"] === "/Catalog" ? freeInCatalog : old["/Type"] === "/Page" ? freeInPage : null;
      // Two streams can be different under the same dictionary, so whatever else is written again must be so to the byte.
      if (!free && textOf(pdf, first) !== textOf(pdf, offset)) return "changed";
      if (free && !isDeepStrictEqual(without(old, free), without(now, free))) return "changed";
      const fault = old["/Type"] === "/Page" ? findAnnotationFault(old, now, update) : null;
      if (fault) return fault;
    }
  }
  return null;
}

/** What a signature must be able to write: where its fields are, and its long-term validation data. */
const freeInCatalog = ["/AcroForm", "/DSS", "/Extensions", "/Perms", "/Version", "/Metadata"];
const freeInPage = ["/Annots"];

/** Whether an object holds a script, a deed that a viewer does by itself, or a form that it would show in place of the page. */
function runsSomething(value: PdfValue): boolean {
  if (Array.isArray(value)) return value.some(runsSomething);
  if (!isDictionary(value)) return false;
  return (
    ["/JS", "/AA", "/OpenAction", "/XFA"].some((key) => key in value) ||
    Object.values(value).some(runsSomething)
  );
}

/** Any other annotation could lie over what the paper says, and so could the picture of a signature. */
function findAnnotationFault(old: Dictionary, now: Dictionary, update: PdfUpdate): UpdateFault | null {
  const had = versionsOf(update, old["/Annots"]).flatMap((list) => (Array.isArray(list) ? list : []));
  for (const list of versionsOf(update, now["/Annots"])) {
    const has = Array.isArray(list) ? list : [];
    if (!had.every((one) => has.includes(one))) return "changed";
    for (const one of has.filter((item) => !had.includes(item))) {
      const versions = versionsOf(update, one);
      if (versions.length === 0) return "changed";
      for (const annotation of versions) {
        const fault = findWidgetFault(annotation, old, update);
        if (fault) return fault;
      }
    }
  }
  return null;
}

const noZoom = 8;
const noRotate = 16;

function findWidgetFault(widget: PdfValue, page: Dictionary, update: PdfUpdate): UpdateFault | null {
  if (!isDictionary(widget) || widget["/Subtype"] !== "/Widget" || widget["/FT"] !== "/Sig") return "changed";
  if (widget["/A"] !== undefined) return "changed";
  if (widget["/AP"] === undefined && widget["/MK"] === undefined) return null;
  const rect = widget["/Rect"];
  const [x, y, u, v] = Array.isArray(rect) && rect.length === 4 ? rect.map(Number) : [];
  if (x === undefined || y === undefined || u === undefined || v === undefined) return "notChecked";
  if (![x, y, u, v].every(Number.isFinite)) return "notChecked";
  const box = { left: Math.min(x, u), right: Math.max(x, u), bottom: Math.min(y, v), top: Math.max(y, v) };
  if (box.left === box.right || box.bottom === box.top) return null;
  // Such a picture keeps its size while the page grows smaller, and then lies over more than its box.
  if ((Number(widget["/F"] ?? 0) & (noZoom | noRotate)) !== 0) return "changed";
  const words = findWords(page, openObjects(update.pdf, update.before));
  if (!words) return "notChecked";
  return words.some((word) => lieOver(box, word)) ? "covers" : null;
}

/** So much may a picture lie over the rim of a word without taking anything from it, in points. */
const rim = 2;

function lieOver(box: PageBox, word: PageBox): boolean {
  const across = Math.min(box.right, word.right) - Math.max(box.left, word.left);
  const up = Math.min(box.top, word.top) - Math.max(box.bottom, word.bottom);
  // Small words have a small rim.
  return (
    across > Math.min(rim, (word.right - word.left) / 4) && up > Math.min(rim, (word.top - word.bottom) / 4)
  );
}

/** Every version of what a value is or names; none where there is no such thing. */
export function versionsOf({ pdf, before, added }: PdfUpdate, value: PdfValue | undefined): PdfValue[] {
  const number = referenceOf(value);
  if (number === null) return value === undefined ? [] : [value];
  const first = before.get(number);
  const offsets = [...(added.get(number) ?? []), ...(first === undefined ? [] : [first])];
  return offsets.map((offset) => readObject(pdf, number, offset)).filter((one) => one !== null);
}

/** How many objects our table counts with. */
function sizeOf(ours: PdfIndex): number {
  return Number(ours.trailer["/Size"]);
}

function textOf(pdf: string, offset: number): string {
  return pdf.slice(offset, pdf.indexOf("endobj", offset)).trim();
}

function lastStart(pdf: string): number | null {
  const found = pdf.lastIndexOf("startxref");
  return found < 0 ? null : integerOf(/^startxref\s+(\d+)/.exec(pdf.slice(found, found + 40))?.[1]);
}

function integerOf(value: PdfValue | undefined): number | null {
  return typeof value === "string" && /^\d+$/.test(value) ? Number(value) : null;
}

function without(dictionary: Dictionary, keys: readonly string[]): Dictionary {
  return Object.fromEntries(Object.entries(dictionary).filter(([key]) => !keys.includes(key)));
}
