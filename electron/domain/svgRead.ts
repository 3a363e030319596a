/** One element of a drawing, in the order they are opened. */
export interface SvgElement {
  /** Without its prefix. */
  name: string;
  attributes: readonly { name: string; value: string }[];
  /** Its place in the list; null for the root. */
  parent: number | null;
  /** 1 for the root. */
  depth: number;
  /** What is written directly in it. */
  text: string;
}

export interface SvgDrawing {
  elements: SvgElement[];
  /** Processing instructions before and among the elements: "xml-stylesheet href=…". */
  instructions: string[];
  /** A DOCTYPE with declarations of its own between brackets: entities, or attributes that stand nowhere else. */
  declares: boolean;
}

const patterns = {
  comment: /<!--[^]*?-->/y,
  cdata: /<!\[CDATA\[([^]*?)\]\]>/y,
  instruction: /<\?([^]*?)\?>/y,
  doctype: /<!DOCTYPE(?:"[^"]*"|'[^']*'|[^>"'[])*/y,
  close: /<\/([^\s<>/]+)\s*>/y,
  open: /<([^\s<>/!?"'=]+)((?:\s+[^\s=<>/"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y,
  text: /[^<]+/y,
};
type Kind = keyof typeof patterns;

/** The elements of an SVG as any XML reader takes it; null where it is not well formed, which none would draw. */
export function readSvg(text: string): SvgDrawing | null {
  const source = text.replace(/^\uFEFF/, "");
  const drawing: SvgDrawing = { elements: [], instructions: [], declares: false };
  const open: number[] = [];
  for (const [kind, found] of tokensOf(source)) {
    const inside = drawing.elements[open.at(-1) ?? -1];
    if (kind === "instruction") drawing.instructions.push(found[1] ?? "");
    else if (kind === "doctype") drawing.declares ||= source[found.index + found[0].length] !== ">";
    else if (kind === "text" && inside) inside.text += decoded(found[0]);
    else if (kind === "cdata" && inside) inside.text += found[1] ?? "";
    else if (kind === "close") {
      if (localName(found[1]!) !== inside?.name) return null;
      open.pop();
    } else if (kind === "open") {
      if (!inside && drawing.elements.length > 0) return null;
      drawing.elements.push({
        name: localName(found[1]!),
        attributes: attributesOf(found[2] ?? ""),
        parent: open.at(-1) ?? null,
        depth: open.length + 1,
        text: "",
      });
      if (found[3] === "") open.push(drawing.elements.length - 1);
    } else if (kind === "broken") return null;
    if (drawing.declares) return drawing;
  }
  return open.length === 0 && drawing.elements.length > 0 ? drawing : null;
}

/** Whether a file that begins so is an SVG, whatever stands before its root. */
export function opensSvg(beginning: string): boolean {
  const source = beginning.replace(/^\uFEFF/, "");
  for (const [kind, found] of tokensOf(source)) {
    if (kind === "open") return localName(found[1]!) === "svg";
    if (kind === "text" && found[0].trim() !== "") return false;
    // What it declares is told of when it is read.
    if (kind === "doctype" && source[found.index + found[0].length] === "[") {
      return /^<!DOCTYPE\s+svg\b/.test(found[0]);
    }
    if (kind === "broken" || kind === "close" || kind === "cdata") return false;
  }
  return false;
}

function* tokensOf(source: string): Generator<[Kind | "broken", RegExpExecArray]> {
  let at = 0;
  while (at < source.length) {
    const kind = kindAt(source, at);
    const pattern = patterns[kind];
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (!found) {
      yield ["broken", /^/.exec("")!];
      return;
    }
    at += found[0].length;
    yield [kind, found];
    if (kind === "doctype" && source[at] === ">") at += 1;
  }
}

function kindAt(source: string, at: number): Kind {
  if (source[at] !== "<") return "text";
  const next = source[at + 1];
  if (next === "/") return "close";
  if (next === "?") return "instruction";
  if (next !== "!") return "open";
  const third = source[at + 2];
  return third === "-" ? "comment" : third === "[" ? "cdata" : "doctype";
}

/** What a style or an attribute refers to by url(…), without quotes: "#a". */
export function findTargets(style: string): string[] {
  return Array.from(style.matchAll(/url\(([^)]*)/gi), ([, target = ""]) =>
    target.trim().replace(/^["']/, "").replace(/["']$/, "").trim(),
  );
}

/** A style without its comments. Step by step: an expression would take hours over a style made for that. */
export function withoutComments(style: string): string {
  let kept = "";
  let at = 0;
  while (at < style.length) {
    const start = style.indexOf("/*", at);
    if (start === -1) break;
    kept += style.slice(at, start);
    const end = style.indexOf("*/", start + 2);
    if (end === -1) return kept;
    at = end + 2;
  }
  return kept + style.slice(at);
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function attributesOf(text: string): { name: string; value: string }[] {
  return Array.from(
    text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g),
    ([, name, double, single]) => ({
      name: name!,
      value: decoded(double ?? single ?? ""),
    }),
  );
}

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text as a reader of XML takes it. */
export function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal === undefined && hex === undefined) return entities[name] ?? whole;
    const sign = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return sign <= 0x10ffff ? String.fromCodePoint(sign) : whole;
  });
}
