/** A PDF object as far as a check of an incremental update needs it; strings and numbers stay as written. */
export type PdfValue = string | PdfValue[] | { [key: string]: PdfValue };

/** What a cross-reference table says, with the trailer's own entries. */
export interface PdfIndex {
  /** Where each object starts, by number; the same number may stand there several times. */
  entries: [number: number, offset: number][];
  /** Numbers of objects that it takes away. */
  freed: number[];
  trailer: { [key: string]: PdfValue };
}

export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** Reads the cross-reference table at an offset; null where it is no plain table, or has another beside it. */
export function readXref(pdf: string, start: number): PdfIndex | null {
  // A widespread signing library counts one too few: its place is that of the line's end before.
  const named = /^\s{0,2}xref/.exec(pdf.slice(start, start + 6));
  if (!named) return null;
  const entries: PdfIndex["entries"] = [];
  const freed: number[] = [];
  let at = start + named[0].length;
  for (;;) {
    const heading = /^\s*(\d+) (\d+)\s*[\r\n]+/.exec(pdf.slice(at, at + 60));
    if (!heading) break;
    at += heading[0].length;
    const [first, count] = [Number(heading[1]), Number(heading[2])];
    for (let index = 0; index < count; index++, at += 20) {
      const entry = /^(\d{10}) (\d{5}) ([nf])(?: \n| \r|\r\n)/.exec(pdf.slice(at, at + 20));
      if (!entry) return null;
      if (entry[3] === "f") freed.push(first + index);
      // Nothing was taken away before, so whatever has a second generation is not what our papers name.
      else if (entry[2] !== "00000") return null;
      else entries.push([first + index, Number(entry[1])]);
    }
  }
  const trailer = /^\s*trailer\s*/.exec(pdf.slice(at, at + 40));
  if (!trailer) return null;
  const value = parseValue(pdf, at + trailer[0].length)?.value;
  // Viewers ask the second table first, others pass over it: no two would show the same file.
  if (!isDictionary(value) || value["/XRefStm"] !== undefined) return null;
  return { entries, freed, trailer: value };
}

const head = /[\0\t\n\f\r ]*(\d+)[\0\t\n\f\r ]+0[\0\t\n\f\r ]+obj\b/y;

/** Where the head of an object stands that starts at an offset, and where it ends; null where another number stands there. */
export function findObject(
  pdf: string,
  number: number,
  offset: number,
): { start: number; end: number } | null {
  head.lastIndex = offset;
  const found = head.exec(pdf);
  if (!found || Number(found[1]) !== number) return null;
  return { start: offset + found[0].search(/\d/), end: offset + found[0].length };
}

/** The value of an object that starts at an offset; null where another number stands there, or it cannot be read. */
export function readObject(pdf: string, number: number, offset: number): PdfValue | null {
  const found = findObject(pdf, number, offset);
  return found && (parseValue(pdf, found.end)?.value ?? null);
}

/** How the objects of a PDF are got at: what a value names, and the stream of that as it is stored. */
export interface PdfObjects {
  resolve(value: PdfValue | undefined): PdfValue | null;
  stream(value: PdfValue | undefined): string | null;
}

/** The objects that start at such offsets, each read once. */
export function openObjects(pdf: string, offsets: ReadonlyMap<number, number>): PdfObjects {
  const read = new Map<number, PdfValue | null>();
  const offsetOf = (number: number | null) => (number === null ? undefined : offsets.get(number));
  return {
    resolve(value) {
      const number = referenceOf(value);
      if (number === null) return value ?? null;
      const offset = offsetOf(number);
      if (!read.has(number)) read.set(number, offset === undefined ? null : readObject(pdf, number, offset));
      return read.get(number) ?? null;
    },
    stream(value) {
      const number = referenceOf(value);
      const offset = offsetOf(number);
      return number === null || offset === undefined ? null : storedStream(pdf, number, offset);
    },
  };
}

function storedStream(pdf: string, number: number, offset: number): string | null {
  const found = findObject(pdf, number, offset);
  const read = found && parseValue(pdf, found.end);
  if (!read || !isDictionary(read.value)) return null;
  const start = /^\s*stream\r?\n/.exec(pdf.slice(read.end, read.end + 40));
  const length = Number(read.value["/Length"]);
  if (!start || !Number.isInteger(length)) return null;
  return pdf.slice(read.end + start[0].length, read.end + start[0].length + length);
}

/** Whether a value is a dictionary. */
export function isDictionary(value: PdfValue | null | undefined): value is { [key: string]: PdfValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The number that a reference, `12 0 R`, names; null for anything else. */
export function referenceOf(value: PdfValue | undefined): number | null {
  const number = typeof value === "string" ? /^(\d+) 0 R$/.exec(value)?.[1] : undefined;
  return number === undefined ? null : Number(number);
}

const space = /[\0\t\n\f\r ]*(?:%[^\r\n]*[\r\n]+[\0\t\n\f\r ]*)*/y;
const reference = /(\d+)[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+R\b/y;
const word = /\/[^\0\t\n\f\r ()<>[\]{}/%]*|[^\0\t\n\f\r ()<>[\]{}/%]+/y;

/** No honest program nests deeper. */
const deepest = 60;

/** The value at a place, and where it ends; null where it cannot be read as every viewer does. */
export function parseValue(pdf: string, from: number, depth = 0): { value: PdfValue; end: number } | null {
  let at = skip(pdf, from);
  if (depth > deepest) return null;
  if (pdf.startsWith("<<", at)) {
    const members = new Map<string, PdfValue>();
    at = skip(pdf, at + 2);
    while (!pdf.startsWith(">>", at)) {
      const name = parseValue(pdf, at, depth + 1);
      const value = name && parseValue(pdf, name.end, depth + 1);
      if (!name || !value || typeof name.value !== "string" || !name.value.startsWith("/")) return null;
      // Of two values under one name viewers take the first or the last.
      if (members.has(name.value)) return null;
      members.set(name.value, value.value);
      at = skip(pdf, value.end);
    }
    return { value: Object.fromEntries(members), end: at + 2 };
  }
  if (pdf[at] === "[") {
    const items: PdfValue[] = [];
    at = skip(pdf, at + 1);
    while (pdf[at] !== "]") {
      const item = parseValue(pdf, at, depth + 1);
      if (!item) return null;
      items.push(item.value);
      at = skip(pdf, item.end);
    }
    return { value: items, end: at + 1 };
  }
  reference.lastIndex = at;
  const named = reference.exec(pdf);
  if (named) return { value: `${named[1]} ${named[2]} R`, end: at + named[0].length };
  const end =
    pdf[at] === "(" ? endOfString(pdf, at) : pdf[at] === "<" ? pdf.indexOf(">", at) + 1 : endOfWord(pdf, at);
  return end > at ? { value: plainName(pdf.slice(at, end)), end } : null;
}

/** A name may hide its letters: `/#58FA` is /XFA. */
function plainName(written: string): string {
  if (!written.startsWith("/")) return written;
  return written.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function skip(pdf: string, at: number): number {
  space.lastIndex = at;
  return at + (space.exec(pdf)?.[0].length ?? 0);
}

function endOfWord(pdf: string, at: number): number {
  word.lastIndex = at;
  return at + (word.exec(pdf)?.[0].length ?? 0);
}

function endOfString(pdf: string, from: number): number {
  let depth = 0;
  for (let at = from; at < pdf.length; at++) {
    if (pdf[at] === "\\") at++;
    else if (pdf[at] === "(") depth++;
    else if (pdf[at] === ")" && --depth === 0) return at + 1;
  }
  return -1;
}
