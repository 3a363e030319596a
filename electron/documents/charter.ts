import { longDate, romanNumeral } from "../domain/indonesian.ts";
import { commonData, type TypesetPaper } from "./common.ts";
import type { Charter, CharterPaper } from "./paperData.ts";
import { placePicture } from "./pictures.ts";
import { proofFoot } from "./proof.ts";

function distinction({ place, places }: Charter): string {
  if (place === null) return "Peserta";
  return places === 1 ? "Terbaik" : `Terbaik ${romanNumeral(place)}`;
}

/** What a charter is given for, in the lines it is set in. */
export interface CharterReason {
  opening: string;
  distinction: string;
  occasion: string;
  /** The award bestowed with the charter; null where the charter is itself the award. */
  bestowed: string | null;
}

/** The wording of a charter for a head, an agency or a region. */
export function charterReason(
  charter: Charter,
  edition: { title: string; theme: string | null },
): CharterReason {
  const { recipient } = charter;
  const opening = {
    head: (region: string) => `atas kepemimpinan dan prestasinya mengantarkan ${region} sebagai`,
    agency: (region: string) => `atas kinerja dan dukungannya mengantarkan ${region} sebagai`,
    region: () => "atas prestasinya sebagai",
  }[recipient.kind](recipient.kind === "region" ? recipient.name : recipient.region);
  return {
    opening,
    distinction: `${distinction(charter)} Kategori ${charter.category}`,
    occasion: `pada ${edition.title}${edition.theme === null ? "" : ` dengan tema “${edition.theme}”`}`,
    bestowed: /^piagam\b/i.test(charter.award) ? null : charter.award,
  };
}

function recipientLines({ recipient }: Charter): { name: string; position: string | null } {
  if (recipient.kind === "head") return { name: recipient.name, position: recipient.position };
  if (recipient.kind === "region") return { name: `Pemerintah ${recipient.name}`, position: null };
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
        ...charterReason(charter, { title: paper.editionTitle, theme: paper.theme }),
      })),
    },
  };
}
