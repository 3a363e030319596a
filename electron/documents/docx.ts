import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from "docx";
import { unzipSync, zipSync } from "fflate";
import { PAGE_MM } from "./columns.ts";
import { docxBlocks } from "./docxBlocks.ts";
import type { DocxPage } from "./docxFacts.ts";
import { faces, withFaces } from "./docxFonts.ts";
import { type DocxBlock, emblem, gap, line, placing, twips } from "./docxParts.ts";
import { labelSheets } from "./labelSheets.ts";
import type { Letterhead } from "./paperCommon.ts";
import { keepWithSignatures } from "./prose.ts";
import { proofFoot } from "./proof.ts";
import type { ProseBlock, ProsePaper } from "./proseData.ts";

interface MarginsMm {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function marginsOf(paper: ProsePaper): MarginsMm {
  if (!paper.blocks.some(({ kind }) => kind === "labels"))
    return { left: 25, right: 20, top: 15, bottom: 21 };
  const { columns, rows, width, height, gap: between } = labelSheets[paper.paper];
  const page = PAGE_MM[paper.paper];
  const side = (page.short - width * columns - between * (columns - 1)) / 2;
  const edge = (page.long - height * rows) / 2;
  // A word processor keeps a line after a table: it must not fall on a page of its own.
  return { left: side, right: side, top: edge, bottom: edge - 4 };
}

function sampleWords({ contoh, rancangan }: ProsePaper): string {
  return [
    ...(contoh ? ["CONTOH: dibuat dari data contoh, bukan dokumen resmi"] : []),
    ...(rancangan ? ["RANCANGAN: belum final"] : []),
  ].join(" · ");
}

function headers(paper: ProsePaper) {
  const words = sampleWords(paper);
  if (words === "") return {};
  const style = { bold: true, size: 16, color: "9B2C1F" };
  const options = { alignment: AlignmentType.RIGHT };
  return { headers: { default: new Header({ children: [line(words, style, options)] }) } };
}

function footer(paper: ProsePaper, { widthMm }: DocxPage): Footer {
  const style = { size: 16, color: "6B7280" };
  const proof = proofFoot(paper.proof);
  return new Footer({
    children: [
      new Paragraph({
        spacing: { before: 0, after: 0 },
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: "6B7280", space: 4 } },
        tabStops: [{ type: TabStopType.RIGHT, position: twips(widthMm) }],
        children: [
          new TextRun({ ...style, text: `${paper.foot} · ${paper.editionTitle}` }),
          new TextRun({
            ...style,
            children: ["\tHalaman ", PageNumber.CURRENT, " dari ", PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
      ...(proof === null ? [] : [line(proof, style)]),
    ],
  });
}

/** Half-points at which capitals fill one line: the names of offices are long and never break. */
function capitalsSize(text: string, wanted: number, widthMm: number): number {
  const points = (widthMm / 25.4) * 72;
  return Math.min(wanted, Math.floor((points * 2) / (text.length * 0.74)));
}

function letterheadBlocks(
  { lines, address, emblem: picture }: Letterhead,
  { widthMm, tried }: DocxPage,
): DocxBlock[] {
  const centred = { alignment: AlignmentType.CENTER };
  const rows = lines.map((text, index) =>
    line(
      text,
      { bold: true, size: capitalsSize(text, index === lines.length - 1 ? 28 : 26, widthMm - 32) },
      centred,
    ),
  );
  return [
    placing(
      [22, widthMm - 32, 10],
      [
        [
          emblem(picture, { widthMm: 20, heightMm: 24, framed: tried }),
          [...rows, ...(address === null ? [] : [line(address, { size: 18 }, centred)])],
          [],
        ],
      ],
    ),
    new Paragraph({
      spacing: { before: 0, after: 160 },
      border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: "111418", space: 1 } },
    }),
  ];
}

function emblemBlocks({ lines, emblem: picture }: Letterhead, { widthMm, tried }: DocxPage): DocxBlock[] {
  const side = (widthMm - 26) / 2;
  return [
    placing([side, 26, side], [[[], emblem(picture, { widthMm: 24, heightMm: 24, framed: tried }), []]]),
    ...lines.map((text) =>
      line(
        text,
        { bold: true, size: 28 },
        { alignment: AlignmentType.CENTER, spacing: { before: 80, after: 120 } },
      ),
    ),
    gap(1),
  ];
}

/** The gap after a table that ends a page would leave one empty where it falls on the next. */
function bodyOf(blocks: readonly ProseBlock[], page: DocxPage): DocxBlock[] {
  return blocks.flatMap((block, index) => {
    const made = docxBlocks(block, page);
    const ends = block.kind === "table" || block.kind === "signatures";
    return ends && blocks[index + 1]?.kind === "page" ? made.slice(0, -1) : made;
  });
}

function documentOf(paper: ProsePaper): Document {
  const { short, long } = PAGE_MM[paper.paper];
  const margins = marginsOf(paper);
  let lists = 0;
  const points = paper.size ?? 11;
  const page: DocxPage = {
    tried: paper.contoh || paper.rancangan,
    widthMm: short - margins.left - margins.right,
    size: points * 2,
    spoken: points > 13,
    paper: paper.paper,
    nextList: () => {
      lists += 1;
      return lists;
    },
  };
  const level = { level: 0, alignment: AlignmentType.LEFT, style: { paragraph: { indent: listIndent } } };
  return new Document({
    title: paper.title,
    creator: paper.author ?? "",
    lastModifiedBy: paper.author ?? "",
    styles: {
      default: {
        document: {
          run: {
            font: paper.emblem === null ? faces.letters : faces.decrees,
            size: page.size,
            language: { value: "id-ID" },
          },
          paragraph: { spacing: { line: 264, lineRule: "auto", after: 120 } },
        },
      },
    },
    numbering: {
      config: [
        { reference: "1.", levels: [{ ...level, format: LevelFormat.DECIMAL, text: "%1." }] },
        { reference: "a.", levels: [{ ...level, format: LevelFormat.LOWER_LETTER, text: "%1." }] },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(short), height: twips(long) },
            margin: {
              left: twips(margins.left),
              right: twips(margins.right),
              top: twips(margins.top),
              bottom: twips(margins.bottom),
              header: twips(7),
              footer: twips(8),
            },
          },
        },
        ...headers(paper),
        ...(paper.blocks.some(({ kind }) => kind === "labels")
          ? {}
          : { footers: { default: footer(paper, page) } }),
        children: [
          ...(paper.letterhead === null ? [] : letterheadBlocks(paper.letterhead, page)),
          ...(paper.emblem === null ? [] : emblemBlocks(paper.emblem, page)),
          ...bodyOf(keepWithSignatures(paper.blocks), page),
        ],
      },
    ],
  });
}

