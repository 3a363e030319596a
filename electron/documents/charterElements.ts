import {
  fillIn,
  type Piece,
  type PlaceholderValues,
  placeholdersIn,
  reasonKeys,
} from "../domain/placeholders.ts";
import { linesHeightMm, widestLineMm } from "./letterWidths.ts";
import type { Design, DesignElement } from "./paperData.ts";

interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Words of a part, and whether they surely fit their box: what does is not measured, which 514 pages would feel. */
interface Words {
  lines: Piece[][];
  fits: boolean;
}

interface Filled {
  texts: Record<string, Words>;
  boxes: Record<string, Box>;
}

type TextElement = Extract<DesignElement, { kind: "text" }>;

/** The words of parts that are the same on every charter of a paper, by their id. */
export function fixedWords(design: Design, records: readonly Filled[]): Record<string, Words> {
  const [first, ...others] = records;
  const same = design.elements.flatMap((element) => {
    const words = element.kind === "text" ? first?.texts[element.id] : undefined;
    if (!words) return [];
    const shown = JSON.stringify(words);
    const alike = others.every(
      ({ texts, boxes }) => JSON.stringify(texts[element.id]) === shown && !boxes[element.id],
    );
    return alike && !first?.boxes[element.id] ? [[element.id, words] as const] : [];
  });
  return Object.fromEntries(same);
}

/** The words of the parts that differ; the office's own sentence takes the room of all that ours would. */
export function fillElements(design: Design, values: PlaceholderValues, ownReason: string | null): Filled {
  const filled: Filled = { texts: {}, boxes: {} };
  const reasons =
    ownReason === null
      ? []
      : design.elements.filter(
          (one) => one.kind === "text" && placeholdersIn(one.text).some((key) => reasonKeys.has(key)),
        );
  for (const element of design.elements) {
    if (element.kind === "name") {
      const lines = [[capsOf(element, values.nama ?? "")]];
      const fits = widestLineMm(lines, element.size) <= element.w && element.size * 1.2 * 0.3528 <= element.h;
      filled.texts[element.id] = { lines, fits };
    }
    if (element.kind !== "text") continue;
    if (!reasons.includes(element)) {
      const words = wordsOf(element, values);
      if (words.lines.length > 0) filled.texts[element.id] = words;
    } else if (element === reasons[0]) {
      filled.texts[element.id] = { lines: [[ownReason ?? ""]], fits: false };
      filled.boxes[element.id] = around(reasons);
    }
  }
  return filled;
}

function wordsOf(element: TextElement, values: PlaceholderValues): Words {
  const lines = fillIn(element.text, values).map((line) =>
    line.map((piece) => (typeof piece === "string" ? capsOf(element, piece) : piece)),
  );
  const fits =
    widestLineMm(lines, element.size) <= element.w && linesHeightMm(lines.length, element.size) <= element.h;
  return { lines, fits };
}

function capsOf({ caps }: { caps: boolean }, words: string): string {
  return caps ? words.toLocaleUpperCase("id") : words;
}

function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.w));
  const bottom = Math.max(...boxes.map((box) => box.y + box.h));
  return { x, y, w: right - x, h: bottom - y };
}
