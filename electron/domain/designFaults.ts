import { type Colour, contrast, leastContrast, paperWhite, readColour } from "./contrast.ts";
import { type Box, lyingPaper, mmText } from "./designs.ts";

type Part = Box & {
  id: string;
  kind: string;
  onBlank: boolean;
  /** Of lettering, in points. */
  size?: number;
  colour?: string;
};

interface Drawn {
  paper: "A4" | "F4";
  frame: { kind: string; picture: string | null };
  blank: boolean;
  colours: Readonly<Record<string, string>>;
  elements: readonly Part[];
}

/** What a design must not be saved with; `id` is the part it is about, null where one is lacking. */
export interface DesignFault {
  id: string | null;
  sentence: string;
}

/** As small as a name may be set at its largest, in points. */
const leastNamePoints = 12;
/** A line of such letters, and the longest single word of a name in it. */
const leastNameMm = { w: 40, h: 5 };

/** Why a charter of a design would lack a name that can be read, or a code that can be scanned. */
export function designFaults(design: Drawn): DesignFault[] {
  const printed = design.elements.filter(({ onBlank }) => onBlank || !design.blank);
  const names = printed.filter(({ kind }) => kind === "name");
  if (names.length === 0) {
    const sentence =
      "Rancangan ini tidak mencetak nama penerima. Tambahkan bagian Nama penerima, lalu simpan.";
    return [{ id: null, sentence }];
  }
  const codes = printed.filter(({ kind }) => kind === "code").filter((code) => !isOnPaper(design, code));
  return [
    ...names.flatMap((name) => {
      const sentence = nameFault(design, printed, name);
      return sentence === null ? [] : [{ id: name.id, sentence }];
    }),
    ...codes.map(({ id }) => ({
      id,
      sentence:
        "Kode verifikasi internal keluar dari kertas dan tidak dapat dibaca. Geser kodenya ke dalam kertas, lalu simpan.",
    })),
  ];
}

function nameFault(design: Drawn, printed: readonly Part[], name: Part): string | null {
  if (!isOnPaper(design, name)) {
    return "Nama penerima keluar dari kertas. Geser bagian Nama penerima ke dalam kertas, lalu simpan.";
  }
  const { size = 0, w, h } = name;
  if (size < leastNamePoints) {
    return `Nama penerima paling besar ${mmText(size)} pt, terlalu kecil untuk dibaca. Besarkan hurufnya menjadi ${leastNamePoints} pt atau lebih, lalu simpan.`;
  }
  if (w < leastNameMm.w || h < leastNameMm.h) {
    return `Kotak nama penerima ${mmText(w)} × ${mmText(h)} mm tidak memuat satu baris nama. Besarkan menjadi ${leastNameMm.w} × ${leastNameMm.h} mm atau lebih, lalu simpan.`;
  }
  const at = printed.indexOf(name);
  if (printed.slice(at + 1).some((part) => part.kind === "line" && coveredShare(name, part) > 0.2)) {
    return "Nama penerima tertutup garis yang digambar sesudahnya. Geser garisnya, atau naikkan di daftar bagian, lalu simpan.";
  }
  return contrastFault(design, printed.slice(0, at), name);
}

function contrastFault(design: Drawn, below: readonly Part[], name: Part): string | null {
  const ground = groundOf(design, below, name);
  const colour = readColour(design.colours[name.colour ?? ""] ?? "");
  if (!ground || !colour) return null;
  const apart = contrast(colour, ground);
  if (apart >= leastContrast) return null;
  return `Warna nama penerima hampir sama dengan warna di belakangnya: kontrasnya ${mmText(Math.floor(apart * 10) / 10)} : 1, paling sedikit ${leastContrast} : 1. Pilih warna yang lebih gelap, lalu simpan.`;
}

/** The colour that a name stands on; null where a picture, or paper that is printed already, lies behind it. */
function groundOf(design: Drawn, below: readonly Part[], name: Part): Colour | null {
  // Nobody here knows what a blank has on it.
  if (design.blank || (design.frame.kind === "picture" && design.frame.picture !== null)) return null;
  const under = below.findLast(
    (part) => (part.kind === "line" || part.kind === "picture") && coveredShare(name, part) > 0.5,
  );
  if (!under) return paperWhite;
  return under.kind === "line" ? readColour(design.colours[under.colour ?? ""] ?? "") : null;
}

function isOnPaper({ paper }: Drawn, { x, y, w, h }: Box): boolean {
  const { width, height } = lyingPaper[paper];
  return x >= 0 && y >= 0 && x + w <= width + 0.05 && y + h <= height + 0.05;
}

/** How much of a box another lies over. */
function coveredShare(box: Box, other: Box): number {
  const across = Math.min(box.x + box.w, other.x + other.w) - Math.max(box.x, other.x);
  const down = Math.min(box.y + box.h, other.y + other.h) - Math.max(box.y, other.y);
  return across <= 0 || down <= 0 ? 0 : (across * down) / (box.w * box.h);
}
