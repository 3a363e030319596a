import type { IsoDate } from "../domain/edition.ts";
import { type TimeSlot, timeSlots } from "./clockTimes.ts";
import {
  type Occasion,
  occasionFacts,
  type OfficeSigner,
  officeSignature,
  placeAndDateText,
} from "./officeWords.ts";
import type { Head } from "./paperCommon.ts";
import type { ProseBlock, ProseText } from "./proseData.ts";
import { headCell } from "./resultWords.ts";
import { countInWords } from "./wording.ts";

export interface PresentationOrderWords {
  editionTitle: string;
  category: string;
  round: string;
  occasion: Occasion;
  presentationMinutes: number | null;
  interviewMinutes: number | null;
  /** In the order they present. */
  entries: readonly { region: string; head: Head | null }[];
  /** A pause after so many entries. */
  pauses: readonly { after: number; minutes: number; name: string }[];
  place: string | null;
  date: IsoDate | null;
  signer: OfficeSigner;
}

interface Item {
  /** The index of an entry; null is a pause. */
  entry: number | null;
  name: string;
  minutes: number | null;
}

function itemsOf(words: PresentationOrderWords): Item[] {
  const { presentationMinutes, interviewMinutes } = words;
  const minutes =
    presentationMinutes === null && interviewMinutes === null
      ? null
      : (presentationMinutes ?? 0) + (interviewMinutes ?? 0);
  return words.entries.flatMap(({ region }, entry) => [
    { entry, name: region, minutes },
    ...words.pauses
      // After the last there is nothing to pause for.
      .filter(({ after }) => after === entry + 1 && after < words.entries.length)
      .map((pause) => ({ entry: null, name: pause.name, minutes: pause.minutes })),
  ]);
}

/** The slot of every entry, in their order: the same that the order prints, for invitations. */
export function presentationSlots(words: PresentationOrderWords): TimeSlot[] {
  const items = itemsOf(words);
  const slots = timeSlots(
    words.occasion.start,
    items.map(({ minutes }) => minutes),
  );
  return items.flatMap(({ entry }, index) => (entry === null ? [] : [slots[index]!]));
}

function lengthWords({ presentationMinutes, interviewMinutes }: PresentationOrderWords): string | null {
  const parts = [
    presentationMinutes === null ? null : `presentasi ${presentationMinutes} menit`,
    interviewMinutes === null ? null : `wawancara ${interviewMinutes} menit`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(" dan ");
}

function slotText({ from, until }: TimeSlot): ProseText {
  if (from === null) return [{ blank: 24 }];
  return until === null ? from : `${from}–${until}`;
}

/** Urutan presentasi: who presents when, reckoned from the start and the minutes of each. */
export function presentationOrderBlocks(words: PresentationOrderWords): ProseBlock[] {
  const items = itemsOf(words);
  const slots = timeSlots(
    words.occasion.start,
    items.map(({ minutes }) => minutes),
  );
  const each = lengthWords(words);
  return [
    {
      kind: "title",
      lines: ["URUTAN PRESENTASI FINALIS", `Kategori ${words.category}`, words.editionTitle],
    },
    { kind: "space", height: 3 },
    {
      kind: "facts",
      labelWidth: 36,
      rows: [
        { label: "Babak", value: words.round },
        ...occasionFacts(words.occasion),
        { label: "Jumlah finalis", value: countInWords(words.entries.length) },
        ...(each === null ? [] : [{ label: "Setiap finalis", value: each }]),
      ],
    },
    {
      kind: "table",
      rowHeight: 9,
      columns: [
        { head: "No. urut", width: 18, align: "center" },
        { head: "Waktu (WIB)", width: 30, align: "center" },
        { head: "Finalis", width: 56, align: "left" },
        { head: "Kepala daerah", width: null, align: "left" },
      ],
      rows: items.map(({ entry, name }, index): ProseText[] =>
        entry === null
          ? ["", slotText(slots[index]!), name, ""]
          : [
              `${entry + 1}`,
              slotText(slots[index]!),
              [{ bold: name }],
              headCell(words.entries[entry]?.head ?? null),
            ],
      ),
    },
    {
      kind: "signatures",
      signatures: [officeSignature(words.signer, [placeAndDateText(words.place, words.date)])],
    },
  ];
}
