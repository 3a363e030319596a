import type { PaperCommon } from "./paperCommon.ts";

/**
 * Running text; `bold` is heavier, `blank` is a dotted space of so many millimetres to write in by hand. A line break in
 * it stays one.
 */
export type ProseText = string | readonly (string | { bold: string } | { blank: number })[];

/** A text, or a dotted space of so many millimetres where it is not known yet. */
export type ProsePiece = string | { blank: number };

export interface ProseColumn {
  head: string;
  /** Millimetres; null shares what is left. */
  width: number | null;
  align: "left" | "center" | "right";
}

export interface ProseSignature {
  /** Place and date, then the office: one line each. */
  above: readonly ProseText[];
  /** Null leaves dots. */
  name: string | null;
  below: readonly ProseText[];
  /** Signed already, in the application: said in words in the room to sign. */
  note?: string | null;
}

/** One piece of a paper of running text, the same on paper and in a word processor's file. */
export type ProseBlock =
  /** Centred, the first line largest; `even`: all lines alike, as a decree has them. */
  | { kind: "title"; lines: readonly ProseText[]; even?: boolean }
  | { kind: "centre"; text: ProseText }
  | { kind: "heading"; text: string }
  /** A name, a colon and what it stands for; a null value is dotted. `numbered` values are a lettered or numbered list. */
  | { kind: "facts"; labelWidth: number; indent?: number; rows: readonly ProseFact[]; keep?: boolean }
  /** A `cue` is for the one who reads aloud, and is not read; `keep` stays on the page of what follows. */
  | {
      kind: "paragraph";
      text: ProseText;
      firstLine?: boolean;
      align?: "left" | "right";
      cue?: boolean;
      keep?: boolean;
    }
  /** Lines one under the other, without space between: an address. `right` sets them on the right half. */
  /** With `keep` they stand on the page of what follows. */
  | { kind: "lines"; lines: readonly ProseText[]; right?: boolean; keep?: boolean }
  /** The head of a letter: facts on the left, place, date and addressee on the right. */
  | { kind: "opening"; labelWidth: number; rows: readonly ProseFact[]; lines: readonly ProseText[] }
  | { kind: "list"; marks: "1." | "a."; items: readonly ProseText[] }
  | {
      kind: "table";
      columns: readonly ProseColumn[];
      rows: readonly (readonly ProseText[])[];
      rowHeight?: number;
      keep?: boolean;
    }
  /** One signature stands on the right, two side by side. `box` is room for an electronic signature. */
  | { kind: "signatures"; signatures: readonly ProseSignature[]; box?: boolean }
  /** In a heavy frame, so that nobody misses it; the first line largest. */
  | { kind: "notice"; lines: readonly string[] }
  /** Read aloud: as large as its line takes, the words wide apart and never cut. */
  | { kind: "name"; text: string }
  /** Cards to cut out and fold, two a page, each name on both sides; only as the PDF. */
  | { kind: "cards"; cards: readonly ProseCard[] }
  /** A grid of labels, each a few lines; `outlined` draws where to cut, and is left out on sheets that are cut already. */
  | { kind: "labels"; labels: readonly (readonly ProseText[])[]; outlined: boolean }
  | { kind: "rule" }
  | { kind: "space"; height: number }
  | { kind: "page" };

/** A folded card for the table. */
export interface ProseCard {
  name: string;
  /** Title or institution, under the name. */
  below: string | null;
}

export interface ProseFact {
  label: string;
  value: ProseText | null;
  /** Instead of one value: a list. */
  items?: readonly ProseText[];
  marks?: "a." | "1.";
}

/** A paper of running text: letters, lists, programmes, decrees. */
export interface ProsePaper extends PaperCommon {
  kind: "prose";
  /** The PDF's title. */
  title: string;
  /** What stands at the foot before the edition's title: `Pernyataan berhalangan`. */
  foot: string;
  author: string | null;
  date: string | null;
  /** Points; null: as usual. */
  size: number | null;
  /** A head of the Governor's papers instead of a letterhead: emblem above, and the office in capitals. */
  emblem: PaperCommon["letterhead"];
  blocks: readonly ProseBlock[];
}
