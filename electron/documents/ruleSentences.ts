import { parseDecimal, roundHalfAway, sum } from "../domain/exact.ts";
import { decimalsOf } from "../domain/exactDecimal.ts";
import { formatDecimal, spellNumber } from "../domain/indonesian.ts";
import type { RuleBookIndicator, RuleBookPaper, RuleBookRound } from "./paperData.ts";
import { carrySentence, countInWords, precedenceWords } from "./wording.ts";

/** A rule with the word it is found by. */
export interface NamedRule {
  name: string;
  sentence: string;
}

const aggregateSentences = {
  mean: "rata-rata dari seluruh panelis yang menilai",
  median: "nilai tengah (median) dari seluruh panelis yang menilai",
  trimmedMean:
    "rata-rata setelah satu nilai tertinggi dan satu nilai terendah dikeluarkan; bila hanya ada kurang dari tiga nilai, rata-rata dari semuanya",
} as const;

const keyingSentences = {
  single: "Setiap lembar nilai diketik satu kali oleh seorang operator.",
  confirm:
    "Setiap lembar nilai diketik oleh seorang operator, lalu diterima atau ditolak oleh orang kedua yang memegang lembar aslinya.",
  double:
    "Setiap lembar nilai diketik oleh dua operator yang tidak melihat angka satu sama lain; perbedaan diputuskan oleh orang ketiga dengan catatan.",
} as const;

/** The rules of a round in sentences, each under its name. */
export function roundRuleSentences(round: RuleBookRound): NamedRule[] {
  const panel = round.kind === "panel";
  const rules: (NamedRule | null)[] = [
    {
      name: "Jenis babak",
      sentence: panel
        ? `Penilaian oleh panel yang terdiri atas ${countInWords(round.panel.length)} panelis; setiap panelis mengisi satu lembar nilai untuk setiap peserta.`
        : "Penilaian dokumen di meja sekretariat; satu lembar nilai untuk setiap peserta.",
    },
    { name: "Nilai akhir", sentence: totalSentence(round) },
    { name: "Pembulatan", sentence: roundingSentence(round.decimals) },
    panel ? { name: "Kuorum", sentence: quorumSentence(round.quorum) } : null,
    { name: "Yang maju", sentence: advanceSentence(round.advance) },
    { name: "Pengetikan", sentence: keyingSentences[round.keying] },
  ];
  return rules.filter((rule) => rule !== null);
}

function totalSentence({ kind, aggregate, carry }: RuleBookRound): string {
  const own = kind === "panel" ? `Nilai setiap indikator adalah ${aggregateSentences[aggregate]}. ` : "";
  const weighted = "jumlah nilai indikator menurut bobotnya";
  return carry === null
    ? `${own}Nilai akhir adalah ${weighted}.`
    : `${own}Nilai babak adalah ${weighted}. ${carrySentence(carry)}`;
}

function roundingSentence(decimals: number): string {
  const places =
    decimals === 0 ? "sampai bilangan bulat" : `sampai ${spellNumber(decimals)} angka di belakang koma`;
  return `Hanya nilai akhir yang dibulatkan, setengah menjauhi nol, ${places}.`;
}

function quorumSentence(quorum: number): string {
  return `Setiap peserta dinilai oleh paling sedikit ${countInWords(quorum)} panelis yang tidak berhalangan.`;
}

function advanceSentence(advance: RuleBookRound["advance"]): string {
  if (advance === null) return "Babak terakhir; tidak ada peserta yang diteruskan.";
  return "top" in advance
    ? `${countInWords(advance.top)} peserta dengan peringkat teratas maju ke babak berikutnya.`
    : `Peserta dengan nilai akhir paling sedikit ${formatDecimal(advance.atLeast)} maju ke babak berikutnya.`;
}

/** What is done about equal totals: how the list is opened, its items in turn, and what holds after them. */
export function tieBreakRule({ tieBreak, indicators }: RuleBookRound): {
  opening: string;
  items: string[];
  after: string;
} {
  const names = new Map(indicators.map(({ code, name }) => [code, name]));
  const open = tieBreak.includes("decision")
    ? "belum final sampai rapat pleno panelis memutuskan urutannya"
    : "tidak dapat ditetapkan";
  const still = tieBreak.length === 0 ? "Peserta yang nilai akhirnya sama" : "Peserta yang tetap sama";
  return {
    opening: "Bila nilai akhir sama, yang didahulukan berturut-turut adalah:",
    items: tieBreak.map((key) => precedenceWords(key, names)),
    after: `${still} menempati peringkat yang sama, kecuali bila batas peserta yang maju atau penerima penghargaan jatuh di antaranya; hasil babak itu ${open}.`,
  };
}

/** The weights of a round added up, `100%`. */
export function weightTotal(indicators: readonly RuleBookIndicator[]): string {
  const decimals = Math.max(0, ...indicators.map(({ weight }) => decimalsOf(weight)));
  const total = sum(indicators.map(({ weight }) => parseDecimal(weight)));
  return `${formatDecimal(roundHalfAway(total, decimals))}%`;
}

/** What the book itself is bound to. */
export function bindingSentence({ editionTitle, theme, organiser }: RuleBookPaper): string {
  const by = organiser === null ? "" : ` yang diselenggarakan oleh ${organiser}`;
  const under = theme === null ? "" : ` dengan tema “${theme}”`;
  return `Tata nilai ini memuat seluruh ketentuan yang menentukan hasil ${editionTitle}${under}${by}. Ketentuan yang tidak tertulis di sini tidak dipakai. Setelah ditandatangani, tata nilai hanya dapat diubah dengan perubahan bernomor yang beralasan dan ditandatangani, dan tidak untuk babak yang sudah disegel.`;
}

/** How many of the named people sign, and what for. */
export function policySentence({
  signatures,
  signers,
}: Pick<NonNullable<RuleBookPaper["policy"]>, "signatures" | "signers">): string {
  return `Tata nilai, segel hasil babak, dan koreksi nilai sah setelah ditandatangani dengan PIN masing-masing oleh paling sedikit ${countInWords(signatures)} dari ${countInWords(signers.length)} orang berikut:`;
}

export const panelistNameSentences = {
  named: "Dokumen untuk pihak luar menyebut nama setiap panelis.",
  letters: "Dokumen untuk pihak luar menyebut panelis sebagai Panelis A, Panelis B, dan seterusnya.",
} as const;
