import type { IsoDate } from "../domain/edition.ts";
import { listInWords, longDateWithWeekday } from "../domain/indonesian.ts";
import {
  closed,
  dotted,
  dottedDate,
  listOrText,
  type OfficeSigner,
  officeSignature,
  type Signatory,
  themeWords,
} from "./officeWords.ts";
import type { ProseBlock, ProseFact, ProseText } from "./proseData.ts";
import {
  awardSentences,
  type AwardGiven,
  categoriesWords,
  type CategoryOutcome,
  citedMinutes,
  placesTable,
  roundSentence,
} from "./resultWords.ts";
import { countInWords } from "./wording.ts";

export interface ReportWords {
  editionTitle: string;
  theme: string | null;
  signatory: Signatory;
  /** The regions that took part. */
  regions: number;
  /** What law it rests on, each `Undang-Undang Nomor … tentang …`; none is dotted. */
  bases: readonly string[];
  outcomes: readonly CategoryOutcome[];
  awards: readonly AwardGiven[];
  /** Sentences of what happened besides: ties, recusals, corrections. */
  notes: readonly string[];
  ceremony: { date: IsoDate | null; venue: string | null };
  place: string | null;
  date: IsoDate | null;
  signer: OfficeSigner;
}

function introduction(words: ReportWords): ProseBlock[] {
  return [
    { kind: "heading", text: "A. Pendahuluan" },
    {
      kind: "list",
      marks: "1.",
      items: [
        `Umum. ${words.editionTitle}${themeWords(words.theme)} diselenggarakan untuk memberikan penghargaan kepada pemerintah kabupaten/kota yang berprestasi dalam pengembangan Aparatur Sipil Negara.`,
        "Maksud dan tujuan. Laporan ini disusun sebagai pertanggungjawaban atas pelaksanaan penilaian dan sebagai bahan penetapan penerima penghargaan.",
        "Ruang lingkup. Laporan ini meliputi pelaksanaan setiap babak penilaian, hasil yang dicapai, serta saran tindak lanjut.",
        "Dasar penyelenggaraan:",
      ],
    },
    {
      kind: "facts",
      labelWidth: 0,
      indent: 3,
      rows: [basesFact(dottedList(words.bases))],
    },
  ];
}

function basesFact(bases: readonly ProseText[]): ProseFact {
  return bases.length === 1
    ? { label: "", value: bases[0]! }
    : { label: "", value: null, items: bases, marks: "a." };
}

function dottedList(items: readonly string[]): readonly ProseText[] {
  return items.length === 0 ? [[{ blank: 110 }]] : closed(items);
}

function activities(words: ReportWords): ProseBlock[] {
  return [
    { kind: "heading", text: "B. Kegiatan yang Dilaksanakan" },
    {
      kind: "paragraph",
      text: `Penilaian diikuti ${countInWords(words.regions)} kabupaten/kota dan meliputi ${categoriesWords(words.outcomes)}, dengan tahapan sebagai berikut.`,
    },
    ...words.outcomes.flatMap((outcome): ProseBlock[] => [
      ...(words.outcomes.length === 1
        ? []
        : [{ kind: "paragraph" as const, text: `Kategori ${outcome.category}:` }]),
      listOrText(outcome.rounds.map(roundSentence)),
    ]),
  ];
}

function outcomes(words: ReportWords): ProseBlock[] {
  return [
    { kind: "heading", text: "C. Hasil yang Dicapai" },
    ...words.outcomes.flatMap((outcome): ProseBlock[] => [
      { kind: "paragraph", text: `Hasil akhir Kategori ${outcome.category}:` },
      placesTable(outcome),
    ]),
    { kind: "paragraph", text: "Hasil tersebut dituangkan dalam:" },
    citedMinutes(words.outcomes),
    ...(words.notes.length === 0
      ? []
      : [{ kind: "paragraph" as const, text: "Hal-hal yang perlu diketahui:" }, listOrText(words.notes)]),
  ];
}

function conclusion(words: ReportWords): ProseBlock[] {
  const { date, venue } = words.ceremony;
  return [
    { kind: "heading", text: "D. Simpulan dan Saran" },
    {
      kind: "list",
      marks: "1.",
      items: [
        "Seluruh babak penilaian telah selesai dilaksanakan dan hasilnya telah dituangkan dalam berita acara.",
        "Penerima penghargaan disarankan ditetapkan dengan Keputusan Gubernur.",
        [
          "Penghargaan disarankan diserahkan pada ",
          dotted(date === null ? null : longDateWithWeekday(date), 50),
          " di ",
          dotted(venue, 50),
          `, berupa ${listInWords(awardSentences(words.awards))}.`,
        ],
      ],
    },
    { kind: "heading", text: "E. Penutup" },
    {
      kind: "paragraph",
      text: `Demikian laporan ini disampaikan kepada ${words.signatory.title} untuk menjadikan periksa dan mohon arahan lebih lanjut.`,
    },
  ];
}

/** Laporan to the Governor, in the five parts of an official report. */
export function reportBlocks(words: ReportWords): ProseBlock[] {
  return [
    {
      kind: "title",
      lines: ["LAPORAN", "TENTANG", `PELAKSANAAN PENILAIAN ${words.editionTitle.toLocaleUpperCase("id")}`],
    },
    { kind: "space", height: 3 },
    ...introduction(words),
    ...activities(words),
    ...outcomes(words),
    ...conclusion(words),
    {
      kind: "signatures",
      signatures: [
        officeSignature(words.signer, [
          ["Dibuat di ", dotted(words.place, 30)],
          ["pada tanggal ", dottedDate(words.date)],
        ]),
      ],
    },
  ];
}
