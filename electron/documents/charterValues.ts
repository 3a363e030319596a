import { listInWords, longDate } from "../domain/indonesian.ts";
import type { PlaceholderValues } from "../domain/placeholders.ts";
import { placeWords, themeWords } from "./officeWords.ts";
import type { Charter, CharterPaper } from "./paperData.ts";

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

/** The name that a charter shows, and what stands below it. */
export function recipientLines({ recipient }: Charter): { name: string; position: string | null } {
  if (recipient.kind === "head") return { name: recipient.name, position: recipient.position };
  if (recipient.kind === "region") return { name: `Pemerintah ${recipient.name}`, position: null };
  if (recipient.kind === "panelist") return { name: recipient.name, position: recipient.institution };
  // An agency is often named after its region; saying it twice would look like a mistake.
  const named = recipient.name.includes(recipient.region);
  return { name: recipient.name, position: named ? null : recipient.region };
}

function placeOf({ recipient, place, places }: Charter): string {
  if (recipient.kind === "panelist") return "Panelis";
  return place === null ? "Peserta" : placeWords(place, places);
}

/** With its type; a panelist stands for an institution. */
function regionOf({ recipient }: Charter): string | null {
  if (recipient.kind === "panelist") return recipient.institution;
  return recipient.kind === "region" ? recipient.name : recipient.region;
}

/** What the placeholders of a design stand for on one charter. */
export function charterValues(charter: Charter, paper: CharterPaper): PlaceholderValues {
  const { name, position } = recipientLines(charter);
  const reason = charterReason(charter, { title: paper.editionTitle, theme: paper.theme });
  return {
    nama: name,
    jabatan: position,
    daerah: regionOf(charter),
    nomor: charter.number,
    pengantar: reason.opening,
    predikat: reason.distinction,
    peringkat: placeOf(charter),
    kategori: charter.category,
    penghargaan: charter.award,
    anugerah: reason.bestowed && `dan dianugerahi ${reason.bestowed}`,
    rangkaian: reason.occasion,
    acara: paper.editionTitle,
    tema: paper.theme,
    tahun: String(paper.year),
    tempat: paper.signatory.place,
    tanggal: paper.date && longDate(paper.date),
    pejabat: paper.signatory.name,
    jabatan_pejabat: paper.signatory.title,
  };
}
