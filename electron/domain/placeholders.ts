/** A placeholder of a charter's words: what stands between braces, and what it is called on screen. */
export interface Placeholder {
  key: string;
  label: string;
}

/** Every placeholder there is, in the order of the list on screen. */
export const placeholders: readonly Placeholder[] = [
  { key: "nama", label: "Nama penerima" },
  { key: "jabatan", label: "Jabatan penerima" },
  { key: "daerah", label: "Daerah" },
  { key: "nomor", label: "Nomor piagam" },
  { key: "pengantar", label: "Kalimat pengantar" },
  { key: "predikat", label: "Peringkat dan kategori" },
  { key: "peringkat", label: "Peringkat" },
  { key: "kategori", label: "Kategori" },
  { key: "penghargaan", label: "Nama penghargaan" },
  { key: "anugerah", label: "Kalimat anugerah" },
  { key: "rangkaian", label: "Pada acara, dengan tema" },
  { key: "acara", label: "Nama acara" },
  { key: "tema", label: "Tema" },
  { key: "tahun", label: "Tahun" },
  { key: "tempat", label: "Tempat" },
  { key: "tanggal", label: "Tanggal" },
  { key: "pejabat", label: "Nama pejabat" },
  { key: "jabatan_pejabat", label: "Jabatan pejabat" },
];

/** What a charter is given for: the office's own sentence stands in the place of all of these. */
export const reasonKeys: ReadonlySet<string> = new Set(["pengantar", "predikat", "rangkaian", "anugerah"]);

const known = new Set(placeholders.map(({ key }) => key));
const braced = /\{([^{}\n]*)\}/g;

/** The placeholders that words use, each once. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(braced)].map((match) => match[1]!.trim()))];
}

/** Why the braces of a text cannot be filled, as a sentence; null where they can. */
export function placeholderFault(text: string): string | null {
  const unknown = placeholdersIn(text).find((key) => !known.has(key));
  if (unknown !== undefined) {
    const list = placeholders.map(({ key }) => `{${key}}`).join(", ");
    return `Isian {${unknown}} tidak dikenal. Yang tersedia: ${list}.`;
  }
  return /[{}]/.test(text.replaceAll(braced, ""))
    ? "Ada kurung kurawal yang tidak berpasangan. Tulis isian sebagai {nama}, atau hapus kurungnya."
    : null;
}

/** A piece of a line: words, or a dotted space of some millimetres to write in by hand. */
export type Piece = string | { dots: number };

/** What placeholders stand for; null is left dotted where that makes sense, else it vanishes. */
export type PlaceholderValues = Readonly<Record<string, string | null>>;

/** Room for what is written in by hand, in millimetres. */
const dottedMm: Readonly<Record<string, number>> = { nomor: 52, tanggal: 40 };

/** The lines of a text with its placeholders filled in; a line whose placeholders are all empty is left out. */
export function fillIn(text: string, values: PlaceholderValues): Piece[][] {
  return text.split("\n").flatMap((line) => {
    let anything = placeholdersIn(line).length === 0;
    const pieces: Piece[] = [];
    let end = 0;
    for (const match of line.matchAll(braced)) {
      pieces.push(line.slice(end, match.index));
      end = match.index + match[0].length;
      const key = match[1]!.trim();
      const value = values[key] ?? null;
      const dots = dottedMm[key];
      if (value !== null) pieces.push(value);
      else if (dots !== undefined) pieces.push({ dots });
      if (value !== null || dots !== undefined) anything = true;
    }
    pieces.push(line.slice(end));
    return anything ? [pieces.filter((piece) => piece !== "")] : [];
  });
}
