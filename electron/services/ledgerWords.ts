import type { ReadDb } from "../database/open.ts";
import { listCategories } from "../database/queries/categories.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { listRegions } from "../database/queries/regions.ts";
import { listRounds } from "../database/queries/rounds.ts";
import { canonicalJson, type Json } from "../domain/canonicalJson.ts";
import { factParts } from "../domain/facts.ts";
import { formatDecimal } from "../domain/indonesian.ts";

/** Names for the keys that stand in paths. */
export interface PlaceNames {
  region(code: string): string;
  panelist(key: string): string;
  category(key: string): string;
  round(category: string, round: string): string;
  indicator(category: string, round: string, key: string): string;
}

export function placeNames(db: ReadDb, editionId: number): PlaceNames {
  const regions = new Map(listRegions(db, editionId).map(({ code, label }) => [code, label]));
  const panelists = new Map(listPanelists(db, editionId).map(({ key, name }) => [key, name]));
  const categories = new Map<string, string>();
  const rounds = new Map<string, string>();
  const indicators = new Map<string, string>();
  for (const { id, key, name } of listCategories(db, editionId)) {
    categories.set(key, name);
    for (const round of listRounds(db, id)) {
      rounds.set(`${key}/${round.key}`, round.name);
      for (const one of round.indicators) indicators.set(`${key}/${round.key}/${one.key}`, one.name);
    }
  }
  return {
    region: (code) => regions.get(code) ?? code,
    panelist: (key) => (key === "meja" ? "meja sekretariat" : (panelists.get(key.replace(/^p:/, "")) ?? key)),
    category: (key) => categories.get(key) ?? key,
    round: (category, round) => rounds.get(`${category}/${round}`) ?? round,
    indicator: (category, round, key) => indicators.get(`${category}/${round}/${key}`) ?? key,
  };
}

/** What was done, in words. */
export function actSentence(act: string, subject: string, names: PlaceNames): string {
  return events[act] ?? `${aboutWhat(subject, names)}${suffixes[act.replace(/^fakta\./, "")] ?? ""}`;
}

/** A value as the screen shows it: a score with its comma, anything larger as it stands. */
export function valueText(value: Json): string | null {
  if (value === null) return null;
  if (typeof value === "string") return /^-?\d+(\.\d+)?$/.test(value) ? formatDecimal(value) : value;
  return canonicalJson(value);
}

const events: Record<string, string> = {
  "jam.mundur": "Jam komputer mundur",
  ekspor: "Ekspor",
  "akun.masuk": "Masuk",
  "akun.keluar": "Keluar",
  "akun.pin-salah": "PIN salah",
  "akun.kode-salah": "Kode pemulihan salah",
  "akun.buat": "Akun dibuat",
  "akun.tutup": "Akun ditutup",
  "akun.ganti-pin": "PIN diganti sendiri",
  "akun.setel-pin": "PIN disetel ulang oleh sekretaris",
  "akun.pulihkan": "PIN dipulihkan dengan kode",
};

const suffixes: Record<string, string> = {
  "security.secure": " · keadaan saat edisi diamankan",
  "seals.signCorrection": " · koreksi",
  "keyings.resolve": " · diputuskan pihak ketiga",
};

function aboutWhat(subject: string, names: PlaceNames): string {
  const [kind = "", a = "", b = "", c = "", d = "", e = ""] = factParts(subject);
  switch (kind) {
    case "nilai":
      return `Nilai ${names.indicator(a, b, e)} untuk ${names.region(d)} oleh ${names.panelist(c)}`;
    case "ketikan":
      return `Ketikan ${names.indicator(a, b, e)} untuk ${names.region(d)}, lembar ${names.panelist(c)}`;
    case "edisi":
      return "Keterangan edisi";
    case "daerah":
      return `Daerah ${names.region(a)}`;
    case "kepala":
      return `Kepala daerah ${names.region(a)}`;
    case "perangkat":
      return `Perangkat daerah ${names.region(a)}`;
    case "panelis":
      return `Panelis ${names.panelist(a)}`;
    case "kategori":
      return `Kategori ${names.category(a)}`;
    case "peserta":
      return `Peserta ${names.region(b)} di ${names.category(a)}`;
    case "babak":
      return `Aturan babak ${names.round(a, b)}`;
    case "indikator":
      return `Indikator ${names.indicator(a, b, c)} di ${names.round(a, b)}`;
    case "berhalangan":
      return `${names.panelist(c)} berhalangan menilai ${names.region(d)}`;
    case "keputusan":
      return `Keputusan seri di ${names.round(a, b)}`;
    case "penghargaan":
      return `Penghargaan ${a}`;
    case "pengetikan":
      return `Cara mengetik babak ${names.round(a, b)}`;
    case "kebijakan":
      return "Penanda tangan dan penyebutan panelis";
    case "tatanilai":
      return `Tata nilai versi ${a}`;
    case "tandatangan":
      return `Tanda tangan untuk ${a.replaceAll("/", " ")}`;
    case "segel":
      return `Segel ${names.round(a, b)}, versi ${c}`;
    case "koreksi":
      return `Koreksi ${c} babak ${names.round(a, b)}`;
    case "pengumuman":
      return "Pengumuman hasil";
    case "cetak":
      return `Cetakan seri ${a}`;
    case "dokumen":
      return `Rincian dokumen ${a}`;
    case "aman":
      return "Edisi diamankan";
    default:
      return subject;
  }
}
