import { AlignmentType, Paragraph, type Table } from "docx";
import { docxRuns, line, placing, twips } from "./docxParts.ts";
import type { ProseFact, ProsePaper, ProseText } from "./proseData.ts";

/** What the blocks of one document share. */
export interface DocxPage {
  /** Between the margins. */
  widthMm: number;
  /** Half-points. */
  size: number;
  /** Large, to be read aloud: ragged lines. */
  spoken: boolean;
  paper: ProsePaper["paper"];
  /** Only tried out: what is missing shows its place. */
  tried: boolean;
  /** Every list counts from one. */
  nextList: () => number;
}

/** A list that counts from one. */
export function listParagraphs(
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

/** Ragged where a line would be torn apart: dots are one piece. */
export function justified(text: ProseText, { spoken }: DocxPage) {
  const open =
    typeof text !== "string" && text.some((piece) => typeof piece !== "string" && "blank" in piece);
  return spoken || open ? AlignmentType.LEFT : AlignmentType.JUSTIFIED;
}

/** What stands after the colon of a fact. */
export function valueOf(
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
      ...(indentMm > 0 && { indent: { left: twips(indentMm) } }),
      children: docxRuns(value),
    }),
  ];
}

/** Names, colons and what they stand for. */
export function factsTable(
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
