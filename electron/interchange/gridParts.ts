import { parseXml } from "./workbook.ts";

type NumberShape = "number" | "percent" | "date";

const dateFormats = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);
const percentFormats = new Set([9, 10]);

/** The sheets that the workbook part lists, in its order, each with the path of its part. */
export function readSheetList(
  parts: Map<string, Uint8Array>,
): { name: string; hidden: boolean; path: string }[] {
  const bookPath = findBookPath(parts);
  const book = parts.get(bookPath);
  if (!book) throw new SyntaxError("no workbook part");
  const folder = bookPath.slice(0, bookPath.lastIndexOf("/") + 1);
  const targets = readTargets(parts.get(`${folder}_rels/${bookPath.slice(folder.length)}.rels`));
  const sheets: { name: string; hidden: boolean; path: string }[] = [];
  parseXml(book, {
    open(name, attributes) {
      if (name !== "sheet") return;
      const link = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      const target = targets.get(link)?.target;
      const state = attributes.state ?? "visible";
      if (target !== undefined) {
        sheets.push({
          name: attributes.name ?? "",
          hidden: state !== "visible",
          path: resolvePath(folder, target),
        });
      }
    },
    text() {},
    close() {},
  });
  return sheets;
}

/** The path of the shared strings and of the styles, where the workbook has them. */
export function findSidePart(
  parts: Map<string, Uint8Array>,
  kind: "sharedStrings" | "styles",
): Uint8Array | null {
  const bookPath = findBookPath(parts);
  const folder = bookPath.slice(0, bookPath.lastIndexOf("/") + 1);
  const targets = readTargets(parts.get(`${folder}_rels/${bookPath.slice(folder.length)}.rels`));
  for (const { type, target } of targets.values()) {
    if (type.endsWith(`/${kind}`)) return parts.get(resolvePath(folder, target)) ?? null;
  }
  return null;
}

/** The shared strings in order; formatting inside a text is dropped, so are phonetic hints. */
export function readSharedStrings(part: Uint8Array | null): string[] {
  const strings: string[] = [];
  if (part === null) return strings;
  let text = "";
  let inText = false;
  let inHint = false;
  parseXml(part, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") inHint = true;
      else if (name === "t") inText = !inHint;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === "t") inText = false;
      else if (name === "rPh") inHint = false;
      else if (name === "si") strings.push(unescapeText(text));
    },
  });
  return strings;
}

/** For each cell style: whether its numbers are shown as numbers, percents or dates. */
export function readNumberShapes(part: Uint8Array | null): NumberShape[] {
  const shapes: NumberShape[] = [];
  if (part === null) return shapes;
  const codes = new Map<number, string>();
  let inCellStyles = false;
  parseXml(part, {
    open(name, attributes) {
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      else if (name === "cellXfs") inCellStyles = true;
      else if (name === "xf" && inCellStyles) {
        const id = Number(attributes.numFmtId ?? 0);
        shapes.push(shapeOf(id, codes.get(id) ?? null));
      }
    },
    text() {},
    close(name) {
      if (name === "cellXfs") inCellStyles = false;
    },
  });
  return shapes;
}

/** `_x000D_` and its like are how a workbook writes control characters. */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function shapeOf(id: number, code: string | null): NumberShape {
  if (code === null) return dateFormats.has(id) ? "date" : percentFormats.has(id) ? "percent" : "number";
  // Quoted text, escaped letters, fill and width marks, colours and locale tags are no part of the shape.
  const bare = code.replaceAll(/"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  if (bare.includes("%")) return "percent";
  return /[dmyhs]/i.test(bare) && !/general/i.test(bare) ? "date" : "number";
}

function findBookPath(parts: Map<string, Uint8Array>): string {
  for (const { type, target } of readTargets(parts.get("_rels/.rels")).values()) {
    if (type.endsWith("/officeDocument")) return resolvePath("", target);
  }
  return "xl/workbook.xml";
}

function readTargets(part: Uint8Array | undefined): Map<string, { type: string; target: string }> {
  const targets = new Map<string, { type: string; target: string }>();
  if (!part) return targets;
  parseXml(part, {
    open(name, attributes) {
      if (name !== "Relationship" || attributes.TargetMode === "External") return;
      targets.set(attributes.Id ?? "", { type: attributes.Type ?? "", target: attributes.Target ?? "" });
    },
    text() {},
    close() {},
  });
  return targets;
}

function resolvePath(folder: string, target: string): string {
  const path = target.startsWith("/") ? target : `${folder}${target}`;
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
