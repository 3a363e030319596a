import { type Box, lyingPaper, mmText } from "./designs.ts";

interface Shown {
  paper: "A4" | "F4";
  bleed: number;
  unprintable: number;
  frame: { kind: string; inset: number; picture: string | null };
  blank: boolean;
  elements: readonly (Box & { id: string; kind: string; onBlank: boolean; text?: string })[];
}

interface Picture {
  hash: string;
  width: number;
  height: number;
  vector: boolean;
}

/** Something about a design that will not look as meant; it prints nevertheless. */
export interface DesignFinding {
  /** The element it is about; null: the page. */
  id: string | null;
  sentence: string;
}

const millimetresPerInch = 25.4;
const fewestDots = 150;

/** What a careful eye would say of a design before it is printed. */
export function designFindings(design: Shown, pictures: readonly Picture[]): DesignFinding[] {
  const { width, height } = lyingPaper[design.paper];
  const edge = design.unprintable;
  const printed = design.elements.filter(({ onBlank }) => onBlank || !design.blank);
  const beyond = printed.flatMap(({ id, x, y, w, h }): DesignFinding[] => {
    if (x < 0 || y < 0 || x + w > width + 0.05 || y + h > height + 0.05) {
      return [{ id, sentence: "Bagian ini keluar dari kertas." }];
    }
    return x < edge || y < edge || x + w > width - edge + 0.05 || y + h > height - edge + 0.05
      ? [{ id, sentence: `Bagian ini masuk tepi ${mmText(edge)} mm yang tidak dapat dicetak printer.` }]
      : [];
  });
  const frame = design.blank ? [] : frameFindings(design, pictures);
  const names = design.elements.some(({ kind }) => kind === "name")
    ? []
    : [{ id: null, sentence: "Belum ada bagian untuk nama penerima." }];
  return [...names, ...codeFindings(printed), ...frame, ...beyond, ...overlapFindings(design.elements)];
}

const leastCodeMm = 12;

/** A sheet is read back by its code; without one only its serial can be typed. */
function codeFindings(printed: Shown["elements"]): DesignFinding[] {
  const codes = printed.filter(({ kind }) => kind === "code");
  if (codes.length === 0) {
    const sentence =
      "Kode verifikasi internal tidak ikut dicetak: lembarnya hanya dapat diperiksa dengan mengetik nomor serinya.";
    return [{ id: null, sentence }];
  }
  return codes
    .filter(({ w, h }) => Math.min(w, h) < leastCodeMm)
    .map(({ id }) => ({
      id,
      sentence: `Kode yang lebih kecil dari ${leastCodeMm} mm sering tidak terbaca dari foto.`,
    }));
}

const mayTouchMm = 1;
const readKinds: ReadonlySet<string> = new Set(["text", "name", "code", "signature"]);

/** Parts that are read, or signed in, and lie on one another. */
function overlapFindings(elements: Shown["elements"]): DesignFinding[] {
  const read = elements.filter(({ kind }) => readKinds.has(kind));
  return read.flatMap((one, index) =>
    read.slice(index + 1).flatMap((other): DesignFinding[] => {
      const across = Math.min(one.x + one.w, other.x + other.w) - Math.max(one.x, other.x);
      const down = Math.min(one.y + one.h, other.y + other.h) - Math.max(one.y, other.y);
      if (across <= mayTouchMm || down <= mayTouchMm) return [];
      const sentence = `Bagian ini bertindih ${mmText(across)} × ${mmText(down)} mm dengan bagian lain: “${partWords(one)}” dan “${partWords(other)}”.`;
      return [
        { id: one.id, sentence },
        { id: other.id, sentence },
      ];
    }),
  );
}

function partWords({ kind, text = "" }: Shown["elements"][number]): string {
  const words = { name: "nama penerima", code: "kode", signature: "tempat tanda tangan" }[kind] ?? text;
  return words.length > 40 ? `${words.slice(0, 39)}…` : words.replaceAll(/\s+/g, " ");
}

function frameFindings(design: Shown, pictures: readonly Picture[]): DesignFinding[] {
  const { kind, inset, picture: hash } = design.frame;
  if (kind === "none") return [];
  if (kind !== "picture") {
    return inset < design.unprintable
      ? [
          {
            id: null,
            sentence: `Bingkai ${mmText(inset)} mm dari tepi akan terpotong: printer tidak dapat mencetak ${mmText(design.unprintable)} mm di tepi.`,
          },
        ]
      : [];
  }
  const picture = pictures.find((one) => one.hash === hash);
  if (!picture) return [{ id: null, sentence: "Gambar latar belum dipilih." }];
  const page = lyingPaper[design.paper];
  const [width, height] = [page.width + 2 * design.bleed, page.height + 2 * design.bleed];
  return [...shapeFindings(picture, width, height, design.paper), ...dotFindings(picture, width)];
}

function shapeFindings(picture: Picture, width: number, height: number, paper: string): DesignFinding[] {
  const [own, page] = [picture.width / picture.height, width / height];
  if (Math.abs(own / page - 1) <= 0.02) return [];
  const across = own < page;
  const white = across ? (width - height * own) / 2 : (height - width / own) / 2;
  const size = `${sizeText(picture.width)} × ${sizeText(picture.height)} (${ratioText(own)})`;
  return [
    {
      id: null,
      sentence: `Gambar latar ${size} tidak sebangun dengan kertas ${paper} rebah ${mmText(width)} × ${mmText(height)} mm (${ratioText(page)}): ada pias putih ${mmText(white)} mm di ${across ? "kiri dan kanan" : "atas dan bawah"}.`,
    },
  ];
}

function dotFindings(picture: Picture, width: number): DesignFinding[] {
  const dots = Math.round(picture.width / (width / millimetresPerInch));
  if (picture.vector || dots >= fewestDots) return [];
  return [
    {
      id: null,
      sentence: `Gambar latar hanya ${dots} titik per inci dan akan tampak kabur; pakailah paling sedikit 200 titik per inci.`,
    },
  ];
}

function sizeText(pixels: number): string {
  return String(Math.round(pixels)).replace(/\B(?=(\d{3})+$)/g, ".");
}

function ratioText(ratio: number): string {
  return `${ratio.toFixed(2).replace(".", ",")} : 1`;
}
