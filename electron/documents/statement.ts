import { longDate } from "../domain/indonesian.ts";
import type { PersonOfPanel } from "./paperCommon.ts";
import type { ProseBlock } from "./proseData.ts";

export interface StatementWords {
  editionTitle: string;
  category: string;
  round: string;
  panelist: PersonOfPanel;
  ties: { entry: string; reason: string }[];
  shortHash: string;
  place: string | null;
  date: string | null;
  /** How it was signed already, to stand in the room to sign; null: by hand. */
  signed: string | null;
}

/** Pernyataan berhalangan: which entries a panelist does not score and why, over the panelist's own name. */
export function statementBlocks(words: StatementWords): ProseBlock[] {
  const { panelist, ties, place, date } = words;
  return [
    { kind: "title", lines: ["PERNYATAAN BERHALANGAN MENILAI", words.editionTitle.toLocaleUpperCase("id")] },
    { kind: "space", height: 4 },
    { kind: "paragraph", text: "Yang bertanda tangan di bawah ini:" },
    {
      kind: "facts",
      labelWidth: 32,
      indent: 6,
      rows: [
        { label: "Nama", value: [{ bold: panelist.name }] },
        { label: "Lembaga", value: panelist.institution },
        { label: "Selaku", value: `panelis babak ${words.round}, Kategori ${words.category}` },
      ],
    },
    {
      kind: "paragraph",
      text: "menyatakan mempunyai hubungan dengan peserta berikut, dan karena itu tidak menilainya:",
    },
    {
      kind: "table",
      columns: [
        { head: "No.", width: 10, align: "center" },
        { head: "Peserta", width: 55, align: "left" },
        { head: "Hubungan atau alasan", width: null, align: "left" },
      ],
      rows: ties.map(({ entry, reason }, index) => [`${index + 1}.`, [{ bold: entry }], reason]),
    },
    {
      kind: "paragraph",
      text: "Dengan peserta lain dalam babak ini saya tidak mempunyai hubungan keluarga, kedinasan, atau kepentingan lain yang dapat memengaruhi penilaian. Nilai peserta tersebut di atas dirata-ratakan dari nilai panelis lainnya.",
    },
    {
      kind: "paragraph",
      text: "Pernyataan ini saya buat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.",
    },
    {
      kind: "facts",
      labelWidth: 32,
      rows: [{ label: "Sidik jari isi", value: [{ bold: words.shortHash }] }],
    },
    {
      kind: "signatures",
      signatures: [
        { above: ["Menyaksikan,", "Ketua atau sekretaris"], name: null, below: [] },
        {
          above: [
            [place ?? { blank: 25 }, ", ", date === null ? { blank: 40 } : longDate(date)],
            "Yang menyatakan,",
          ],
          name: panelist.name,
          below: [],
          note: words.signed,
        },
      ],
    },
  ];
}
