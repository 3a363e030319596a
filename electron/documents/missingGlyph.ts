import { PaperError } from "./paperError.ts";

const FIELD_LABELS: Readonly<Record<string, string>> = {
  name: "Nama",
  position: "Jabatan",
  region: "Daerah",
  entry: "Peserta",
  entries: "Peserta",
  head: "Nama kepala daerah",
  institution: "Lembaga",
  role: "Keterangan penanda tangan",
  title: "Jabatan penanda tangan",
  number: "Nomor",
  category: "Kategori",
  award: "Penghargaan",
  round: "Babak",
  indicator: "Indikator",
  reason: "Alasan",
  theme: "Tema",
  editionTitle: "Nama edisi",
  venue: "Tempat",
  place: "Kota penandatanganan",
  organiser: "Penyelenggara",
  address: "Alamat kop",
  lines: "Baris kop",
  notes: "Catatan",
  panelist: "Panelis",
  panelists: "Panelis",
  code: "Kode indikator",
  other: "Peserta",
  who: "Pelaku",
  what: "Catatan",
  old: "Nilai lama",
  new: "Nilai baru",
  steps: "Langkah perhitungan",
  sentence: "Pemeriksaan",
  recusalRule: "Ketentuan berhalangan",
  addressee: "Alamat surat",
  signatures: "Penanda tangan",
  serial: "Nomor seri",
};

interface Place {
  path: string;
  label: string;
  text: string;
}

function* strings(value: unknown, path: string, key: string): Generator<Place> {
  if (typeof value === "string") yield { path, label: FIELD_LABELS[key] ?? "Teks", text: value };
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* strings(item, `${path}[${index}]`, key);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, item] of Object.entries(value)) yield* strings(item, `${path}.${name}`, name);
  }
}

/** The text that Typst says no font can show, out of what it threw; null where it complained of something else. */
export function findMissingText(message: string): string | null {
  const match = /the text \\*"(.+?)\\*" could not be displayed/su.exec(message);
  const quoted = match?.[1];
  // Typst quotes the text, and its wrapper quotes Typst: unprintable characters arrive as \u{e000}.
  return (
    quoted?.replaceAll(/\\+u\{([0-9a-f]+)\}/gu, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ) ?? null
  );
}

/** Says which name or field of the paper holds a character that no font has. */
export function missingGlyphError(text: string, source: unknown): PaperError {
  const places = [...strings(source, "$", "")].filter((place) => place.text.includes(text));
  const code = `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const glyph = `huruf “${text}” (${code}) yang tidak ada pada huruf cetak`;
  const first = places[0];
  const more = new Set(places.map((place) => place.text)).size - 1;
  const sentence =
    first === undefined
      ? `Dokumen memuat ${glyph}; hapus atau ganti huruf itu pada data asalnya.`
      : `${first.label} “${first.text}”${more > 0 ? ` dan ${more} isian lain` : ""} memuat ${glyph}; hapus atau ganti huruf itu pada data asalnya.`;
  return new PaperError("INVALID", sentence, {
    problems: places.map((place) => ({
      path: place.path,
      message: `${place.label} “${place.text}” memuat ${glyph}`,
    })),
  });
}
