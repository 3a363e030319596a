import { listInWords, longDate } from "../domain/indonesian.ts";
import { codePicture } from "./code.ts";
import { commonData, type TypesetPaper } from "./common.ts";
import type { Charter, CharterPaper } from "./paperData.ts";
import { placeWords, themeWords } from "./officeWords.ts";
import { placePicture } from "./pictures.ts";
import { proofFoot } from "./proof.ts";

function distinction({ recipient, place, places, category }: Charter): string {
  if (recipient.kind === "panelist") {
    const judged = listInWords(recipient.categories);
    return judged === "" ? "Panelis" : `Panelis Kategori ${judged}`;
  }
  return `${place === null ? "Peserta" : placeWords(place, places)} Kategori ${category}`;
}

function opening({ recipient }: Charter): string {
  if (recipient.kind === "panelist") return "atas peran serta dan dedikasinya sebagai";
  if (recipient.kind === "region") return "atas prestasinya sebagai";
  const merit = recipient.kind === "head" ? "kepemimpinan dan prestasinya" : "kinerja dan dukungannya";
  return `atas ${merit} mengantarkan ${recipient.region} sebagai`;
}

/** What a charter is given for, in the lines it is set in. */
export interface CharterReason {
  opening: string;
  distinction: string;
  occasion: string;
  /** The award bestowed with the charter; null where the charter is itself the award. */
  bestowed: string | null;
}

/** The wording of a charter for a head, an agency, a region or a panelist. */
export function charterReason(
  charter: Charter,
  edition: { title: string; theme: string | null },
): CharterReason {
  const itself = charter.recipient.kind === "panelist" || /^piagam\b/i.test(charter.award);
  return {
    opening: opening(charter),
    distinction: distinction(charter),
    occasion: `pada ${edition.title}${themeWords(edition.theme)}`,
    bestowed: itself ? null : charter.award,
  };
}

function recipientLines({ recipient }: Charter): { name: string; position: string | null } {
  if (recipient.kind === "head") return { name: recipient.name, position: recipient.position };
  if (recipient.kind === "region") return { name: `Pemerintah ${recipient.name}`, position: null };
  if (recipient.kind === "panelist") return { name: recipient.name, position: recipient.institution };
  // An agency is often named after its region; saying it twice would look like a mistake.
  const named = recipient.name.includes(recipient.region);
  return { name: recipient.name, position: named ? null : recipient.region };
}

/** Lays out charters: wording, dates and pictures, ready for the template. */
export function typesetCharters(paper: CharterPaper): TypesetPaper {
  const pictures = new Map<string, Uint8Array>();
  const first = paper.charters[0];
  const title =
    paper.charters.length === 1 && first !== undefined
      ? `Piagam Penghargaan ${first.recipient.name}`
      : `Piagam Penghargaan ${paper.editionTitle}`;
  return {
    template: "charter.typ",
    pictures,
    data: {
      ...commonData(paper, pictures, { title, author: paper.signatory.title, date: paper.date }),
      emblem: placePicture(pictures, paper.emblem),
      office: paper.signatory.title.toLocaleUpperCase("id"),
      signatory: paper.signatory.name,
      place: paper.signatory.place,
      longDate: paper.date === null ? null : longDate(paper.date),
      charters: paper.charters.map((charter) => ({
        number: charter.number,
        ...recipientLines(charter),
        ownReason: charter.reason,
        proof: proofFoot(charter.proof ?? paper.proof),
        code: codePicture(charter.proof ?? paper.proof),
        ...charterReason(charter, { title: paper.editionTitle, theme: paper.theme }),
      })),
    },
  };
}
