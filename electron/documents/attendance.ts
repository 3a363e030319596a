import type { IsoDate } from "../domain/edition.ts";
import {
  type Occasion,
  occasionFacts,
  type OfficeSigner,
  officeSignature,
  placeAndDateText,
} from "./officeWords.ts";
import type { ProseBlock, ProseText } from "./proseData.ts";

export interface AttendanceGroup {
  /** `Finalis`, `Panelis`; null: without a head. */
  title: string | null;
  /** A null name is left to be written. */
  people: readonly { name: string | null; role: string | null }[];
  /** Rows to write further names in. */
  blankRows: number;
}

export interface AttendanceWords {
  editionTitle: string;
  /** `Babak Presentasi dan Wawancara`. */
  event: string;
  occasion: Occasion;
  groups: readonly AttendanceGroup[];
  place: string | null;
  date: IsoDate | null;
  signer: OfficeSigner;
}

function groupBlocks({ title, people, blankRows }: AttendanceGroup, first: number): ProseBlock[] {
  const rows: ProseText[][] = [...people, ...Array.from({ length: blankRows }, () => null)].map(
    (person, index) => [
      `${first + index}.`,
      person?.name ? [{ bold: person.name }] : "",
      person?.role ?? "",
      // Left and right in turn, so that a large signature has room.
      (first + index) % 2 === 1
        ? `${first + index}.`
        : `\u2003\u2003\u2003\u2003\u2003\u2003${first + index}.`,
    ],
  );
  return [
    ...(title === null ? [] : [{ kind: "heading" as const, text: title }]),
    {
      kind: "table",
      rowHeight: 11,
      columns: [
        { head: "No.", width: 11, align: "center" },
        { head: "Nama", width: null, align: "left" },
        { head: "Jabatan/Lembaga", width: 52, align: "left" },
        { head: "Tanda tangan", width: 45, align: "left" },
      ],
      rows,
    },
  ];
}

/** Daftar hadir: everybody who is expected, numbered through, with rows for those who come besides. */
export function attendanceBlocks(words: AttendanceWords): ProseBlock[] {
  let next = 1;
  const groups = words.groups.flatMap((group) => {
    const blocks = groupBlocks(group, next);
    next += group.people.length + group.blankRows;
    return blocks;
  });
  return [
    { kind: "title", lines: ["DAFTAR HADIR", words.event, words.editionTitle] },
    { kind: "space", height: 3 },
    { kind: "facts", labelWidth: 30, rows: occasionFacts(words.occasion) },
    ...groups,
    {
      kind: "signatures",
      signatures: [officeSignature(words.signer, [placeAndDateText(words.place, words.date)])],
    },
  ];
}
