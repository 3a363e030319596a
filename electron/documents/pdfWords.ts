import { inflateSync } from "node:zlib";
import { isDictionary, latin1, parseValue, type PdfObjects, type PdfValue } from "./pdfObjects.ts";

/** A box on a page, in points from its bottom left corner. */
export interface PageBox {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

type Matrix = readonly [number, number, number, number, number, number];
type Dictionary = { [key: string]: PdfValue };

/** So much of their size letters stand above their line and hang below it; accents and long tails go beyond. */
const above = 0.7;
const below = 0.2;

/** More dots than any code has; a picture of more is decoration that a signature may lie on. */
const mostDotsOfCode = 100;

/**
 * Where words and the code stand on a page that Typst made; null where it was drawn in a way that this does not follow.
 * Frames, emblems and watermarks are no words: a signature's room often lies on them.
 */
export function findWords(page: Dictionary, objects: PdfObjects): PageBox[] | null {
  const content = contentOf(page["/Contents"], objects);
  const resources = objects.resolve(page["/Resources"]);
  if (content === null || !isDictionary(resources)) return null;
  const boxes: PageBox[] = [];
  const followed = follow(content, { resources, objects, boxes, depth: 0 }, [1, 0, 0, 1, 0, 0]);
  return followed ? boxes : null;
}

interface Page {
  resources: Dictionary;
  objects: PdfObjects;
  boxes: PageBox[];
  depth: number;
}

interface State {
  matrix: Matrix;
  font: Font | null;
  size: number;
}

interface Font {
  widthOf(code: number): number;
}

/** Operators that would move or stretch words in ways that Typst does not use. */
const notFollowed = new Set(["Td", "TD", "T*", "TL", "Tc", "Tw", "Tz", "Ts", "'", '"', "BI"]);

function follow(content: string, page: Page, from: Matrix): boolean {
  const kept: State[] = [];
  let state: State = { matrix: from, font: null, size: 0 };
  let text: Matrix = from;
  let operands: PdfValue[] = [];
  let at = 0;
  for (;;) {
    const read = parseValue(content, at);
    if (!read) return content.slice(at).trim() === "";
    at = read.end;
    if (typeof read.value !== "string" || !/^[A-Za-z'"*]/.test(read.value)) {
      operands.push(read.value);
      continue;
    }
    const numbers = operands.map(Number);
    if (notFollowed.has(read.value)) return false;
    if (read.value === "q") kept.push({ ...state });
    if (read.value === "Q") state = kept.pop() ?? state;
    if (read.value === "cm") state = { ...state, matrix: times(toMatrix(numbers), state.matrix) };
    if (read.value === "BT") text = [1, 0, 0, 1, 0, 0];
    if (read.value === "Tm") text = toMatrix(numbers);
    if (read.value === "Tf") {
      const font = readFont(named(page, "/Font", operands[0]), page.objects);
      if (!font) return false;
      state = { ...state, font, size: numbers[1] ?? Number.NaN };
    }
    if (read.value === "Tj" || read.value === "TJ") {
      const [shown] = operands;
      const width = widthOf(Array.isArray(shown) ? shown : [shown ?? ""], state);
      if (width === null) return false;
      const { size, matrix } = state;
      page.boxes.push(boxOf([0, -below * size, width, above * size], times(text, matrix)));
      text = times([1, 0, 0, 1, width, 0], text);
    }
    if (read.value === "Do" && !drawNamed(operands[0], page, state.matrix)) return false;
    operands = [];
  }
}

function drawNamed(name: PdfValue | undefined, page: Page, matrix: Matrix): boolean {
  const { objects, boxes, depth } = page;
  const reference = named(page, "/XObject", name);
  const drawn = objects.resolve(reference);
  if (!isDictionary(drawn) || depth > 8) return false;
  if (drawn["/Subtype"] === "/Image") {
    const [width, height] = [Number(drawn["/Width"]), Number(drawn["/Height"])];
    if (width === height && width <= mostDotsOfCode) boxes.push(boxOf([0, 0, 1, 1], matrix));
    return true;
  }
  const content = contentOf(reference, objects);
  if (content === null) return false;
  const own = objects.resolve(drawn["/Resources"]);
  const resources = isDictionary(own) ? own : page.resources;
  const placed = Array.isArray(drawn["/Matrix"]) ? toMatrix(drawn["/Matrix"].map(Number)) : null;
  return follow(
    content,
    { resources, objects, boxes, depth: depth + 1 },
    placed ? times(placed, matrix) : matrix,
  );
}

function named({ resources, objects }: Page, kind: string, name: PdfValue | undefined): PdfValue | undefined {
  const all = objects.resolve(resources[kind]);
  return isDictionary(all) && typeof name === "string" ? all[name] : undefined;
}

/** How wide so many signs are together, in the text's own measure; null where it cannot be said. */
function widthOf(shown: PdfValue[], { font, size }: State): number | null {
  let thousandths = 0;
  for (const one of shown) {
    if (typeof one !== "string" || !font) return null;
    if (!/^[(<]/.test(one)) thousandths -= Number(one);
    else {
      const bytes = bytesOf(one);
      for (let at = 0; at + 1 < bytes.length; at += 2) thousandths += font.widthOf(bytes.readUInt16BE(at));
    }
  }
  const width = (thousandths / 1000) * size;
  return Number.isFinite(width) ? width : null;
}

const fonts = new WeakMap<object, Font | null>();

function readFont(value: PdfValue | undefined, objects: PdfObjects): Font | null {
  const font = objects.resolve(value);
  if (!isDictionary(font) || font["/Encoding"] !== "/Identity-H") return null;
  let read = fonts.get(font);
  if (read === undefined) {
    const list = objects.resolve(font["/DescendantFonts"]);
    const inner = objects.resolve(Array.isArray(list) ? list[0] : undefined);
    read = isDictionary(inner) ? fontOf(inner, objects) : null;
    fonts.set(font, read);
  }
  return read;
}

function fontOf(inner: Dictionary, objects: PdfObjects): Font {
  const usual = Number(inner["/DW"] ?? 1000);
  const widths = new Map<number, number>();
  const list = objects.resolve(inner["/W"]);
  const parts = Array.isArray(list) ? list : [];
  for (let at = 0; at < parts.length; ) {
    const first = Number(parts[at]);
    const next = parts[at + 1];
    if (Array.isArray(next)) {
      next.forEach((width, index) => widths.set(first + index, Number(width)));
      at += 2;
    } else {
      for (let code = first; code <= Math.min(Number(next), 0xffff); code++)
        widths.set(code, Number(parts[at + 2]));
      at += 3;
    }
  }
  return { widthOf: (code) => widths.get(code) ?? usual };
}

const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

/** The bytes that a string stands for, as it is written. */
function bytesOf(written: string): Buffer {
  if (written.startsWith("<")) return Buffer.from(written.replaceAll(/[^0-9A-Fa-f]/g, ""), "hex");
  const plain = written
    .slice(1, -1)
    .replaceAll(/\\(?:([0-7]{1,3})|\r\n?|\n|([^]))/g, (_, octal?: string, sign?: string) =>
      octal === undefined
        ? sign === undefined
          ? ""
          : (escapes[sign] ?? sign)
        : String.fromCharCode(Number.parseInt(octal, 8) & 0xff),
    );
  return Buffer.from(plain, "latin1");
}

function contentOf(value: PdfValue | undefined, objects: PdfObjects): string | null {
  const dictionary = objects.resolve(value);
  const stored = objects.stream(value);
  if (!isDictionary(dictionary) || stored === null) return null;
  if (dictionary["/Filter"] === undefined) return stored;
  if (dictionary["/Filter"] !== "/FlateDecode") return null;
  try {
    return latin1(inflateSync(Buffer.from(stored, "latin1")));
  } catch {
    return null;
  }
}

function toMatrix(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}

/** What is done first stands first. */
function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

function boxOf([x, y, right, top]: [number, number, number, number], [a, b, c, d, e, f]: Matrix): PageBox {
  const corners = [
    [x, y],
    [right, y],
    [x, top],
    [right, top],
  ].map(([u = 0, v = 0]) => [u * a + v * c + e, u * b + v * d + f] as const);
  const [across, up] = [corners.map(([one]) => one), corners.map(([, one]) => one)];
  return {
    left: Math.min(...across),
    right: Math.max(...across),
    bottom: Math.min(...up),
    top: Math.max(...up),
  };
}
