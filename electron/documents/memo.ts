import type { IsoDate } from "../domain/edition.ts";
import { listInWords, longDate } from "../domain/indonesian.ts";
import {
  attachmentWords,
  dotted,
  listOrText,
  type OfficeSigner,
  officeSignature,
  type Signatory,
  themeWords,
} from "./officeWords.ts";
import type { ProseBlock, ProseText } from "./proseData.ts";
import {
  awardSentences,
  type AwardGiven,
  categoriesWords,
  type CategoryOutcome,
  citedMinutes,
  placesTable,
  roundSentence,
} from "./resultWords.ts";

export interface MemoWords {
  editionTitle: string;
  theme: string | null;
  number: string | null;
  date: IsoDate | null;
  attachments: number;
  signatory: Signatory;
  signer: OfficeSigner;
  /** Tembusan. */
  copies: readonly string[];
  outcomes: readonly CategoryOutcome[];
  awards: readonly AwardGiven[];
  /** When the awards are to be given. */
  ceremonyDate: IsoDate | null;
}

function headRows(words: MemoWords): ProseBlock {
  const { copies } = words;
  return {
    kind: "facts",
    labelWidth: 24,
    rows: [
      { label: "Kepada", value: `Yth. ${words.signatory.title}` },
      { label: "Dari", value: words.signer.office },
      copies.length > 1
        ? { label: "Tembusan", value: null, items: copies, marks: "1." }
        : { label: "Tembusan", value: copies[0] ?? "–" },
      { label: "Tanggal", value: words.date === null ? null : longDate(words.date) },
      { label: "Nomor", value: words.number },
      { label: "Sifat", value: "Penting" },
      { label: "Lampiran", value: attachmentWords(words.attachments) },
      { label: "Hal", value: [{ bold: `Hasil penilaian ${words.editionTitle}` }] },
    ],
  };
}

function results(outcomes: readonly CategoryOutcome[]): ProseBlock[] {
  return outcomes.flatMap((outcome): ProseBlock[] => [
    { kind: "heading", text: `Kategori ${outcome.category}` },
    listOrText(outcome.rounds.map(roundSentence), "a."),
    placesTable(outcome),
  ]);
}

function proposal({ ceremonyDate, awards }: MemoWords): ProseText[] {
  return [
    "Hasil penilaian tersebut ditetapkan dengan Keputusan Gubernur, yang rancangannya kami sampaikan bersama nota dinas ini.",
    [
      "Penghargaan diserahkan pada ",
      dotted(ceremonyDate === null ? null : longDate(ceremonyDate), 40),
      `, berupa ${listInWords(awardSentences(awards))}.`,
    ],
  ];
}

/** Nota dinas: the results to the Governor, with what is asked. */
export function memoBlocks(words: MemoWords): ProseBlock[] {
  const { outcomes } = words;
  return [
    { kind: "title", lines: ["NOTA DINAS"] },
    { kind: "space", height: 2 },
    headRows(words),
    { kind: "rule" },
    {
      kind: "paragraph",
      firstLine: true,
      text: `Sehubungan dengan penyelenggaraan ${words.editionTitle}${themeWords(words.theme)}, bersama ini kami laporkan kepada ${words.signatory.title} bahwa penilaian ${categoriesWords(outcomes)}, telah selesai dilaksanakan, sebagaimana dituangkan dalam:`,
    },
    citedMinutes(outcomes),
    { kind: "paragraph", firstLine: true, text: "Pelaksanaan dan hasil penilaian adalah sebagai berikut." },
    ...results(outcomes),
    { kind: "paragraph", firstLine: true, text: "Berkenaan dengan hal tersebut, kami mengusulkan:" },
    { kind: "list", marks: "1.", items: proposal(words) },
    {
      kind: "paragraph",
      firstLine: true,
      text: "Demikian dilaporkan untuk menjadikan periksa dan mohon arahan lebih lanjut.",
    },
    { kind: "signatures", signatures: [officeSignature(words.signer)] },
  ];
}
