import { formatDecimal, longDate, spelledDate } from "../domain/indonesian.ts";
import { commonData, type TypesetPaper } from "./common.ts";
import type { MinutesPaper, MinutesRound } from "./paperData.ts";
import { ledgerHead } from "./proof.ts";
import {
  breakable,
  countInWords,
  placeAndDate,
  reckoningSentences,
  signerRows,
  tieSentence,
} from "./wording.ts";

function roundData(round: MinutesRound) {
  return {
    name: round.name,
    done: `${round.kind === "panel" ? "Panelis menilai" : "Penilaian dokumen dilakukan atas"} ${countInWords(round.entries)} peserta dengan ${countInWords(round.indicators.length)} indikator berikut.`,
    indicators: round.indicators.map(({ name, weight }) => ({
      name: breakable(name, 40),
      weight: `${formatDecimal(weight)}%`,
    })),
    reckoning: reckoningSentences(round),
    resultTitle: round.cut ?? "peringkat seluruh peserta",
    results: round.results.map(({ rank, entry, head, total }) => ({
      rank: String(rank),
      entry: breakable(entry, 30),
      head: head && { name: breakable(head.name, 30), office: breakable(head.office, 30) },
      total: formatDecimal(total),
    })),
    ties: round.ties.map(tieSentence),
    recusals: round.recusals.map(
      ({ panelist, entry, reason, statement }) =>
        `${panelist} tidak menilai ${entry}, dengan alasan: ${reason.trim().replace(/\.$/, "")}${statement ? ` (${statement})` : ""}.`,
    ),
  };
}

/** Lays out minutes: the date spelled out, the rounds with their results, ties and recusals in sentences. */
export function typesetMinutes(paper: MinutesPaper): TypesetPaper {
  const pictures = new Map<string, Uint8Array>();
  const title = `Berita Acara Penilaian ${paper.category} ${paper.editionTitle}`;
  const names = paper.rounds.map(({ name }) => name);
  return {
    template: "minutes.typ",
    pictures,
    data: {
      ...commonData(paper, pictures, { title, author: paper.organiser, date: paper.date }),
      number: paper.number,
      category: paper.category,
      spelledDate: paper.date === null ? null : spelledDate(paper.date),
      dateInFigures: paper.date === null ? null : `(${longDate(paper.date)})`,
      time: paper.time,
      venue: paper.venue,
      panelists: paper.panelists.map(({ name, institution }) => ({
        name: breakable(name, 30),
        institution: institution === null ? null : breakable(institution, 30),
      })),
      roundNames: names,
      roundCount: countInWords(names.length),
      rounds: paper.rounds.map(roundData),
      ledgerHead: ledgerHead(paper),
      ...placeAndDate(paper.place, paper.date),
      signers: signerRows(paper.signers),
    },
  };
}
