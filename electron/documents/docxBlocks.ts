import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  PageBreak,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import { type DocxBlock, docxRuns, gap, line, placing, twips } from "./docxParts.ts";
import { labelSheets } from "./labelSheets.ts";
import { PaperError } from "./paperError.ts";
import type { ProseBlock, ProseFact, ProsePaper, ProseSignature, ProseText } from "./proseData.ts";

const signatureWidth = 78;
const edge = { style: BorderStyle.SINGLE, size: 4, color: "6B7280" } as const;
const aligned = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** What the blocks of one document share. */
export interface DocxPage {
  /** Between the margins. */
  widthMm: number;
  /** Half-points. */
  size: number;
  /** Large, to be read aloud: ragged lines. */
  spoken: boolean;
  paper: ProsePaper["paper"];
  /** Every list counts from one. */
  nextList: () => number;
}

function listParagraphs(
  marks: "a." | "1.",
  items: readonly ProseText[],
  page: DocxPage,
  indentMm = 0,
): Paragraph[] {
  const instance = page.nextList();
  return items.map(
    (item) =>
      new Paragraph({
        numbering: { reference: marks, level: 0, instance },
        ...(indentMm > 0 && { indent: { left: twips(indentMm + 7), hanging: twips(7) } }),
        alignment: justified(item, page),
        spacing: { before: 0, after: 80 },
        children: docxRuns(item),
      }),
  );
}

function justified(text: ProseText, { spoken }: DocxPage) {
  const open =
    typeof text !== "string" && text.some((piece) => typeof piece !== "string" && "blank" in piece);
  return spoken || open ? AlignmentType.LEFT : AlignmentType.JUSTIFIED;
}

function valueOf(
  { value, items, marks }: ProseFact,
  page: DocxPage,
  { ragged = false, keepNext = false, indentMm = 0 } = {},
): Paragraph[] {
  if (items !== undefined) return listParagraphs(marks ?? "a.", items, page, indentMm);
  return [
    new Paragraph({
      keepNext,
      alignment: value === null || ragged ? AlignmentType.LEFT : justified(value, page),
      spacing: { before: 0, after: 60 },
      children: docxRuns(value),
    }),
  ];
}

function factsTable(
  {
    labelWidth,
    rows,
    indent = 0,
    keep = false,
  }: { labelWidth: number; rows: readonly ProseFact[]; indent?: number; keep?: boolean },
  widthMm: number,
  page: DocxPage,
  ragged = false,
): Table {
  const label = Math.max(labelWidth, 4);
  return placing(
    [label, 4, widthMm - indent - label - 4],
    rows.map((row) => [
      [line(row.label, {}, { keepNext: keep })],
      [line(row.label === "" ? "" : ":", {}, { keepNext: keep })],
      valueOf(row, page, { ragged, keepNext: keep }),
    ]),
    { indent },
  );
}

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

function tableOf(block: Extract<ProseBlock, { kind: "table" }>, page: DocxPage): Table {
  const fixed = block.columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
  const open = block.columns.filter(({ width }) => width === null).length;
  const widths = block.columns.map(({ width }) => width ?? (page.widthMm - fixed) / open);
  const size = Math.round(page.size * 0.91);
  const cell = (column: number, text: ProseText, head: boolean) =>
    new TableCell({
      width: { size: twips(widths[column] ?? 0), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      borders: { top: edge, bottom: edge, left: edge, right: edge },
      ...(head && { shading: { type: ShadingType.CLEAR, color: "auto", fill: "EEF1F4" } }),
      children: [
        line(text, { size, bold: head }, { alignment: aligned[block.columns[column]?.align ?? "left"] }),
      ],
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(page.widthMm), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: block.columns.map(({ head }, column) => cell(column, head, true)),
      }),
      ...block.rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            ...(block.rowHeight && { height: { value: twips(block.rowHeight), rule: HeightRule.ATLEAST } }),
            children: row.map((text, column) => cell(column, text, false)),
          }),
      ),
    ],
  });
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

function notice({ lines }: Extract<ProseBlock, { kind: "notice" }>, page: DocxPage): DocxBlock[] {
  const heavy = { style: BorderStyle.SINGLE, size: 16, color: "111418" } as const;
  return [
    new Table({
      width: { size: twips(page.widthMm), type: WidthType.DXA },
      columnWidths: [twips(page.widthMm)],
      rows: [
        new TableRow({
          children: [
            new TableCell({
              margins: { top: 120, bottom: 120, left: 120, right: 120 },
              borders: { top: heavy, bottom: heavy, left: heavy, right: heavy },
              children: lines.map((text, index) =>
                line(text, { bold: true, size: index === 0 ? 30 : 22 }, { alignment: AlignmentType.CENTER }),
              ),
            }),
          ],
        }),
      ],
    }),
    gap(6),
  ];
}

function labels(block: Extract<ProseBlock, { kind: "labels" }>, page: DocxPage): DocxBlock[] {
  const { columns, width, height, gap: between } = labelSheets[page.paper];
  const rows: (readonly ProseText[])[][] = [];
  for (let index = 0; index < block.labels.length; index += columns) {
    rows.push(block.labels.slice(index, index + columns));
  }
  const sides = block.outlined ? edge : ({ style: BorderStyle.NONE, size: 0, color: "auto" } as const);
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: twips(width * columns + between), type: WidthType.DXA },
      columnWidths: Array.from({ length: columns }, () => twips(width + between / 2)),
      rows: rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            height: { value: twips(height), rule: HeightRule.EXACT },
            children: Array.from(
              { length: columns },
              (_, column) =>
                new TableCell({
                  verticalAlign: VerticalAlign.CENTER,
                  margins: { top: 0, bottom: 0, left: twips(10), right: twips(6) },
                  borders: { top: sides, bottom: sides, left: sides, right: sides },
                  children: (row[column]?.length ? row[column] : [""]).map((text) => line(text)),
                }),
            ),
          }),
      ),
    }),
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
      const lines = block.lines.map((text) => line(text));
      if (!block.right) return lines;
      return [placing([page.widthMm - signatureWidth, signatureWidth], [[[], lines]]), gap()];
    }
    case "opening":
      return opening(block, page);
    case "list":
      return listParagraphs(block.marks, block.items, page);
    case "table":
      return [gap(1), tableOf(block, page), gap()];
    case "signatures":
      return [...signaturesOf(block, page), gap()];
    case "notice":
      return notice(block, page);
    case "name":
      return [
        line(
          block.text,
          { bold: true, size: nameSize(block.text) },
          { alignment: AlignmentType.CENTER, spacing: { before: 200, after: 200 } },
        ),
      ];
    case "labels":
      return labels(block, page);
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
    case "page":
      return [new Paragraph({ spacing: { before: 0, after: 0 }, children: [new PageBreak()] })];
  }
}
