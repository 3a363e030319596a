import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import type { DocxPage } from "./docxFacts.ts";
import { type DocxBlock, gap, line, twips } from "./docxParts.ts";
import { labelSheets } from "./labelSheets.ts";
import type { ProseBlock, ProseText } from "./proseData.ts";

const edge = { style: BorderStyle.SINGLE, size: 4, color: "6B7280" } as const;
const aligned = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** A table with lines; its head is said again on every page. */
export function tableOf(block: Extract<ProseBlock, { kind: "table" }>, page: DocxPage): Table {
  const fixed = block.columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
  const open = block.columns.filter(({ width }) => width === null).length;
  const widths = block.columns.map(({ width }) => width ?? (page.widthMm - fixed) / open);
  const size = Math.round(page.size * 0.91);
  const cell = (column: number, text: ProseText, head: boolean, keepNext = false) =>
    new TableCell({
      width: { size: twips(widths[column] ?? 0), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      borders: { top: edge, bottom: edge, left: edge, right: edge },
      ...(head && { shading: { type: ShadingType.CLEAR, color: "auto", fill: "EEF1F4" } }),
      children: [
        line(
          text,
          { size, bold: head },
          { keepNext, alignment: aligned[block.columns[column]?.align ?? "left"] },
        ),
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
        (row, index) =>
          new TableRow({
            cantSplit: true,
            ...(block.rowHeight && { height: { value: twips(block.rowHeight), rule: HeightRule.ATLEAST } }),
            children: row.map((text, column) =>
              cell(column, text, false, block.keep && index >= block.rows.length - 2),
            ),
          }),
      ),
    ],
  });
}

/** Lines in a heavy frame. */
export function noticeOf({ lines }: Extract<ProseBlock, { kind: "notice" }>, page: DocxPage): DocxBlock[] {
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

/** A grid of labels; the gap between columns is shared by both. */
export function labelsOf(block: Extract<ProseBlock, { kind: "labels" }>, page: DocxPage): DocxBlock[] {
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
