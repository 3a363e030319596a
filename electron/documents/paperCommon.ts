/** A4 is 210 × 297 mm, F4 is 215 × 330 mm. */
export type PaperSize = "A4" | "F4";

/** A picture that the office loaded, whole. */
export interface Picture {
  format: "png" | "jpg" | "svg";
  base64: string;
}

export interface Letterhead {
  /** From the greatest body to the smallest: the last line is printed largest. */
  lines: string[];
  /** Null leaves a frame where the emblem belongs. */
  emblem: Picture | null;
  address: string | null;
}

/** What ties a sheet of paper to the record it was printed from; a null is left out of the print. */
export interface Proof {
  /** The short hash of the rule book in force, `7F3K-9QXM-2B4D-HJ8N`. */
  ruleBook: string | null;
  /** The version of the sealed result. */
  version: number | null;
  serial: string | null;
  /** The short head of the ledger, in groups as it is read aloud. Recap, minutes and dossier show it. */
  head: string | null;
  /** What its square code says, `LENCANA1/7F3K-9QXM/0123456789ABCDEF`; absent or null: none is printed. */
  code?: string | null;
}

/** What every paper has. */
export interface PaperCommon {
  /** Made from a sample edition: CONTOH across every page. */
  contoh: boolean;
  /** Not final: RANCANGAN across every page. */
  rancangan: boolean;
  paper: PaperSize;
  letterhead: Letterhead | null;
  /** `ASN Achievement Awards 2021`. */
  editionTitle: string;
  year: number;
  /** Absent or null: nothing of it is printed. */
  proof?: Proof | null;
}

export interface PersonOfPanel {
  name: string;
  institution: string | null;
}

/** Whoever leads a region. */
export interface Head {
  name: string;
  /** `Bupati Magetan`. */
  office: string;
}

/** Who signs, in the order of the list; a null name is left dotted. */
export interface Signer {
  name: string | null;
  /** `Ketua panelis`, or the institution. */
  role: string | null;
}
