import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  ImageRun,
  Paragraph,
  type IParagraphOptions,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Picture } from "./paperCommon.ts";
import { pictureSize } from "./pictureSize.ts";
import type { ProseText } from "./proseData.ts";

export type DocxBlock = Paragraph | Table;

/** Twentieths of a point, rounded: the library's own rounds down, and Word then does not know A4. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);
const pixelsPerMm = 96 / 25.4;
const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const noBorders = { top: none, bottom: none, left: none, right: none };
const tableWithout = { ...noBorders, insideHorizontal: none, insideVertical: none };

interface RunStyle {
  bold?: boolean;
  size?: number;
  color?: string;
}

/** About as many dots as fill the millimetres. */
function dots(millimetres: number): string {
  return ".".repeat(Math.max(5, Math.round(millimetres / 1.05)));
}

/** The runs of a text; a line break in it is one. */
export function docxRuns(text: ProseText | null, style: RunStyle = {}, missing = 70): TextRun[] {
  const pieces = text === null ? [{ blank: missing }] : typeof text === "string" ? [text] : text;
  return pieces.flatMap((piece) => {
    if (typeof piece !== "string" && "blank" in piece)
      return [new TextRun({ ...style, text: dots(piece.blank) })];
    const [words, bold] = typeof piece === "string" ? [piece, style.bold ?? false] : [piece.bold, true];
    return words
      .split("\n")
      .map((part, index) => new TextRun({ ...style, bold, text: part, ...(index > 0 && { break: 1 }) }));
  });
}

/** A paragraph without room around it, as cells and addresses have them. */
export function line(text: ProseText, style: RunStyle = {}, options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0 }, ...options, children: docxRuns(text, style) });
}

/** After every table, or Word would join it with the next. */
export function gap(heightMm = 2, keepNext = false): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { before: 0, after: 0, line: twips(heightMm), lineRule: "exact" },
    children: [new TextRun({ text: "", size: 2 })],
  });
}

/** Begins a page. A break in a line of its own would leave a page empty where that line falls on the next one. */
export function newPage(): Paragraph {
  return new Paragraph({
    pageBreakBefore: true,
    spacing: { before: 0, after: 0, line: 20, lineRule: "exact" },
    children: [new TextRun({ text: "", size: 2 })],
  });
}

/** A table that only places things: no lines, no room in its cells. */
export function placing(
  widthsMm: readonly number[],
  rows: readonly (readonly DocxBlock[])[][],
  { indent = 0, together = false }: { indent?: number; together?: boolean } = {},
): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(widthsMm.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widthsMm.map(twips),
    indent: { size: twips(indent), type: WidthType.DXA },
    borders: tableWithout,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: together,
          children: cells.map(
            (children, column) =>
              new TableCell({
                borders: noBorders,
                width: { size: twips(widthsMm[column] ?? 0), type: WidthType.DXA },
                children: children.length === 0 ? [line("")] : [...children],
              }),
          ),
        }),
    ),
  });
}

/** Nothing to see, one dot by one: what an old word processor shows of an SVG. */
const emptyPng = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=",
  "base64",
);

interface Room {
  widthMm: number;
  heightMm: number;
}

/** A frame of a table of its own: lines around a paragraph are cut off where its cell ends. */
function emptyFrame({ widthMm, heightMm }: Room): DocxBlock[] {
  const edge = { style: BorderStyle.DASHED, size: 4, color: "9AA1AB" } as const;
  const words = line("Tempat lambang", { size: 14, color: "6B7280" }, { alignment: AlignmentType.CENTER });
  const cell = new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    width: { size: twips(widthMm), type: WidthType.DXA },
    borders: { top: edge, bottom: edge, left: edge, right: edge },
    children: [words],
  });
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      width: { size: twips(widthMm), type: WidthType.DXA },
      columnWidths: [twips(widthMm)],
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      rows: [new TableRow({ height: { value: twips(heightMm), rule: HeightRule.EXACT }, children: [cell] })],
    }),
    gap(1),
  ];
}

/** A picture as large as its room takes it; without one an empty line, or on what is only tried out a frame for it. */
export function emblem(picture: Picture | null, room: Room & { framed: boolean }): DocxBlock[] {
  if (picture !== null) return [pictureOf(picture, room)];
  return room.framed ? emptyFrame(room) : [new Paragraph({ spacing: { before: 0, after: 0 } })];
}

function pictureOf(picture: Picture, { widthMm, heightMm }: Room): Paragraph {
  const natural = pictureSize(picture) ?? { width: 1, height: 1 };
  const scale = Math.min(widthMm / natural.width, heightMm / natural.height) * pixelsPerMm;
  const transformation = {
    width: Math.max(1, Math.round(natural.width * scale)),
    height: Math.max(1, Math.round(natural.height * scale)),
  };
  const data = Buffer.from(picture.base64, "base64");
  // With an id of ours: the library would count on from document to document.
  const altText = { id: "1", name: "Lambang", description: "Lambang", title: "Lambang" };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 0 },
    children: [
      picture.format === "svg"
        ? new ImageRun({
            type: "svg",
            data,
            transformation,
            altText,
            fallback: { type: "png", data: emptyPng },
          })
        : new ImageRun({ type: picture.format, data, transformation, altText }),
    ],
  });
}
