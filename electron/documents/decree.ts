import type { IsoDate } from "../domain/edition.ts";
import { listInWords, longDate, spellNumber } from "../domain/indonesian.ts";
import {
  dotted,
  dottedDate,
  listOrText,
  placeWords,
  type Signatory,
  signatorySignature,
  stopped,
} from "./officeWords.ts";
import type { ProseBlock, ProseFact, ProseText } from "./proseData.ts";
import { type AwardGiven, awardSentences, type CategoryOutcome, minutesReferences } from "./resultWords.ts";

export interface DecreeWords {
  editionTitle: string;
  number: string | null;
  /** Of the number. */
  year: number;
  /** Laws and regulations of Mengingat, in their order; none is dotted. */
  bases: readonly string[];
  outcomes: readonly CategoryOutcome[];
  awards: readonly AwardGiven[];
  /** The budget that bears the costs, `Anggaran Pendapatan dan Belanja Daerah …`; null leaves the clause out. */
  budget: string | null;
  date: IsoDate | null;
  signatory: Signatory;
  /** Who gets a copy. */
  copies: readonly string[];
}

function upper(text: string): string {
  return text.toLocaleUpperCase("id");
}

/** `Penerima Penghargaan ASN Achievement Awards 2021`. */
function subjectOf({ editionTitle }: DecreeWords): string {
  return `Penerima Penghargaan ${editionTitle}`;
}

/** KESATU, KEDUA, …: the name of a clause. */
export function clauseName(number: number): string {
  return upper(`ke${spellNumber(number).replaceAll(" ", "")}`);
}

function considerations(words: DecreeWords): string[] {
  return [
    `bahwa dalam rangka mendorong prestasi pemerintah kabupaten/kota dalam pengembangan Aparatur Sipil Negara, telah diselenggarakan ${words.editionTitle};`,
    "bahwa penilaian telah dilaksanakan dan hasilnya dituangkan dalam berita acara, sehingga kepada yang berprestasi perlu diberikan penghargaan;",
    `bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan huruf b, perlu menetapkan Keputusan ${words.signatory.title} tentang ${subjectOf(words)};`,
  ];
}

function clauses(words: DecreeWords): ProseFact[] {
  const kinds = awardSentences(words.awards);
  const bodies: Omit<ProseFact, "label">[] = [
    {
      value: `Menetapkan ${subjectOf(words)} sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.`,
    },
    {
      value: `Penghargaan sebagaimana dimaksud dalam Diktum KESATU berupa ${listInWords(kinds)}.`,
    },
    ...(words.budget === null
      ? []
      : [
          {
            value: `Segala biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada ${words.budget}.`,
          },
        ]),
    { value: "Keputusan ini mulai berlaku pada tanggal ditetapkan." },
  ];
  return bodies.map((body, index) => ({ label: clauseName(index + 1), ...body }));
}

/** With `;` after each: more follows. */
function semicolons(items: readonly ProseText[]): ProseText[] {
  return items.map((item) => stopped(item, ";"));
}

/** A list, or where there is only one the text without a mark. */
function listFact(label: string, items: readonly ProseText[], marks: "a." | "1."): ProseFact {
  return items.length === 1 ? { label, value: items[0]! } : { label, value: null, items, marks };
}

function numberLine({ number, year }: DecreeWords, dots = 40): ProseText {
  return ["NOMOR ", dotted(number, dots), ` TAHUN ${year}`];
}

function attachmentHead(words: DecreeWords): ProseBlock {
  return {
    kind: "lines",
    right: true,
    lines: [
      "LAMPIRAN",
      `KEPUTUSAN ${upper(words.signatory.title)}`,
      numberLine(words, 28),
      ["TANGGAL ", dotted(words.date === null ? null : upper(longDate(words.date)), 40)],
      "TENTANG",
      upper(subjectOf(words)),
    ],
  };
}

function attachmentRows(awards: readonly AwardGiven[]): ProseText[][] {
  return awards
    .flatMap(({ name, category, recipient, honoured }) =>
      honoured.map((one) => ({ ...one, award: name, category, recipient })),
    )
    .map((one, index): ProseText[] => [
      `${index + 1}.`,
      one.position === null || one.recipient === "region"
        ? [one.name === null ? { blank: 40 } : { bold: one.name }]
        : [one.name === null ? { blank: 40 } : { bold: one.name }, `\n${one.position}`],
      one.region,
      `${placeWords(one.place, one.places)} Kategori ${one.category}`,
      one.award,
    ]);
}

function attachment(words: DecreeWords): ProseBlock[] {
  return [
    { kind: "page" },
    attachmentHead(words),
    { kind: "space", height: 4 },
    { kind: "title", even: true, lines: [`DAFTAR ${upper(subjectOf(words))}`] },
    {
      kind: "table",
      columns: [
        { head: "No.", width: 11, align: "center" },
        { head: "Penerima", width: null, align: "left" },
        { head: "Kabupaten/Kota", width: 34, align: "left" },
        { head: "Peringkat", width: 38, align: "left" },
        { head: "Penghargaan", width: 40, align: "left" },
      ],
      rows: attachmentRows(words.awards),
    },
    signatorySignature(words.signatory, []),
  ];
}

/** A draft Keputusan Gubernur that names the recipients, with the list of them on pages of its own. */
export function decreeBlocks(words: DecreeWords): ProseBlock[] {
  const { signatory } = words;
  const office = upper(signatory.title);
  const bases: ProseText[] = words.bases.length === 0 ? [[{ blank: 90 }], [{ blank: 90 }]] : [...words.bases];
  return [
    {
      kind: "title",
      even: true,
      lines: [`KEPUTUSAN ${office}`, numberLine(words), "TENTANG", upper(subjectOf(words))],
    },
    { kind: "space", height: 2 },
    { kind: "title", even: true, lines: [`${office},`] },
    {
      kind: "facts",
      labelWidth: 33,
      rows: [
        listFact("Menimbang", considerations(words), "a."),
        listFact("Mengingat", semicolons(bases), "1."),
        listFact("Memperhatikan", semicolons(minutesReferences(words.outcomes)), "1."),
      ],
    },
    { kind: "title", even: true, lines: ["MEMUTUSKAN:"] },
    {
      kind: "facts",
      labelWidth: 33,
      rows: [
        {
          label: "Menetapkan",
          value: [{ bold: `KEPUTUSAN ${office} TENTANG ${upper(subjectOf(words))}.` }],
        },
        ...clauses(words),
      ],
    },
    signatorySignature(signatory, [
      ["Ditetapkan di ", dotted(signatory.place, 30)],
      ["pada tanggal ", dottedDate(words.date)],
    ]),
    ...copies(words.copies),
    ...attachment(words),
  ];
}

function copies(to: readonly string[]): ProseBlock[] {
  if (to.length === 0) return [];
  return [
    { kind: "lines", lines: ["Salinan Keputusan ini disampaikan kepada:"], keep: true },
    listOrText(to.map((one) => `Yth. ${one.replace(/^Yth\.\s*/, "")}`)),
  ];
}
