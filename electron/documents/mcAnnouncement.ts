import type { AwardRecipient } from "../domain/edition.ts";
import { listInWords } from "../domain/indonesian.ts";
import { placeWords } from "./officeWords.ts";
import type { ProseBlock } from "./proseData.ts";

export interface AnnouncedWinner {
  place: number;
  places: number;
  /** With its type, `Kabupaten Kediri`. */
  region: string;
  /** The other region of the same bare name, `Kota Kediri`; null without one. */
  twin: string | null;
  /** Who gets what for that place; a null name is called by the region. */
  honours: readonly {
    award: string;
    recipient: AwardRecipient;
    name: string | null;
    /** `Bupati Kediri`. */
    position: string | null;
  }[];
}

export interface CategoryAnnouncement {
  category: string;
  /** All who presented, with their types, in an order that tells nothing. */
  finalists: readonly string[];
  /** In any order: they are announced from the lowest place up. */
  winners: readonly AnnouncedWinner[];
}

/** What the one who reads must know, and does not read. */
export function cue(text: string): ProseBlock {
  return { kind: "paragraph", cue: true, text: `[ ${text} ]` };
}

/**
 * Letters and dots that belong together stay on one line, so that no title is torn from its name. It is spelled as the
 * register has it, faults too: every paper must say the same name, and the list before printing tells what to mend.
 */
function unbroken(name: string): string {
  return name.replaceAll(/(?<=\p{L}\.) (?=\p{L}+\.)/gu, "\u00a0");
}

function distinctionOf(category: string, { place, places }: AnnouncedWinner): string {
  return `${placeWords(place, places)} Kategori ${category}`;
}

function honourBlocks({ honours, region }: AnnouncedWinner): ProseBlock[] {
  return honours.flatMap(({ award, recipient, name, position }): ProseBlock[] => {
    const given: ProseBlock = { kind: "centre", text: ["menerima ", { bold: award }] };
    if (recipient === "region") return [{ kind: "centre", text: `Pemerintah ${region}` }, given];
    const called = unbroken(name ?? position ?? region);
    if (recipient === "agency") {
      return [{ kind: "space", height: 5 }, { kind: "centre", text: [{ bold: called }] }, given];
    }
    return [
      ...(position === null || name === null ? [] : [{ kind: "centre" as const, text: position }]),
      { kind: "name", text: called },
      given,
    ];
  });
}

function winnerBlocks(category: string, winner: AnnouncedWinner): ProseBlock[] {
  const distinction = distinctionOf(category, winner);
  const { region, twin } = winner;
  return [
    { kind: "page" },
    { kind: "notice", lines: ["DISEGEL", distinction, "Dibuka hanya saat diumumkan"] },
    { kind: "centre", text: [{ bold: distinction }, "\ndiraih oleh"] },
    { kind: "name", text: region },
    ...(twin === null ? [] : [cue(`Perhatikan: ${region}, bukan ${twin}.`)]),
    ...honourBlocks(winner),
    { kind: "space", height: 6 },
    { kind: "paragraph", text: "Kepada penerima dipersilakan menuju panggung." },
    cue("Penyerahan penghargaan. Cocokkan nama pada piagam sebelum diserahkan."),
  ];
}

/** One category: its finalists, then a sealed page for every winner, the lowest place first. */
export function announcementBlocks({ category, finalists, winners }: CategoryAnnouncement): ProseBlock[] {
  const upwards = winners.toSorted((a, b) => b.place - a.place);
  return [
    { kind: "heading", text: `Kategori ${category}` },
    ...(finalists.length === 0
      ? []
      : [
          {
            kind: "paragraph" as const,
            text: `Finalis Kategori ${category} adalah ${listInWords(finalists)}.`,
          },
        ]),
    cue(
      `Buka sampul berurutan: ${upwards.map((winner) => `“${distinctionOf(category, winner)}”`).join(", kemudian ")}.`,
    ),
    ...upwards.flatMap((winner) => winnerBlocks(category, winner)),
  ];
}
