import { commonData, type TypesetPaper } from "./common.ts";
import { labelSheets } from "./labelSheets.ts";
import type { PaperSize } from "./paperCommon.ts";
import { placePicture } from "./pictures.ts";
import type { ProseBlock, ProseFact, ProsePaper, ProseText } from "./proseData.ts";

interface Run {
  text: string | null;
  bold: boolean;
  blank: number;
}

/** No word of the language is longer: what is may break wherever its line ends, by invisible places to do so. */
const longestWord = 18;

function breaking(text: string): string {
  return text.replaceAll(/\S+/gu, (word) =>
    word.length > longestWord ? word.replaceAll(/(?<=.)(?=\P{M})/gu, "\u200b") : word,
  );
}

/** A text as the pieces a template sets one after the other. */
function runs(text: ProseText | null): Run[] | null {
  if (text === null) return null;
  const parts = typeof text === "string" ? [text] : text;
  return parts.map((part) => {
    if (typeof part === "string") return { text: breaking(part), bold: false, blank: 0 };
    if ("bold" in part) return { text: breaking(part.bold), bold: true, blank: 0 };
    return { text: null, bold: false, blank: part.blank };
  });
}

function factsData(rows: readonly ProseFact[]) {
  return rows.map(({ label, value, items, marks }) => ({
    label,
    value: runs(value),
    items: items?.map(runs) ?? null,
    marks: marks ?? "a.",
  }));
}

function blockData(block: ProseBlock, paper: PaperSize): Record<string, unknown> {
  switch (block.kind) {
    case "title":
      return { even: false, ...block, lines: block.lines.map(runs) };
    case "centre":
      return { ...block, text: runs(block.text) };
    case "paragraph":
      return { firstLine: false, align: "left", cue: false, keep: false, ...block, text: runs(block.text) };
    case "lines":
      return { right: false, keep: false, ...block, lines: block.lines.map(runs) };
    case "list":
      return { ...block, items: block.items.map(runs) };
    case "facts":
      return { indent: 0, keep: false, ...block, rows: factsData(block.rows) };
    case "opening":
      return { ...block, rows: factsData(block.rows), lines: block.lines.map(runs) };
    case "labels":
      return { ...block, ...labelSheets[paper], labels: block.labels.map((lines) => lines.map(runs)) };
    case "table":
      return { rowHeight: 0, keep: false, ...block, rows: block.rows.map((row) => row.map(runs)) };
    case "signatures":
      return {
        box: false,
        ...block,
        signatures: block.signatures.map(({ above, name, below, note }) => ({
          above: above.map(runs),
          name: name === null ? null : breaking(name),
          below: below.map(runs),
          note: note ?? null,
        })),
      };
    default:
      return block;
  }
}

/** A signature never stands alone on a page: what stands above it goes along, of facts the last row, of a table the last two. */
export function keepWithSignatures(blocks: readonly ProseBlock[]): ProseBlock[] {
  return blocks.flatMap((block, index): ProseBlock[] => {
    if (blocks[index + 1]?.kind !== "signatures") return [block];
    if (block.kind === "paragraph" || block.kind === "table") return [{ ...block, keep: true }];
    if (block.kind !== "facts" || block.rows.length < 2) return [block];
    return [
      { ...block, rows: block.rows.slice(0, -1) },
      { ...block, rows: block.rows.slice(-1), keep: true },
    ];
  });
}

/** Lays out a paper of running text. */
export function typesetProse(paper: ProsePaper): TypesetPaper {
  const pictures = new Map<string, Uint8Array>();
  const { title, author, date, foot, size, emblem, blocks } = paper;
  return {
    template: "prose.typ",
    pictures,
    data: {
      ...commonData(paper, pictures, { title, author, date }),
      foot,
      size,
      emblem: emblem && { lines: emblem.lines, emblem: placePicture(pictures, emblem.emblem) },
      blocks: keepWithSignatures(blocks).map((block) => blockData(block, paper.paper)),
    },
  };
}
