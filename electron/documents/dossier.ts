import { formatDecimal } from "../domain/indonesian.ts";
import { commonData, type TypesetPaper } from "./common.ts";
import { letterData } from "./dossierLetter.ts";
import { valueTable } from "./dossierValues.ts";
import { differenceWords, rankWords, tieData } from "./dossierWords.ts";
import type { DossierLedgerLine, DossierNeighbour, DossierPaper } from "./paperData.ts";
import { ledgerHead } from "./proof.ts";
import { breakable, countInWords } from "./wording.ts";

function sealWords({ seal }: DossierPaper): string {
  if (seal === null) return "Belum disegel; hasil masih dapat berubah";
  const by = seal.signatures.length === 0 ? "" : `, ditandatangani ${seal.signatures.join("; ")}`;
  return `Disegel pada ${seal.sealedAt}${by}`;
}

function coverFacts(paper: DossierPaper) {
  const { category, round, total } = paper;
  return [
    { name: "Kategori", value: category },
    { name: "Babak", value: round },
    { name: "Peringkat", value: rankWords(paper) },
    { name: "Nilai akhir", value: total === null ? "belum lengkap" : formatDecimal(total) },
    ...(paper.proof?.version ? [{ name: "Versi hasil", value: String(paper.proof.version) }] : []),
    { name: "Segel", value: sealWords(paper) },
    ...paper.corrections.map((sentence, index) => ({ name: index === 0 ? "Koreksi" : "", value: sentence })),
  ];
}

/** The two above, the entry itself and the two below. */
function rankingRows(paper: DossierPaper) {
  const own = { rank: paper.rank, entry: paper.entry, total: paper.total };
  const row = (one: DossierNeighbour, difference: string | null, strong = false) => ({
    rank: one.rank === null ? "–" : String(one.rank),
    entry: breakable(one.entry, 30),
    total: one.total === null ? "–" : formatDecimal(one.total),
    difference: difference ?? "–",
    strong,
  });
  const beside = (one: DossierNeighbour) => row(one, differenceWords(one.total, paper.total));
  return [...paper.above.map(beside), row(own, "peserta ini", true), ...paper.below.map(beside)];
}

function ledgerRow({ seq, time, who, what, old, new: after }: DossierLedgerLine) {
  const change = old === null && after === null ? "–" : `${old ?? "–"} → ${after ?? "–"}`;
  return {
    seq: formatDecimal(String(seq)),
    time,
    who: breakable(who, 14),
    what: breakable(what, 24),
    change: breakable(change, 16),
  };
}

/** Lays out a dossier: cover, values, arithmetic, ties, neighbours, checks, ledger, and the letter of reply. */
export function typesetDossier(paper: DossierPaper): TypesetPaper {
  const pictures = new Map<string, Uint8Array>();
  const title = `Berkas Keberatan ${paper.entry} ${paper.round} ${paper.editionTitle}`;
  const names = new Map(paper.indicators.map(({ code, name }) => [code, name]));
  return {
    template: "dossier.typ",
    pictures,
    data: {
      ...commonData(paper, pictures, { title, author: null, date: paper.reply.date }),
      entry: paper.entry,
      head: paper.head,
      round: paper.round,
      cover: coverFacts(paper),
      ruleBook: paper.proof?.ruleBook ?? null,
      ledgerHead: ledgerHead(paper),
      serial: paper.proof?.serial ?? null,
      values: valueTable(paper),
      steps: paper.steps,
      ties: paper.ties.map((tie) => tieData(tie, paper.entry, names)),
      ranking: rankingRows(paper),
      checks: paper.checks,
      ledger: paper.ledger.map(ledgerRow),
      ledgerOmitted: paper.ledgerOmitted ? countInWords(paper.ledgerOmitted) : null,
      letter: letterData(paper),
    },
  };
}
