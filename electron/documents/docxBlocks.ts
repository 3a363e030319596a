import { AlignmentType, BorderStyle, Paragraph } from "docx";
import { type DocxPage, factsTable, justified, listParagraphs, valueOf } from "./docxFacts.ts";
import { type DocxBlock, docxRuns, gap, line, newPage, placing, twips } from "./docxParts.ts";
import { labelsOf, noticeOf, tableOf } from "./docxTables.ts";
import { PaperError } from "./paperError.ts";
import type { ProseBlock, ProseSignature } from "./proseData.ts";

const signatureWidth = 78;
function signatureLines({ above, name, below, note }: ProseSignature, box: boolean): Paragraph[] {
  const together = { keepNext: true, keepLines: true };
  return [
    ...above.map((text) => line(text, {}, together)),
    // Room to sign, in which a note says how it was signed already.
    new Paragraph({
      ...together,
      spacing: { before: twips(box ? 12 : 9), after: twips(box ? 12 : 9) },
      children: docxRuns(note ?? "", { size: 16, color: "6B7280" }),
    }),
    new Paragraph({
      ...(below.length > 0 && together),
      spacing: { before: 0, after: 0 },
      children: docxRuns(name, { bold: true }, 55),
    }),
    ...below.map((text) => line(text)),
  ];
}

function signaturesOf(block: Extract<ProseBlock, { kind: "signatures" }>, page: DocxPage): DocxBlock[] {
  const cells = block.signatures.map((signature) => signatureLines(signature, block.box ?? false));
  const rest = page.widthMm - signatureWidth;
  if (cells.length === 1)
    return [gap(5, true), placing([rest, signatureWidth], [[[], cells[0]!]], { together: true })];
  const rows: Paragraph[][][] = [];
  for (let index = 0; index < cells.length; index += 2) rows.push([cells[index]!, cells[index + 1] ?? []]);
  return [gap(5, true), placing([page.widthMm / 2, page.widthMm / 2], rows, { together: true })];
}

function opening(block: Extract<ProseBlock, { kind: "opening" }>, page: DocxPage): DocxBlock[] {
  const left = page.widthMm - signatureWidth;
  const [first = "", ...rest] = block.lines;
  return [
    placing(
      [left, signatureWidth],
      [
        [[], [line(first)]],
        [[line(""), factsTable(block, left - 6, page, true), gap(1)], rest.map((text) => line(text))],
      ],
    ),
    gap(4),
  ];
}

/** A name as large as a line takes it, about. */
function nameSize(name: string): number {
  return Math.max(32, Math.min(68, Math.round(1500 / Math.max(1, name.length))));
}

/**
 * A block of a paper as a word processor has it.
 * @throws PaperError for cards, whose one side stands on its head.
 */
export function docxBlocks(block: ProseBlock, page: DocxPage): DocxBlock[] {
  switch (block.kind) {
    case "title":
      return block.lines.map((text, index) => {
        const large = index === 0 && !block.even;
        const size = Math.round((page.size * (large ? 14 : 12)) / 11);
        const spacing = { before: 0, after: index === block.lines.length - 1 ? 160 : 20 };
        return line(text, { bold: true, size }, { alignment: AlignmentType.CENTER, spacing, keepNext: true });
      });
    case "centre":
      return [line(block.text, {}, { alignment: AlignmentType.CENTER, spacing: { before: 60, after: 60 } })];
    case "heading":
      return [line(block.text, { bold: true }, { keepNext: true, spacing: { before: 200, after: 100 } })];
    case "facts":
      if (block.rows.every(({ label }) => label === ""))
        return block.rows.flatMap((row) =>
          valueOf(row, page, { indentMm: (block.indent ?? 0) + block.labelWidth + 4 }),
        );
      return [factsTable(block, page.widthMm, page), gap(2, block.keep)];
    case "paragraph":
      return [
        new Paragraph({
          alignment: block.align === "right" ? AlignmentType.RIGHT : justified(block.text, page),
          keepNext: block.keep ?? false,
          ...(block.firstLine && { indent: { firstLine: twips(10) } }),
          children: docxRuns(
            block.text,
            block.cue ? { bold: true, color: "4B5563", size: Math.round(page.size * 0.8) } : {},
          ),
        }),
      ];
    case "lines": {
      const lines = block.lines.map((text) => line(text, {}, { keepNext: block.keep === true }));
      if (!block.right) return lines;
      return [placing([page.widthMm - signatureWidth, signatureWidth], [[[], lines]]), gap()];
    }
    case "opening":
      return opening(block, page);
    case "list":
      return listParagraphs(block.marks, block.items, page);
    case "table":
      return [gap(1), tableOf(block, page), gap(2, block.keep)];
    case "signatures":
      return [...signaturesOf(block, page), gap()];
    case "notice":
      return noticeOf(block, page);
    case "name":
      return [
        line(
          block.text,
          { bold: true, size: nameSize(block.text) },
          { alignment: AlignmentType.CENTER, spacing: { before: 200, after: 200 } },
        ),
      ];
    case "labels":
      return labelsOf(block, page);
    case "cards":
      throw new PaperError(
        "INVALID",
        "Kartu meja tidak dapat dibuat sebagai dokumen Word karena satu sisinya terbalik; cetaklah PDF-nya.",
      );
    case "rule":
      return [
        new Paragraph({
          spacing: { before: 0, after: 120 },
          border: { bottom: { style: BorderStyle.SINGLE, size: 8, color: "111418", space: 1 } },
        }),
      ];
    case "space":
      return [gap(block.height)];
    default:
      return [newPage()];
  }
}
