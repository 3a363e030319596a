import { formatDecimal, listInWords, longDate } from "../domain/indonesian.ts";
import { differenceWords } from "./dossierWords.ts";
import type { DossierNeighbour, DossierPaper } from "./paperData.ts";
import { countInWords } from "./wording.ts";

/** A sentence of the letter, with a hash or head in its middle that must not be cut at a line's end. */
interface Fact {
  before: string;
  code: string | null;
  after: string;
}

function plain(sentence: string): Fact {
  return { before: sentence, code: null, after: "" };
}

function standing({ round, category, entry, rank, entries, total }: DossierPaper): Fact {
  const where = `Pada babak ${round} Kategori ${category}, `;
  if (total === null) return plain(`${where}nilai akhir ${entry} belum lengkap.`);
  const place = rank === null ? "belum berperingkat" : `menempati peringkat ${rank} dari ${entries} peserta`;
  return plain(`${where}${entry} memperoleh nilai akhir ${formatDecimal(total)} dan ${place}.`);
}

function reckoning({ indicators, proof }: DossierPaper): Fact {
  const before = `Nilai itu dihitung dari ${countInWords(indicators.length)} indikator`;
  const after = "; setiap nilai dan langkah perhitungannya dimuat pada bagian A dan B berkas terlampir.";
  const code = proof?.ruleBook ?? null;
  return code === null
    ? plain(`${before}${after}`)
    : { before: `${before} menurut tata nilai dengan sidik `, code, after };
}

function neighbour(one: DossierNeighbour | undefined, own: DossierPaper["total"], where: string): string[] {
  const difference = one && differenceWords(one.total, own);
  if (!one || one.total === null || !difference) return [];
  const gap = difference === "sama" ? "sama" : `selisih ${difference.split(" ")[0]}`;
  return [`${one.entry} tepat ${where}nya dengan nilai akhir ${formatDecimal(one.total)} (${gap})`];
}

function neighbours({ above, below, total, entry }: DossierPaper): Fact[] {
  const named = [...neighbour(above.at(-1), total, "di atas"), ...neighbour(below[0], total, "di bawah")];
  return named.length === 0 ? [] : [plain(`Peserta terdekat dengan ${entry} adalah ${named.join(" dan ")}.`)];
}

function ties({ ties: tied }: DossierPaper): Fact[] {
  if (tied.length === 0) return [];
  const others =
    tied.length > 3
      ? `${countInWords(tied.length)} peserta lain`
      : listInWords(tied.map(({ other }) => other));
  return [plain(`Nilai akhir yang sama diperoleh ${others}; penentu urutannya dimuat pada bagian C.`)];
}

function checks({ checks: list }: DossierPaper): Fact[] {
  if (list.length === 0) return [];
  const failed = list.filter(({ holds }) => !holds).length;
  return [
    plain(
      failed === 0
        ? `Seluruh ${countInWords(list.length)} pemeriksaan atas hasil ini terpenuhi (bagian E).`
        : `Dari ${countInWords(list.length)} pemeriksaan atas hasil ini, ${countInWords(failed)} tidak terpenuhi (bagian E).`,
    ),
  ];
}

function record({ seal, proof }: DossierPaper): Fact {
  const version = proof?.version ?? null;
  const result = version === null ? "Hasil babak ini" : `Hasil babak ini (versi ${version})`;
  if (seal === null) return plain(`${result} belum disegel dan masih dapat berubah.`);
  const sealed = `${result} disegel pada ${seal.sealedAt}`;
  const code = proof?.head ?? null;
  return code === null
    ? plain(`${sealed}.`)
    : { before: `${sealed} dan tercatat dalam buku catatan dengan kepala `, code, after: "." };
}

/** The letter of reply: what is known is filled in, the rest is dotted. */
export function letterData(paper: DossierPaper) {
  const { number, objection, addressee, place, date, signatory } = paper.reply;
  return {
    number,
    objectionNumber: objection.number,
    objectionDate: objection.date === null ? null : longDate(objection.date),
    addressee,
    place,
    longDate: date === null ? null : longDate(date),
    facts: [
      standing(paper),
      reckoning(paper),
      ...neighbours(paper),
      ...ties(paper),
      ...checks(paper),
      record(paper),
    ],
    signatory,
  };
}
