import { listInWords, longDate } from "../domain/indonesian.ts";
import { lyingPaper, onPaper } from "../domain/designs.ts";
import {
  type PlaceholderValues,
  reasonKeys,
  fillIn,
  type Piece,
  placeholdersIn,
} from "../domain/placeholders.ts";
import { codePicture } from "./code.ts";
import { commonData, type TypesetPaper } from "./common.ts";
import { wrapped } from "./ownTemplate.ts";
import type { Charter, CharterPaper, Design, DesignElement } from "./paperData.ts";
import { placeWords, themeWords } from "./officeWords.ts";
import { type PictureFiles, placePicture } from "./pictures.ts";
import { proofFoot } from "./proof.ts";
import { lighter } from "./colours.ts";
import { linesHeightMm, widestLineMm } from "./letterWidths.ts";
import { typefaceFonts } from "./typefaces.ts";

function distinction({ recipient, place, places, category }: Charter): string {
  if (recipient.kind === "panelist") {
    const judged = listInWords(recipient.categories);
    return judged === "" ? "Panelis" : `Panelis Kategori ${judged}`;
  }
  return `${place === null ? "Peserta" : placeWords(place, places)} Kategori ${category}`;
}

function opening({ recipient }: Charter): string {
  if (recipient.kind === "panelist") return "atas peran serta dan dedikasinya sebagai";
  if (recipient.kind === "region") return "atas prestasinya sebagai";
  const merit = recipient.kind === "head" ? "kepemimpinan dan prestasinya" : "kinerja dan dukungannya";
  return `atas ${merit} mengantarkan ${recipient.region} sebagai`;
}

/** What a charter is given for, in the lines it is set in. */
export interface CharterReason {
  opening: string;
  distinction: string;
  occasion: string;
  /** The award bestowed with the charter; null where the charter is itself the award. */
  bestowed: string | null;
}

/** The wording of a charter for a head, an agency, a region or a panelist. */
export function charterReason(
  charter: Charter,
  edition: { title: string; theme: string | null },
): CharterReason {
  const itself = charter.recipient.kind === "panelist" || /^piagam\b/i.test(charter.award);
  return {
    opening: opening(charter),
    distinction: distinction(charter),
    occasion: `pada ${edition.title}${themeWords(edition.theme)}`,
    bestowed: itself ? null : charter.award,
  };
}

/** The name that a charter shows, and what stands below it. */
export function recipientLines({ recipient }: Charter): { name: string; position: string | null } {
  if (recipient.kind === "head") return { name: recipient.name, position: recipient.position };
  if (recipient.kind === "region") return { name: `Pemerintah ${recipient.name}`, position: null };
  if (recipient.kind === "panelist") return { name: recipient.name, position: recipient.institution };
  // An agency is often named after its region; saying it twice would look like a mistake.
  const named = recipient.name.includes(recipient.region);
  return { name: recipient.name, position: named ? null : recipient.region };
}

function placeOf({ recipient, place, places }: Charter): string {
  if (recipient.kind === "panelist") return "Panelis";
  return place === null ? "Peserta" : placeWords(place, places);
}

/** With its type; a panelist stands for an institution. */
function regionOf({ recipient }: Charter): string | null {
  if (recipient.kind === "panelist") return recipient.institution;
  return recipient.kind === "region" ? recipient.name : recipient.region;
}

/** What the placeholders of a design stand for on one charter. */
function charterValues(charter: Charter, paper: CharterPaper): PlaceholderValues {
  const { name, position } = recipientLines(charter);
  const reason = charterReason(charter, { title: paper.editionTitle, theme: paper.theme });
  return {
    nama: name,
    jabatan: position,
    daerah: regionOf(charter),
    nomor: charter.number,
    pengantar: reason.opening,
    predikat: reason.distinction,
    peringkat: placeOf(charter),
    kategori: charter.category,
    penghargaan: charter.award,
    anugerah: reason.bestowed && `dan dianugerahi ${reason.bestowed}`,
    rangkaian: reason.occasion,
    acara: paper.editionTitle,
    tema: paper.theme,
    tahun: String(paper.year),
    tempat: paper.signatory.place,
    tanggal: paper.date && longDate(paper.date),
    pejabat: paper.signatory.name,
    jabatan_pejabat: paper.signatory.title,
  };
}

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
function fixedWords(design: Design, records: readonly Filled[]): Record<string, Words> {
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
function fillElements(design: Design, values: PlaceholderValues, ownReason: string | null): Filled {
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
