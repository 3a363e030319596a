import type { CeremonyItem, IsoDate } from "../domain/edition.ts";
import { actorOf, stepTitle } from "./ceremonySteps.ts";
import { timeSlots } from "./clockTimes.ts";
import {
  type Occasion,
  occasionFacts,
  type OfficeSigner,
  officeSignature,
  placeAndDateText,
  type Signatory,
} from "./officeWords.ts";
import type { ProseBlock, ProseText } from "./proseData.ts";

export interface ProgrammeWords {
  editionTitle: string;
  theme: string | null;
  occasion: Occasion;
  signatory: Signatory;
  items: readonly CeremonyItem[];
  place: string | null;
  date: IsoDate | null;
  signer: OfficeSigner;
}

/** Susunan acara: the steps of the ceremony with their times, reckoned from the start. */
export function programmeBlocks(words: ProgrammeWords): ProseBlock[] {
  const slots = timeSlots(
    words.occasion.start,
    words.items.map(({ minutes }) => minutes),
  );
  return [
    {
      kind: "title",
      lines: [
        "SUSUNAN ACARA",
        `Penganugerahan ${words.editionTitle}`,
        ...(words.theme === null ? [] : [`“${words.theme}”`]),
      ],
    },
    { kind: "space", height: 3 },
    { kind: "facts", labelWidth: 30, rows: occasionFacts(words.occasion) },
    {
      kind: "table",
      rowHeight: 10,
      columns: [
        { head: "No.", width: 11, align: "center" },
        { head: "Waktu (WIB)", width: 30, align: "center" },
        { head: "Acara", width: null, align: "left" },
        { head: "Petugas", width: 58, align: "left" },
      ],
      rows: words.items.map((item, index): ProseText[] => {
        const { from, until } = slots[index]!;
        return [
          `${index + 1}.`,
          from === null ? [{ blank: 24 }] : until === null ? from : `${from}–${until}`,
          stepTitle(item, words),
          // What everybody does, or nobody in particular.
          actorOf(item, words.signatory) ?? "–",
        ];
      }),
    },
    {
      kind: "signatures",
      signatures: [officeSignature(words.signer, [placeAndDateText(words.place, words.date)])],
    },
  ];
}
