import { stepNamed } from "./ceremonyWords.ts";
import type { Json } from "./canonicalJson.ts";
import type { ReadFacts } from "./factStore.ts";
import { factParts, splitDoubled } from "./facts.ts";
import { regionLabel } from "./names.ts";
import { paperKindOf } from "./paperKinds.ts";

/** Names for the keys that stand in fact paths; an unknown key stands for itself. */
export interface FactNames {
  region(code: string): string;
  /** "p:P1" or "meja" as in the path of a score, or the bare key. */
  panelist(key: string): string;
  category(key: string): string;
  round(category: string, round: string): string;
  indicator(category: string, round: string, key: string): string;
}

/** Names as the facts themselves have them: of a ledger, names that nobody changed behind its back. */
export function namesFromFacts(facts: ReadFacts): FactNames {
  const nameOf = (path: string, key: string) => textField(facts.get(path), "name") ?? key;
  return {
    region(code) {
      const fact = facts.get(`daerah/${code}`);
      const [name, type] = [textField(fact, "name"), textField(fact, "type")];
      return name === null ? code : regionLabel({ name, type: type === "kota" ? "kota" : "kabupaten" });
    },
    panelist(key) {
      if (key === "meja") return "meja sekretariat";
      const bare = key.replace(/^p:/, "");
      return nameOf(`panelis/${bare}`, bare);
    },
    category: (key) => nameOf(`kategori/${key}`, key),
    round: (category, round) => nameOf(`babak/${category}/${round}`, round),
    indicator: (category, round, key) => nameOf(`indikator/${category}/${round}/${key}`, key),
  };
}

/** What a fact is about: "Nilai Kabupaten Magetan oleh Panelis 1 untuk Kebijakan (Paparan)". */
export function nameFact(subject: string, names: FactNames): string {
  const { first, time } = splitDoubled(subject);
  if (time > 1) return `${nameFact(first, names)} untuk kali ke-${time}`;
  const [kind = "", a = "", b = "", c = "", d = "", e = ""] = factParts(subject);
  const round = names.round(a, b);
  const cell = () => {
    const by = c === "meja" ? "" : ` oleh ${names.panelist(c)}`;
    return `${names.region(d)}${by} untuk ${names.indicator(a, b, e)} (${round})`;
  };
  switch (kind) {
    case "nilai":
      return `Nilai ${cell()}`;
    case "ketikan":
      return `Ketikan ${factParts(subject)[6] === "2" ? "kedua" : "pertama"} ${cell()}`;
    case "edisi":
      return "Keterangan edisi";
    case "daerah":
      return `Daerah ${a} (${names.region(a)})`;
    case "kepala":
      return `Kepala daerah ${names.region(a)}`;
    case "perangkat":
      return `Perangkat daerah ${names.region(a)}`;
    case "panelis":
      return `Panelis ${names.panelist(a)}`;
    case "kategori":
      return `Kategori ${names.category(a)}`;
    case "peserta":
      return `Peserta ${names.region(b)} di kategori ${names.category(a)}`;
    case "babak":
      return `Aturan babak ${round}`;
    case "indikator":
      return `Indikator ${names.indicator(a, b, c)} di babak ${round}`;
    case "akunpanelis":
      return `Akun panelis ${names.panelist(a)}`;
    case "berhalangan":
      if (d === "") return `Pernyataan berhalangan ${names.panelist(c)} di babak ${round}`;
      return `Halangan ${names.panelist(c)} menilai ${names.region(d)} di babak ${round}`;
    case "keputusan":
      return `Keputusan seri ${c
        .split("+")
        .map((code) => names.region(code))
        .join(", ")} di babak ${round}`;
    case "penghargaan":
      return `Penghargaan ${a}`;
    case "pengetikan":
      return `Cara mengetik babak ${round}`;
    case "kebijakan":
      return "Penanda tangan dan penyebutan panelis";
    case "tatanilai":
      return `Tata nilai versi ${a}`;
    case "tandatangan":
      return `Tanda tangan akun ${c} untuk ${lowerFirst(nameFact(a, names))}`;
    case "segel":
      return `Segel babak ${round} versi ${c}`;
    case "koreksi":
      return `Koreksi ${c} babak ${round}`;
    case "periksanama":
      return `Pemeriksaan nama (${lowerFirst(nameFact(a, names))})`;
    case "kepalaperangkat":
      return `Kepala perangkat daerah ${names.region(a)}`;
    case "temuannama":
      return `Temuan nama (${lowerFirst(nameFact(a, names))})`;
    case "petugas":
      return `Petugas ${a === "own" ? b : stepNamed(a)}`;
    case "pengumuman":
      return "Pengumuman hasil";
    case "cetak":
      return `Cetakan nomor seri ${a}`;
    case "surat":
      return "Keterangan surat dan upacara";
    case "acara":
      return `Acara babak ${round}`;
    case "keluar":
      return `Keluarnya nomor seri ${a}, kali ke-${b}`;
    case "halaman":
      return `Halaman ${b} nomor seri ${a}`;
    case "polanomor":
      return `Pola nomor ${lowerFirst(paperKindOf(`${a}/`) ?? "dokumen")}`;
    case "bertandatangan":
      return `PDF bertanda tangan nomor seri ${a}`;
    case "dokumen":
      return `Rincian ${lowerFirst(paperKindOf(a) ?? "dokumen")} (${a})`;
    case "rancangan":
      return `Rancangan piagam ${a}`;
    case "rancanganpiagam":
      return `Rancangan piagam untuk penghargaan ${a}`;
    case "akun":
      return `Akun ${a}`;
    case "penandatangansurat":
      return "Penanda tangan surat";
    case "penandatangan":
      return "Penanda tangan piagam";
    case "pengaturan":
      return a === "letterhead" ? "Kop surat" : a === "paperSize" ? "Ukuran kertas biasa" : `Pengaturan ${a}`;
    case "lambang":
      return a === "letterhead" ? "Lambang kop surat" : "Lambang piagam";
    case "aman":
      return "Pengamanan edisi";
    default:
      return `Fakta ${subject}`;
  }
}

/** As it stands inside a sentence: "Segel babak …" → "segel babak …". */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function textField(fact: Json | undefined, field: string): string | null {
  if (typeof fact !== "object" || fact === null || !(field in fact)) return null;
  const value = Object.entries(fact).find(([key]) => key === field)?.[1];
  return typeof value === "string" ? value : null;
}
