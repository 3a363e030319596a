/** A PDF object as far as a check of an incremental update needs it; strings and numbers stay as written. */
export type PdfValue = string | PdfValue[] | { [key: string]: PdfValue };

/** Where each object of a PDF starts, by number, with the trailer's own entries. */
export interface PdfIndex {
  offsets: Map<number, number>;
  trailer: { [key: string]: PdfValue };
}

export const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** Reads the cross-reference table at an offset; null where it is no plain table. */
export function readXref(pdf: string, start: number): PdfIndex | null {
  if (!pdf.startsWith("xref", start)) return null;
  const offsets = new Map<number, number>();
  let at = start + 4;
  for (;;) {
    const heading = /^\s*(\d+) (\d+)\s*[\r\n]+/.exec(pdf.slice(at, at + 60));
    if (!heading) break;
    at += heading[0].length;
    const [first, count] = [Number(heading[1]), Number(heading[2])];
    for (let index = 0; index < count; index++, at += 20) {
      const entry = /^(\d{10}) \d{5} ([nf])/.exec(pdf.slice(at, at + 20));
      if (!entry) return null;
      if (entry[2] === "n") offsets.set(first + index, Number(entry[1]));
    }
  }
  const trailer = /^\s*trailer\s*/.exec(pdf.slice(at, at + 40));
  if (!trailer) return null;
  const value = parseValue(pdf, at + trailer[0].length)?.value;
  return isDictionary(value) ? { offsets, trailer: value } : null;
}

/** The value of an object that starts at an offset; null where another number stands there. */
export function readObject(pdf: string, number: number, offset: number): PdfValue | null {
  const head = /^\s*(\d+) \d+ obj\s*/.exec(pdf.slice(offset, offset + 40));
  if (!head || Number(head[1]) !== number) return null;
  return parseValue(pdf, offset + head[0].length)?.value ?? null;
}

/** Whether a value is a dictionary. */
export function isDictionary(value: PdfValue | null | undefined): value is { [key: string]: PdfValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The number that a reference, `12 0 R`, names; null for anything else. */
export function referenceOf(value: PdfValue | undefined): number | null {
  const number = typeof value === "string" ? /^(\d+) \d+ R$/.exec(value)?.[1] : undefined;
  return number === undefined ? null : Number(number);
}

const space = /[\0\t\n\f\r ]*(?:%[^\r\n]*[\r\n]+[\0\t\n\f\r ]*)*/y;
const word = /\d+ \d+ R\b|\/[^\0\t\n\f\r ()<>[\]{}/%]*|[^\0\t\n\f\r ()<>[\]{}/%]+/y;

function parseValue(pdf: string, from: number): { value: PdfValue; end: number } | null {
  let at = skip(pdf, from);
  if (pdf.startsWith("<<", at)) {
    const members: [string, PdfValue][] = [];
    at = skip(pdf, at + 2);
    while (!pdf.startsWith(">>", at)) {
      const name = parseValue(pdf, at);
      const value = name && parseValue(pdf, name.end);
      if (!name || !value || typeof name.value !== "string") return null;
      members.push([name.value, value.value]);
      at = skip(pdf, value.end);
    }
    return { value: Object.fromEntries(members), end: at + 2 };
  }
  if (pdf[at] === "[") {
    const items: PdfValue[] = [];
    at = skip(pdf, at + 1);
    while (pdf[at] !== "]") {
      const item = parseValue(pdf, at);
      if (!item) return null;
      items.push(item.value);
      at = skip(pdf, item.end);
    }
    return { value: items, end: at + 1 };
  }
  const end =
    pdf[at] === "(" ? endOfString(pdf, at) : pdf[at] === "<" ? pdf.indexOf(">", at) + 1 : endOfWord(pdf, at);
  return end > at ? { value: pdf.slice(at, end), end } : null;
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
