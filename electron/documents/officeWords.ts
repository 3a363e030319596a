import type { IsoDate } from "../domain/edition.ts";
import { longDate, longDateWithWeekday, romanNumeral } from "../domain/indonesian.ts";
import type { TimeSlot } from "./clockTimes.ts";
import type { ProseBlock, ProseFact, ProsePiece, ProseSignature, ProseText } from "./proseData.ts";
import { countInWords } from "./wording.ts";

/** A civil servant who signs for an office; what is null is dotted. */
export interface OfficeSigner {
  /** `Kepala Badan Pengembangan Sumber Daya Manusia Provinsi Jawa Timur`. */
  office: string | null;
  name: string | null;
  /** `Pembina Utama Madya`; null leaves the line out. */
  rank: string | null;
  nip: string | null;
}

/** The Governor, or whoever signs in that place: no NIP. */
export interface Signatory {
  name: string;
  title: string;
  place: string;
}

/** A meeting, a ceremony: what is null is dotted. */
export interface Occasion {
  date: IsoDate | null;
  /** `09.00`, WIB. */
  start: string | null;
  venue: string | null;
}

/** A text, or so many millimetres of dots. */
export function dotted(text: string | null, millimetres = 45): ProsePiece {
  return text ?? { blank: millimetres };
}

/** On one line, whatever stands around it. */
export function unbroken(piece: ProsePiece): ProsePiece {
  return typeof piece === "string" ? piece.replaceAll(" ", "\u00a0") : piece;
}

/** Items of a list that ends a sentence: a semicolon after each, a full stop after the last. */
export function closed(items: readonly ProseText[]): ProseText[] {
  return items.map((item, index) => stopped(item, index === items.length - 1 ? "." : ";"));
}

/** With this at its end, and no other such sign. */
export function stopped(item: ProseText, sign: "." | ";"): ProseText {
  return typeof item === "string" ? `${item.replace(/[;.]$/, "")}${sign}` : [...item, sign];
}

/** `12 Oktober 2021`, or dots. */
export function dottedDate(date: IsoDate | null): ProsePiece {
  return dotted(date === null ? null : longDate(date), 40);
}

/** `Surabaya, 12 Oktober 2021`. */
export function placeAndDateText(place: string | null, date: IsoDate | null): ProseText {
  return [dotted(place, 25), ", ", dottedDate(date)];
}

/** `pukul 09.00 WIB s.d. selesai`, `pukul 09.00–09.20 WIB`. */
export function hourText({ from, until }: TimeSlot): ProseText {
  const start = dotted(from, 15);
  return until === null ? ["pukul ", start, " WIB s.d. selesai"] : ["pukul ", start, "–", until, " WIB"];
}

/** Day, hour and place, as a letter sets them under one another. */
export function occasionFacts({ date, start, venue }: Occasion): ProseFact[] {
  return [
    { label: "Hari, tanggal", value: date === null ? null : longDateWithWeekday(date) },
    { label: "Waktu", value: hourText({ from: start, until: null }) },
    { label: "Tempat", value: venue },
  ];
}

/** `1 (satu) berkas`, or a dash. */
export function attachmentWords(count: number): string {
  return count === 0 ? "–" : `${countInWords(count)} berkas`;
}

/** A NIP as it is written: `19650817 199003 1 002`; anything else stays as it is. */
function groupedNip(nip: string): string {
  const digits = nip.replaceAll(/\s/g, "");
  const match = /^(\d{8})(\d{6})(\d)(\d{3})$/.exec(digits);
  return match === null ? nip : match.slice(1).join(" ");
}

/** A civil servant's signature, under place and date where they are given. */
export function officeSignature(signer: OfficeSigner, over: readonly ProseText[] = []): ProseSignature {
  // An office's name is longer than a line; it breaks before the province, not before its last word.
  const office =
    signer.office === null
      ? null
      : `${signer.office.toLocaleUpperCase("id").replace(" PROVINSI ", "\nPROVINSI ")},`;
  return {
    above: [...over, [dotted(office, 70)]],
    name: signer.name,
    below: [
      ...(signer.rank === null ? [] : [signer.rank]),
      ["NIP ", dotted(signer.nip && groupedNip(signer.nip))],
    ],
  };
}

/** The Governor's signature, with clear room for an electronic one. */
export function signatorySignature(signatory: Signatory, over: readonly ProseText[]): ProseBlock {
  const { title, name } = signatory;
  return {
    kind: "signatures",
    box: true,
    signatures: [{ above: [...over, `${title.toLocaleUpperCase("id")},`], name, below: [] }],
  };
}

/** Who gets a copy, under a letter; nothing without any. */
export function copiesBlocks(copies: readonly string[]): ProseBlock[] {
  if (copies.length === 0) return [];
  return [
    { kind: "space", height: 4 },
    { kind: "lines", lines: [[{ bold: "Tembusan:" }]] },
    listOrText(copies),
  ];
}

/** A numbered list, or where there is only one the text without a number. */
export function listOrText(items: readonly ProseText[], marks: "1." | "a." = "1."): ProseBlock {
  return items.length === 1 ? { kind: "paragraph", text: items[0]! } : { kind: "list", marks, items };
}

/** ` dengan tema “Jatim Bangkit”`, or nothing. */
export function themeWords(theme: string | null): string {
  return theme === null ? "" : ` dengan tema “${theme}”`;
}

/** `Terbaik II`, `Terbaik` where there is a single place. */
export function placeWords(place: number, places: number): string {
  return places === 1 ? "Terbaik" : `Terbaik ${romanNumeral(place)}`;
}
