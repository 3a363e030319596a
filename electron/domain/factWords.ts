import type { Json } from "./canonicalJson.ts";
import { formatDecimal, longDate } from "./indonesian.ts";

/**
 * A fact's value as a sentence names it: a score with its comma, an instant by its date in Surabaya, a list and what
 * has fields in words, and what the fields' closed lists of words are called.
 */
export function showFactValue(value: Json, field = ""): string {
  if (value === null) return "kosong";
  if (typeof value === "boolean") return value ? "ya" : "tidak";
  if (typeof value === "number") return String(field === "position" ? value + 1 : value);
  if (typeof value !== "string") return showMany(value, field);
  const word = words[field]?.[value];
  // Enough to see whether two hashes are the same.
  if (field === "pin" || field === "recovery") return value.slice(0, 12);
  if (word !== undefined) return word;
  if (/^-?\d+(\.\d+)?$/.test(value)) return formatDecimal(value);
  return isInstant(value) ? showInstant(value) : `"${value}"`;
}

function showMany(value: readonly Json[] | { readonly [key: string]: Json }, field: string): string {
  const parts = isList(value)
    ? value.map((one) => showFactValue(one, field))
    : Object.entries(value).map(([name, one]) => `${fieldName(name)} ${showFactValue(one, name)}`);
  return parts.length === 0 ? "kosong" : `(${parts.join(", ")})`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** "12 Oktober 2022 pukul 09.00.05 WIB": Surabaya is seven hours ahead of UTC, summer and winter. */
function showInstant(instant: string): string {
  const local = new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();
  return `${longDate(local.slice(0, 10))} pukul ${local.slice(11, 19).replaceAll(":", ".")} WIB`;
}

/** Whether a value is an instant in UTC, as every fact writes it. */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** What a field of a fact is called. */
export function fieldName(field: string): string {
  return fields[field] ?? field;
}

/** Words of closed lists, by the field they stand in. */
const words: Record<string, Record<string, string>> = {
  aggregate: { mean: "rata-rata", median: "median", trimmedMean: "rata-rata terpangkas" },
  direction: { higher: "makin tinggi makin baik", lower: "makin rendah makin baik" },
  keying: { single: "diketik satu orang", confirm: "disetujui orang kedua", double: "diketik dua kali" },
  kind: { panel: "panel", desk: "meja sekretariat" },
  panelistNames: { named: "dengan nama", letters: "dengan huruf" },
  paperSize: { A4: "A4", F4: "F4" },
  recipient: { head: "kepala daerah", agency: "perangkat daerah", region: "pemerintah daerah" },
  role: {
    secretary: "sekretaris",
    chair: "ketua",
    operator: "operator",
    verifier: "verifikator",
    auditor: "pemeriksa",
    viewer: "pengamat",
  },
  outcome: { sent: "terkirim", cancelled: "dibatalkan", failed: "gagal" },
  seenHow: {
    scanner: "pemindai genggam",
    camera: "kamera",
    file: "hasil pindai atau foto",
    typed: "nomor seri diketik",
  },
  state: { open: "terbuka", done: "dijalankan", withdrawn: "ditarik" },
  tieBreak: {
    previousRound: "babak sebelumnya",
    exactTotal: "nilai sebelum dibulatkan",
    median: "median",
    panelistMajority: "suara terbanyak panelis",
    decision: "keputusan pleno",
  },
  type: { kabupaten: "kabupaten", kota: "kota" },
};

const fields: Record<string, string> = {
  atLeast: "paling sedikit",
  after: "sesudahnya",
  address: "alamat",
  bases: "dasar hukum",
  budget: "beban anggaran",
  by: "petugas",
  copies: "tembusan",
  guests: "tamu yang disapa",
  inPerson: "hadir sendiri",
  interviewMinutes: "menit wawancara",
  items: "susunan acara",
  lot: "benih undian",
  minutes: "menit",
  office: "jabatan",
  pauses: "jeda",
  presentationMinutes: "menit presentasi",
  rank: "pangkat",
  start: "jam mulai",
  turns: "urutan tampil",
  lines: "baris kop",
  mime: "jenis gambar",
  entry: "peserta",
  indicator: "indikator",
  key: "dokumen",
  max: "tertinggi",
  min: "terendah",
  new: "menjadi",
  old: "semula",
  panelist: "panelis",
  place: "tempat",
  step: "kelipatan",
  top: "teratas",
  account: "akun pengetik",
  before: "gelar depan",
  gelar: "gelar",
  headGelar: "gelar kepala",
  checkedAt: "waktu diperiksa",
  checker: "pemeriksa nama",
  seenAt: "waktu dibaca",
  sentence: "temuan",
  text: "tulisan",
  viewer: "yang melihat",
  advance: "batas lolos",
  agency: "perangkat daerah",
  aggregate: "cara menggabung panelis",
  carry: "bawaan nilai",
  category: "kategori",
  ceremonyDate: "tanggal upacara",
  changes: "isi koreksi",
  closedAt: "waktu ditutup",
  createdAt: "waktu dibuat",
  date: "tanggal",
  decimals: "jumlah desimal",
  declaredAt: "waktu pengumuman",
  direction: "arah nilai",
  embargoUntil: "akhir embargo",
  entries: "peserta",
  frozenAt: "waktu dibekukan",
  hash: "hash",
  head: "kepala",
  institution: "instansi",
  kind: "jenis",
  name: "nama",
  number: "nomor",
  decidedAt: "waktu keputusan",
  openedAt: "waktu dibuka",
  order: "urutan",
  organiser: "penyelenggara",
  pages: "banyaknya halaman",
  panel: "susunan panel",
  panelistNames: "penyebutan panelis",
  paperSize: "ukuran kertas",
  pin: "sidik PIN",
  places: "banyaknya tempat",
  position: "urutan",
  actor: "pelaku",
  at: "waktu",
  content: "hash isi",
  filedAt: "waktu disimpan",
  filedBy: "penyimpan",
  window: "jendela",
  seenBy: "pembaca lembar",
  seenHow: "cara membaca lembar",
  restsOn: "babak yang dimuat",
  outcome: "kabar pencetakan",
  pdfHash: "hash PDF",
  pdfBytes: "besar PDF dalam bita",
  issuer: "penerbit sertifikat",
  form: "bentuk",
  withdrawnAt: "waktu ditarik",
  withdrawnBy: "penarik",
  signer: "penanda tangan",
  target: "tujuan",
  issuedAt: "waktu keluar",
  printedAt: "waktu cetak",
  quorum: "kuorum",
  reason: "alasan",
  recipient: "penerima",
  recovery: "sidik kode pemulihan",
  requestedAt: "waktu permintaan",
  requestedBy: "peminta",
  revokedAt: "waktu pencabutan",
  revokedWhy: "alasan pencabutan",
  role: "peran",
  sample: "tanda contoh",
  scale: "skala",
  sealedAt: "waktu penyegelan",
  signatory: "penanda tangan piagam",
  signatures: "banyaknya tanda tangan",
  signedAt: "waktu tanda tangan",
  signers: "penanda tangan",
  state: "keadaan",
  theme: "tema",
  tieBreak: "penentu seri",
  title: "judul",
  type: "jenis daerah",
  value: "nilai",
  venue: "tempat",
  version: "versi",
  versions: "versi hasil",
  weight: "bobot",
  year: "tahun",
};
