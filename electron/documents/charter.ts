import { lyingPaper, onPaper } from "../domain/designs.ts";
import { fillElements, fixedWords } from "./charterElements.ts";
import { charterValues } from "./charterValues.ts";
import { codePicture } from "./code.ts";
import { lighter } from "./colours.ts";
import { commonData, type TypesetPaper } from "./common.ts";
import { wrapped } from "./ownTemplate.ts";
import type { Charter, CharterPaper, Design, DesignElement } from "./paperData.ts";
import { type PictureFiles, placePicture } from "./pictures.ts";
import { proofFoot } from "./proof.ts";
import { typefaceFonts } from "./typefaces.ts";

/** What an element is called on the test page. */
function labelOf(element: DesignElement): string {
  if (element.kind === "text") return element.text.replaceAll(/\s+/g, " ").slice(0, 60);
  return { name: "Nama penerima", picture: "Gambar", signature: "Tanda tangan", code: "Kode", line: "Garis" }[
    element.kind
  ];
}

function framePicture(paper: CharterPaper, files: PictureFiles, design: Design) {
  const { picture } = design.frame;
  const found = picture === null ? undefined : paper.design.pictures[picture];
  if (design.frame.kind !== "picture" || !found) return { path: null, fit: "contain" };
  const { width, height } = lyingPaper[design.paper];
  const own = found.width / found.height;
  const page = (width + 2 * design.bleed) / (height + 2 * design.bleed);
  // A hair's breadth is better stretched than left white along an edge.
  const fit = Math.abs(own / page - 1) <= 0.02 ? "stretch" : "contain";
  return { path: placePicture(files, found.picture), fit };
}

function withoutKeys<Value>(all: Record<string, Value>, without: object): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => !Object.hasOwn(without, key)));
}

/** Where the foot stands: between the band of a drawn frame and the lines inside it. */
function footOf({ frame }: Design): { foot: number; footSide: number } {
  const inner = { guilloche: 11, lines: 4.4, tumpal: 11.4, picture: 4, none: 0 }[frame.kind];
  const foot = Math.max(8.5, frame.inset + inner);
  // The fine rule of "lines" steps inwards at the corners.
  return { foot, footSide: foot + (frame.kind === "lines" ? 6 : 1.5) };
}

/** Where a wrapped template's code stands on the page, with its side. */
function codePlace({ elements, bleed, blank, offset, paper }: Design): {
  x: number;
  y: number;
  side: number;
} {
  const code = elements.find(({ kind }) => kind === "code");
  const side = 14;
  if (!code) return { x: bleed + 12, y: bleed + lyingPaper[paper].height - 12 - side, side };
  const moved = blank ? offset : { x: 0, y: 0 };
  return { x: bleed + code.x + moved.x, y: bleed + code.y + moved.y, side: Math.min(code.w, code.h) };
}

function elementData(element: DesignElement, paper: CharterPaper, files: PictureFiles) {
  if (element.kind !== "picture") return { ...element, label: labelOf(element) };
  const { picture } = element;
  const found = picture === "emblem" ? paper.emblem : (paper.design.pictures[picture]?.picture ?? null);
  return { ...element, label: labelOf(element), picture: placePicture(files, found) };
}

/** Lays out charters: wording, dates, pictures and the places of all of them, ready for the template. */
export function typesetCharters(paper: CharterPaper): TypesetPaper {
  const pictures: PictureFiles = new Map();
  const first = paper.charters[0];
  const title =
    paper.charters.length === 1 && first !== undefined
      ? `Piagam Penghargaan ${first.recipient.name}`
      : `Piagam Penghargaan ${paper.editionTitle}`;
  const design = onPaper(paper.design.design, paper.paper);
  const frame = framePicture(paper, pictures, design);
  const filled = paper.charters.map((charter) =>
    fillElements(design, charterValues(charter, paper), charter.reason),
  );
  const fixed = fixedWords(design, filled);
  const { source } = paper.design;
  const marksOf = (charter: Charter) => {
    const proof = charter.proof ?? paper.proof;
    return { code: codePicture(proof), proof: proofFoot(proof) };
  };
  // An own template is given none of the marks: they are set around it.
  const bare = source === null ? paper : { ...paper, contoh: false, rancangan: false, proof: null };
  return {
    template: "design.typ",
    ...(source !== null && { sourceText: wrapped(source) }),
    pictures,
    data: {
      ...commonData(bare, pictures, { title, author: paper.signatory.title, date: paper.date }),
      page: {
        ...lyingPaper[design.paper],
        bleed: design.bleed,
        unprintable: design.unprintable,
        ...footOf(design),
      },
      design: design.name,
      fonts: typefaceFonts[design.typefaces],
      colours: design.colours,
      frame: {
        kind: design.frame.kind,
        inset: design.frame.inset,
        accent: lighter(design.colours.accent),
        picture: frame.path,
        fit: frame.fit,
      },
      mode: paper.test ? "test" : design.blank ? "blank" : "whole",
      offset: design.offset,
      elements: design.elements.map((element) => ({
        ...elementData(element, paper, pictures),
        words: fixed[element.id] ?? null,
      })),
      records: paper.charters.map((charter, index) => ({
        // Only an expert's template reads them by name; for ours they stand in the texts already.
        ...(source !== null && { values: charterValues(charter, paper) }),
        texts: withoutKeys(filled[index]?.texts ?? {}, fixed),
        boxes: filled[index]?.boxes ?? {},
        ...(source === null ? marksOf(charter) : { code: null, proof: null }),
      })),
      ...(source !== null && {
        marks: {
          contoh: paper.contoh,
          rancangan: paper.rancangan,
          code: codePlace(design),
          foot: design.bleed + Math.max(design.unprintable, footOf(design).foot),
          side: design.bleed + footOf(design).footSide,
          records: paper.charters.map(marksOf),
        },
      }),
    },
  };
}
