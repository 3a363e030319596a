import type { Design, DesignElement, Typefaces } from "../../../electron/contract/designs.ts";
import { mmText } from "../../../electron/domain/designs.ts";
import { placeholders } from "../../../electron/domain/placeholders.ts";

export const kindWords: Record<DesignElement["kind"], string> = {
  text: "Teks",
  name: "Nama penerima",
  picture: "Gambar",
  signature: "Tempat tanda tangan",
  code: "Tempat kode verifikasi internal",
  line: "Garis",
};

export const frameWords: Record<Design["frame"]["kind"], string> = {
  guilloche: "Giloche (jalinan garis halus)",
  lines: "Garis ganda",
  tumpal: "Tumpal dan kawung",
  picture: "Gambar sendiri, satu halaman",
  none: "Tanpa bingkai",
};

export const typefaceWords: Record<Typefaces, string> = {
  cinzelGaramond: "Cinzel dan EB Garamond (klasik)",
  cinzelSerif: "Cinzel dan Source Serif",
  garamond: "EB Garamond (buku)",
  serif: "Source Serif (resmi)",
  sansGaramond: "Source Sans dan EB Garamond",
  sansSerif: "Source Sans dan Source Serif (modern)",
  sans: "Source Sans (polos)",
};

const labels = new Map(placeholders.map(({ key, label }) => [key, label]));

/** What a part is called in the list: its words with placeholders by their names. */
export function elementLabel(element: DesignElement): string {
  if (element.kind === "picture" && element.picture === "emblem") return "Lambang";
  if (element.kind !== "text") return kindWords[element.kind];
  const words = element.text
    .replaceAll(/\{([^{}\n]*)\}/g, (_, key: string) => `‹${labels.get(key.trim()) ?? key}›`)
    .replaceAll(/\s+/g, " ")
    .trim();
  return words === "" ? "Teks kosong" : words;
}

/** Where a part stands, as a screen reader says it. */
export function placeWords({ x, y, w, h }: Pick<DesignElement, "x" | "y" | "w" | "h">): string {
  return `${mmText(x)} mm dari kiri, ${mmText(y)} mm dari atas, lebar ${mmText(w)} mm, tinggi ${mmText(h)} mm`;
}
