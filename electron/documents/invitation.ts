import type { IsoDate } from "../domain/edition.ts";
import { listInWords, spellNumber } from "../domain/indonesian.ts";
import type { TimeSlot } from "./clockTimes.ts";
import {
  attachmentWords,
  copiesBlocks,
  dotted,
  dottedDate,
  hourText,
  type Occasion,
  occasionFacts,
  type OfficeSigner,
  officeSignature,
  placeAndDateText,
  themeWords,
} from "./officeWords.ts";
import { type PresentationOrderWords, presentationOrderBlocks } from "./presentationOrder.ts";
import type { ProseBlock, ProseFact, ProseText } from "./proseData.ts";
import { countInWords } from "./wording.ts";

export type Invited =
  /** `office` is `Bupati Magetan`; the letter goes to the office, so a head who is not known yet leaves nothing out. */
  | {
      kind: "finalist";
      office: string;
      name: string | null;
      region: string;
      category: string;
      /** The round that made it a finalist; null: none went before. */
      previousRound: string | null;
      /** Its turn, where the order is known. */
      turn: ({ number: number } & TimeSlot) | null;
      /** The head must come, and nobody instead. */
      inPerson: boolean;
    }
  | {
      kind: "panelist";
      name: string;
      institution: string | null;
      categories: readonly string[];
      /** How many present; null: not known yet. */
      entries: number | null;
    };

export interface InvitationWords {
  editionTitle: string;
  theme: string | null;
  number: string | null;
  place: string | null;
  date: IsoDate | null;
  /** The order of presentation on pages of its own; null: nothing goes with it. */
  attachment: PresentationOrderWords | null;
  round: string;
  occasion: Occasion;
  presentationMinutes: number | null;
  interviewMinutes: number | null;
  invited: Invited;
  signer: OfficeSigner;
  /** Tembusan. */
  copies: readonly string[];
}

function addressee(invited: Invited): ProseText[] {
  const lines: (string | null)[] =
    invited.kind === "finalist"
      ? [`Yth. ${invited.office}`, invited.name]
      : [`Yth. ${invited.name}`, invited.institution];
  return ["Kepada", ...lines.filter((line) => line !== null), "di", "Tempat"];
}

function purpose(words: InvitationWords, invited: Invited): ProseText {
  const { editionTitle, theme, round } = words;
  const held = `${editionTitle}${themeWords(theme)}`;
  if (invited.kind === "panelist") {
    const categories =
      invited.categories.length === 0 ? "" : ` pada Kategori ${listInWords(invited.categories)}`;
    return `Sehubungan dengan penyelenggaraan ${held}, kami mengharap kesediaan dan kehadiran Bapak/Ibu sebagai panelis babak ${round}${categories}, yang akan menilai ${invited.entries === null ? "para" : countInWords(invited.entries)} finalis, pada:`;
  }
  const chosen =
    invited.previousRound === null
      ? `${invited.region} menjadi finalis`
      : `berdasarkan hasil penilaian babak ${invited.previousRound}, ${invited.region} ditetapkan sebagai finalis`;
  return `Sehubungan dengan penyelenggaraan ${held}, dengan hormat kami sampaikan bahwa ${chosen} Kategori ${invited.category}. Untuk itu, kami mengharap kehadiran Bapak/Ibu pada babak ${round}, yang akan dilaksanakan pada:`;
}

function lengths({ presentationMinutes, interviewMinutes }: InvitationWords): string | null {
  const parts = [
    presentationMinutes === null ? null : `presentasi ${minutesWords(presentationMinutes)}`,
    interviewMinutes === null ? null : `wawancara ${minutesWords(interviewMinutes)}`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : listInWords(parts);
}

function minutesWords(minutes: number): string {
  return `${minutes} (${spellNumber(minutes)}) menit`;
}

function particulars(words: InvitationWords, invited: Invited): ProseFact[] {
  const time = lengths(words);
  const turn = invited.kind === "finalist" ? invited.turn : null;
  return [
    ...occasionFacts(words.occasion),
    { label: "Acara", value: `Babak ${words.round}` },
    ...(turn === null
      ? []
      : [{ label: "Giliran", value: ["nomor urut ", `${turn.number}, `, hourText(turn)].flat() }]),
    ...(time === null ? [] : [{ label: "Alokasi waktu", value: `${time} untuk setiap finalis` }]),
  ];
}

function closing(invited: Invited): ProseBlock[] {
  const sentences =
    invited.kind === "panelist"
      ? "Panelis yang mempunyai hubungan keluarga, kedinasan, atau kepentingan lain dengan finalis dimohon menyampaikannya sebelum penilaian dimulai, agar tidak menilai finalis tersebut."
      : invited.inPerson
        ? `Mengingat pentingnya acara tersebut, kami mohon Bapak/Ibu ${invited.office} hadir secara langsung sebelum acara dimulai dan tidak mewakilkan.`
        : "Kami mohon Bapak/Ibu hadir sebelum acara dimulai.";
  return [
    { kind: "paragraph", firstLine: true, text: sentences },
    {
      kind: "paragraph",
      firstLine: true,
      text: "Demikian atas perhatian dan kehadiran Bapak/Ibu disampaikan terima kasih.",
    },
  ];
}

/** Surat undangan to a finalist's head of region, or to a panelist. */
export function invitationBlocks(words: InvitationWords): ProseBlock[] {
  const { invited } = words;
  const subject = invited.kind === "panelist" ? "Undangan panelis" : "Undangan finalis";
  return [
    {
      kind: "opening",
      labelWidth: 20,
      rows: [
        { label: "Nomor", value: [dotted(words.number)] },
        { label: "Sifat", value: "Penting" },
        { label: "Lampiran", value: attachmentWords(words.attachment === null ? 0 : 1) },
        { label: "Hal", value: [{ bold: `${subject} ${words.editionTitle}` }] },
      ],
      lines: [placeAndDateText(words.place, words.date), "", ...addressee(invited)],
    },
    { kind: "paragraph", firstLine: true, text: purpose(words, invited) },
    { kind: "facts", labelWidth: 30, indent: 10, rows: particulars(words, invited) },
    ...closing(invited),
    { kind: "signatures", signatures: [officeSignature(words.signer)] },
    ...copiesBlocks(words.copies),
    ...attachmentBlocks(words),
  ];
}

function attachmentBlocks({ attachment, number, date }: InvitationWords): ProseBlock[] {
  if (attachment === null) return [];
  return [
    { kind: "page" },
    {
      kind: "lines",
      right: true,
      lines: ["LAMPIRAN SURAT", ["Nomor: ", dotted(number, 40)], ["Tanggal: ", dottedDate(date)]],
    },
    { kind: "space", height: 4 },
    ...presentationOrderBlocks(attachment),
  ];
}
