import type { PaperRow } from "../../../electron/contract/documents.ts";

/** A place in the application where something is mended. */
export interface Place {
  label: string;
  route: string;
}

const screens = [
  { name: "Daerah", route: "persiapan/daerah" },
  { name: "Panelis", route: "persiapan/panelis" },
  { name: "Edisi", route: "persiapan/edisi" },
  { name: "Tata nilai", route: "persiapan/tata-nilai" },
  { name: "Surat & acara", route: "persiapan/surat-acara" },
  { name: "Penilaian", route: "penilaian" },
  { name: "Nama", route: "persiapan/nama" },
  { name: "Hasil", route: "hasil" },
  { name: "Pengaturan", route: null },
] as const;

type ScreenName = (typeof screens)[number]["name"];

/** Where the cause lies as a rule, for a sentence that names no screen. */
const usually: Record<PaperRow["kind"], ScreenName> = {
  charter: "Hasil",
  minutes: "Penilaian",
  recap: "Penilaian",
  scoreSheet: "Penilaian",
  blankSheet: "Tata nilai",
  statement: "Tata nilai",
  ruleBook: "Tata nilai",
  invitation: "Penilaian",
  panelInvitation: "Penilaian",
  attendance: "Penilaian",
  presentationOrder: "Penilaian",
  report: "Hasil",
  memo: "Hasil",
  decree: "Hasil",
  programme: "Surat & acara",
  mcScript: "Hasil",
  ceremonyAttendance: "Penilaian",
  panelistCharter: "Edisi",
  tableCards: "Penilaian",
  addressLabels: "Daerah",
};

/** Names that cannot be printed come from here. */
const ofNames: Record<PaperRow["kind"], ScreenName> = {
  charter: "Daerah",
  minutes: "Panelis",
  recap: "Panelis",
  scoreSheet: "Panelis",
  blankSheet: "Panelis",
  statement: "Panelis",
  ruleBook: "Panelis",
  invitation: "Daerah",
  panelInvitation: "Panelis",
  attendance: "Daerah",
  presentationOrder: "Daerah",
  report: "Daerah",
  memo: "Daerah",
  decree: "Daerah",
  programme: "Surat & acara",
  mcScript: "Daerah",
  ceremonyAttendance: "Daerah",
  panelistCharter: "Panelis",
  tableCards: "Daerah",
  addressLabels: "Daerah",
};

/**
 * Where one mends what is in a paper's way: the screens its sentence names, else the one that usually decides: for a
 * paper that was not ready, or for one that could not be made from what is there.
 */
export function placesFor(
  sentence: string,
  { kind, cause }: { kind: PaperRow["kind"]; cause: "blocked" | "failed" },
  editionId: number,
): Place[] {
  // The first word is capital anyway: "Hasil babak terakhir belum lengkap" names no screen.
  const rest = sentence.slice(1);
  const named = screens.filter(({ name }) => new RegExp(`\\b${name}\\b`).test(rest));
  const usual = cause === "blocked" ? usually[kind] : ofNames[kind];
  const shown = named.length > 0 ? named : screens.filter(({ name }) => name === usual);
  return shown.map(({ name, route }) => ({
    label: `Buka ${name}`,
    route: route === null ? "/pengaturan" : `/e/${editionId}/${route}`,
  }));
}
