/** Every kind of paper as screens, ledger and file names say it, in Indonesian. */
export const paperKinds = {
  charter: "Piagam",
  minutes: "Berita acara",
  recap: "Rekapitulasi nilai",
  scoreSheet: "Lembar penilaian terisi",
  blankSheet: "Lembar penilaian kosong",
  statement: "Pernyataan berhalangan",
  ruleBook: "Tata nilai",
  invitation: "Undangan finalis",
  panelInvitation: "Undangan panelis",
  attendance: "Daftar hadir babak",
  presentationOrder: "Urutan presentasi",
  report: "Laporan",
  memo: "Nota dinas",
  decree: "Keputusan",
  programme: "Susunan acara",
  mcScript: "Naskah pembawa acara",
  ceremonyAttendance: "Daftar hadir upacara",
  panelistCharter: "Piagam panelis",
  tableCards: "Kartu meja",
  addressLabels: "Label amplop",
} as const;

/** Kinds that an office edits further, so that they are also given as a word processor's file. */
export const editableKinds: ReadonlySet<string> = new Set([
  "invitation",
  "panelInvitation",
  "report",
  "memo",
  "decree",
]);

/** Kinds that carry names to people outside: whoever prints them is told of names that are still open. */
export const namedKinds: ReadonlySet<string> = new Set([
  "charter",
  "panelistCharter",
  "mcScript",
  "decree",
  "minutes",
  "recap",
  "report",
  "memo",
  "invitation",
  "panelInvitation",
  "programme",
  "presentationOrder",
  "tableCards",
  "addressLabels",
]);

/** Of these, what is handed over or read aloud at the ceremony. */
export const readOutKinds: ReadonlySet<string> = new Set(["charter", "panelistCharter", "mcScript"]);

/** The name of the kind that a paper's key starts with: "charter/3/17"; null where it names none. */
export function paperKindOf(key: string): string | null {
  const [kind = ""] = key.split("/");
  return isPaperKind(kind) ? paperKinds[kind] : null;
}

function isPaperKind(kind: string): kind is keyof typeof paperKinds {
  return Object.hasOwn(paperKinds, kind);
}
