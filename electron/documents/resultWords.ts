import type { AwardRecipient, DecimalText, IsoDate, RoundKind } from "../domain/edition.ts";
import { formatDecimal, listInWords, longDateWithWeekday } from "../domain/indonesian.ts";
import { closed, dotted, dottedDate, placeWords, unbroken } from "./officeWords.ts";
import type { Head } from "./paperCommon.ts";
import type { ProseBlock, ProseText } from "./proseData.ts";
import { countInWords } from "./wording.ts";

export interface RoundDone {
  name: string;
  kind: RoundKind;
  date: IsoDate | null;
  entries: number;
  /** None in a desk round. */
  panelists: number;
  /** `Top 5`; null in a last round without a cut. */
  cut: string | null;
}

/** A name in a table's cell, with the office under it: run together nobody would see where the name begins. */
export function headCell(head: Head | null): ProseText {
  return head === null ? [{ blank: 40 }] : [{ bold: head.name }, `\n${head.office}`];
}

export interface PlaceWon {
  place: number;
  /** How many places there are: a single one is `Terbaik`. */
  places: number;
  /** With its type. */
  region: string;
  head: Head | null;
  total: DecimalText | null;
}

/** What a category came to: its rounds in order, and who won, best first. */
export interface CategoryOutcome {
  category: string;
  rounds: readonly RoundDone[];
  places: readonly PlaceWon[];
  /** Of the minutes the result stands in. */
  minutes: { number: string | null; date: IsoDate | null };
}

export interface Honoured {
  place: number;
  places: number;
  /** Null: not known yet. */
  name: string | null;
  /** `Bupati Magetan`; null where the name says it already. */
  position: string | null;
  region: string;
}

/** An award with those who get it, best first. */
export interface AwardGiven {
  name: string;
  category: string;
  recipient: AwardRecipient;
  honoured: readonly Honoured[];
}

/** To whom an award goes, in general. */
export const recipientWords: Readonly<Record<AwardRecipient, string>> = {
  head: "kepala daerah",
  agency: "perangkat daerah yang membidangi kepegawaian",
  region: "pemerintah kabupaten/kota",
};

/** A round in one sentence: when, how many, by whom, and how many went on. */
export function roundSentence({ name, kind, date, entries, panelists, cut }: RoundDone): ProseText {
  const when = dotted(date === null ? null : longDateWithWeekday(date), 50);
  const by = kind === "panel" ? `, dinilai oleh ${countInWords(panelists)} panelis` : "";
  const on = cut === null ? "" : `, dengan hasil ${cut}`;
  return [`Babak ${name} pada `, when, `, diikuti ${countInWords(entries)} peserta${by}${on}.`];
}

/** Places, regions, heads and totals of a category. */
export function placesTable({ places }: CategoryOutcome): ProseBlock {
  return {
    kind: "table",
    columns: [
      { head: "Peringkat", width: 25, align: "left" },
      { head: "Daerah", width: 54, align: "left" },
      { head: "Kepala daerah", width: null, align: "left" },
      { head: "Nilai akhir", width: 25, align: "right" },
    ],
    rows: places.map(({ place, places: count, region, head, total }): ProseText[] => [
      placeWords(place, count),
      [{ bold: region }],
      headCell(head),
      [dotted(total === null ? null : formatDecimal(total), 12)],
    ]),
  };
}

/** `Berita Acara Penilaian Kategori … Nomor … tanggal …`, one a category; number and date are not torn apart. */
export function minutesReferences(outcomes: readonly CategoryOutcome[]): ProseText[] {
  return outcomes.map(({ category, minutes }) => [
    `Berita Acara Penilaian Kategori ${category} Nomor\u00a0`,
    dotted(minutes.number, 35),
    " tanggal\u00a0",
    unbroken(dottedDate(minutes.date)),
  ]);
}

/** The minutes that a letter rests on, under the words that lead to them. */
export function citedMinutes(outcomes: readonly CategoryOutcome[]): ProseBlock {
  const items = closed(minutesReferences(outcomes));
  if (items.length !== 1) return { kind: "list", marks: "1.", items };
  return { kind: "facts", labelWidth: 0, indent: 6, rows: [{ label: "", value: items[0]! }] };
}

/** `3 (tiga) kategori, yaitu …`; a single one by its name. */
export function categoriesWords(outcomes: readonly CategoryOutcome[]): string {
  const names = outcomes.map(({ category }) => category);
  if (names.length === 1) return `1 (satu) kategori, yaitu Kategori ${names[0]}`;
  return `${countInWords(names.length)} kategori, yaitu ${listInWords(names)}`;
}

/** Each award once, with whom it goes to: `Lencana … kepada kepala daerah`. */
export function awardSentences(awards: readonly AwardGiven[]): string[] {
  return [...new Set(awards.map(({ name, recipient }) => `${name} kepada ${recipientWords[recipient]}`))];
}