const listIndent = { left: twips(7), hanging: twips(7) };

/** The paper's own date instead of today's, or none; no time of packing; and what stands in for a face that lacks. */
function settled(packed: Uint8Array, date: ProsePaper["date"]): Uint8Array<ArrayBuffer> {
  const files = unzipSync(packed);
  const core = "docProps/core.xml";
  const words = new TextDecoder().decode(files[core]);
  files[core] = new TextEncoder().encode(
    words.replaceAll(
      /(<dcterms:(created|modified)[^>]*>)[^<]*<\/dcterms:\2>/g,
      date === null ? "" : `$1${date}T00:00:00Z</dcterms:$2>`,
    ),
  );
  const fonts = "word/fontTable.xml";
  files[fonts] = new TextEncoder().encode(withFaces(new TextDecoder().decode(files[fonts])));
  // Written into the file in local time: given so too, it is the same in every zone.
  return new Uint8Array(zipSync(files, { mtime: new Date(2021, 0, 1) }));
}

/**
 * A paper of running text for a word processor, with the content of its PDF: the same bytes for the same paper.
 * @throws PaperError for a paper that only the PDF can be, such as table cards.
 */
export async function proseDocx(paper: ProsePaper): Promise<Uint8Array<ArrayBuffer>> {
  return settled(new Uint8Array(await Packer.toBuffer(documentOf(paper))), paper.date);
}
