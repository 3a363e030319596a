import type {
  DossierLedgerLine,
  DossierPaper,
  PaperSize,
  Proof,
  RuleBookPaper,
} from "../../electron/documents/paperData.ts";
import { explainEntry } from "../../electron/domain/explain.ts";
import { parseFraction, roundHalfAway } from "../../electron/domain/exact.ts";
import { formatDecimal } from "../../electron/domain/indonesian.ts";
import { headOfficeLabel, regionLabel } from "../../electron/domain/names.ts";
import { standingsOf } from "../../electron/domain/standing.ts";
import { category, common, edition2021, headOf, must, panel, region, results } from "./papers2021.ts";

export const proof2021: Proof = {
  ruleBook: "7F3K-9QXM-2B4D-HJ8N",
  version: 2,
  serial: "2021-000117",
  head: "0QMW-1VXZ-8P00-HJ1J",
};

const signers = [
  { name: "Siti Aminah", role: "Sekretaris" },
  { name: "Muhamad Taufik", role: "Ketua panelis" },
  { name: "Bambang Wirawan", role: "Pemeriksa" },
];

export function ruleBook2021(paper: PaperSize): RuleBookPaper {
  const people = new Map(panel.map(({ id, name, institution }) => [id, { name, institution }]));
  return {
    ...common,
    kind: "ruleBook",
    paper,
    version: 1,
    reason: null,
    shortHash: must(proof2021.ruleBook),
    theme: edition2021.theme,
    organiser: edition2021.organiser,
    categories: [
      {
        name: category.name,
        entries: category.entries.length,
        rounds: category.rounds.map((round, index) => ({
          name: round.name,
          kind: round.kind,
          panel: round.panel.map((id) => must(people.get(id))),
          indicators: round.indicators.map(({ id, ...indicator }) => ({ code: id, ...indicator })),
          aggregate: round.aggregate,
          decimals: round.decimals,
          carry: index === 0 ? null : { percent: round.carry, round: must(category.rounds[index - 1]).name },
          quorum: round.quorum,
          advance: round.advance,
          tieBreak: round.tieBreak,
          keying: round.kind === "panel" ? "double" : "confirm",
        })),
        awards: edition2021.awards.map(({ name, recipient, places }) => ({ name, recipient, places })),
      },
    ],
    recusalRule:
      "Panelis yang berhalangan tidak menilai; nilai peserta itu dirata-ratakan atas panelis lainnya.",
    policy: { signatures: 2, signers, panelistNames: "letters" },
    place: "Surabaya",
    date: "2021-09-01",
    signers: signers.map((signer, index) => ({
      ...signer,
      signedAt: index === 0 ? "1 September 2021 pukul 09.41 WIB" : null,
    })),
  };
}

function ledgerOf(entry: string): DossierLedgerLine[] {
  const line = (seq: number, what: string, old: string | null, after: string | null): DossierLedgerLine => ({
    seq,
    time: `5 Oktober 2021 pukul 10.${String(seq % 60).padStart(2, "0")} WIB`,
    who: "Rina Kusuma (operator)",
    what,
    old,
    new: after,
  });
  return [
    line(
      1041,
      `Nilai Kebijakan dan komitmen kepala daerah untuk ${entry} oleh Panelis A dimasukkan`,
      null,
      "84",
    ),
    line(1187, `Nilai Kebijakan dan komitmen kepala daerah untuk ${entry} oleh Panelis A diubah`, "84", "85"),
  ];
}

/** The dossier of an entry of the panel round, with the figures of the engine itself. */
export function dossier2021(paper: PaperSize, code: string): DossierPaper {
  const round = must(category.rounds[1]);
  const result = must(results[1]);
  const entries = result.results.map(({ entry }) => entry);
  const ranking = {
    round,
    entries,
    standings: standingsOf(round, entries),
    previous: must(results[0]),
    cuts: [3],
  };
  const explained = explainEntry(ranking, code);
  const at = entries.indexOf(code);
  const label = regionLabel(region(code));
  const neighbours = (from: number, to: number) =>
    result.results.slice(Math.max(0, from), Math.max(0, to)).map(({ rank, entry, total }) => ({
      rank,
      entry: regionLabel(region(entry)),
      total,
    }));
  const figure = (fraction: string | null) =>
    fraction === null ? null : roundHalfAway(parseFraction(fraction), round.decimals + 2);
  const carry = must(explained.carry);
  return {
    ...common,
    kind: "dossier",
    paper,
    proof: proof2021,
    category: category.name,
    round: round.name,
    entry: label,
    head: headOf(code),
    rank: explained.rank,
    entries: entries.length,
    total: explained.total,
    corrections: [
      "Koreksi 1 menjadi versi 2 pada 7 Oktober 2021, pukul 09.00 WIB: salah baca kertas. Diminta Vina, ditandatangani Siti (sekretaris). Peserta ini semula peringkat 3 dengan nilai 86,59, menjadi peringkat 1 dengan nilai 91,25.",
    ],
    seal: {
      sealedAt: "5 Oktober 2021 pukul 16.20 WIB",
      signatures: ["Siti Aminah (sekretaris)", "Muhamad Taufik (ketua panelis)"],
    },
    panelists: panel.map((_, index) => `Panelis ${"ABCDE"[index]}`),
    indicators: explained.indicators.map(
      ({ id, name, weight, scale, direction, values, aggregate, points }) => ({
        code: id,
        name,
        weight,
        scale,
        direction,
        values: values.map(({ value, normalised, recused, counted }) => ({
          value,
          normalised: normalised?.shown ?? null,
          recused,
          counted,
        })),
        aggregate: aggregate?.shown ?? null,
        points: points?.shown ?? null,
      }),
    ),
    steps: [
      `Jumlah nilai berbobot: ${explained.indicators.map(({ points }) => formatDecimal(must(points).shown)).join(" + ")} = ${formatDecimal(must(explained.weighted).shown)}.`,
      `Bawaan ${formatDecimal(carry.percent)} persen dari nilai babak sebelumnya (${formatDecimal(carry.previousTotal)}): ${formatDecimal(must(carry.kept).shown)} + ${formatDecimal(carry.carried.shown)} = ${formatDecimal(must(explained.exactShown))}.`,
      `Dibulatkan ke ${round.decimals} angka di belakang koma: ${formatDecimal(must(explained.total))}.`,
    ],
    ties: explained.ties.map(({ other, steps, above, reason }) => ({
      other: regionLabel(region(other)),
      comparisons: steps.map(({ key, own, other: theirs }) => ({
        key,
        own: figure(own),
        other: figure(theirs),
      })),
      above,
      reason,
    })),
    checks: [
      { sentence: "Semua nilai lengkap dan berada pada skala indikatornya", holds: true },
      { sentence: "Mesin hitung kedua menghasilkan peringkat yang sama sampai angka terakhir", holds: true },
      { sentence: "Rantai buku catatan utuh dari catatan pertama sampai kepala", holds: true },
      { sentence: "Hasil pengulangan buku catatan sama dengan isi basis data", holds: true },
    ],
    above: neighbours(at - 2, at),
    below: neighbours(at + 1, at + 3),
    ledger: ledgerOf(label),
    reply: {
      number: null,
      objection: { number: null, date: null },
      addressee: headOfficeLabel(region(code)),
      place: "Surabaya",
      date: null,
      signatory: { name: null, title: "Kepala Badan Pengembangan Sumber Daya Manusia" },
    },
  };
}
