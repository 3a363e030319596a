import type { ReadDb } from "../database/open.ts";
import { listCategories } from "../database/queries/categories.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { listRegions } from "../database/queries/regions.ts";
import { listRounds } from "../database/queries/rounds.ts";
import { findField, type Json } from "../domain/canonicalJson.ts";
import { type FactNames, lowerFirst, nameFact } from "../domain/factNames.ts";
import { describeFactAct } from "../domain/factSentences.ts";
import { factParts, isFactAct } from "../domain/facts.ts";
import { showFactValue } from "../domain/factWords.ts";
import type { Act } from "../domain/ledger.ts";

/** Names for the keys that stand in paths, as the data have them now. */
export function placeNames(db: ReadDb, editionId: number): FactNames {
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

/** What an act was, in a sentence; without values where they must not be seen. */
export function actSentence(
  act: Pick<Act, "act" | "subject" | "old" | "new">,
  names: FactNames,
  { hidden }: { hidden: boolean } = { hidden: false },
): string {
  if (isFactAct(act)) {
    const doing = act.act.slice("fakta.".length);
    return `${describeFactAct(act, names, { hidden })}${suffixes[doing] ?? ""}.`;
  }
  return isEventAct(act.act)
    ? `${events[act.act](act, names)}.`
    : `Tindakan ${act.act} tentang ${act.subject}.`;
}

/** What is recorded although it changes no fact, each with its sentence. */
const events = {
  "jam.mundur": ({ old, new: now }) =>
    `Jam komputer mundur dari ${showFactValue(old)} ke ${showFactValue(now)}`,
  ekspor: ({ subject, new: details }) =>
    `${exported[subject] ?? subject} diekspor${details === null ? "" : `: ${detailsText(details)}`}`,
  "cadangan.buat": (act) => `Cadangan ${whose(act)} dibuat`,
  "cadangan.pulihkan": (act) => `Cadangan ${whose(act)} dipulihkan`,
  "pribadi.simpan": ({ subject }, names) =>
    `Data kontak ${lowerFirst(nameFact(factParts(subject)[1] ?? "", names))} disimpan (isinya tidak dicatat)`,
  "pribadi.kosongkan": ({ new: count }) => `Data kontak dan foto ${showFactValue(count)} orang dikosongkan`,
  "akun.kepala": ({ new: details }) =>
    `Buku catatan akun saat ditandatangani berakhir di catatan ke-${showFactValue(findField(details, "seq"))}`,
  "akun.masuk": (act) => `${whose(act)} masuk`,
  "akun.keluar": (act) => `${whose(act)} keluar`,
  "akun.pin-salah": (act) => `PIN salah diketik untuk ${whose(act)}`,
  "akun.kode-salah": (act) => `Kode pemulihan salah diketik untuk ${whose(act)}`,
  "akun.buat": (act) => `Akun ${whose(act)} dibuat`,
  "akun.tutup": (act) => `Akun ${whose(act)} ditutup`,
  "akun.ganti-pin": (act) => `PIN ${whose(act)} diganti oleh pemiliknya`,
  "akun.setel-pin": (act) => `PIN ${whose(act)} disetel ulang oleh sekretaris`,
  "akun.pulihkan": (act) => `PIN ${whose(act)} dipulihkan dengan kode pemulihan`,
} satisfies Record<string, (act: Pick<Act, "subject" | "old" | "new">, names: FactNames) => string>;

/** An act that only stands in the ledger. */
export type EventAct = keyof typeof events;

function isEventAct(act: string): act is EventAct {
  return Object.hasOwn(events, act);
}

/** What is exported, by the subject of its entry. */
const exported: Record<string, string> = {
  bukucatatan: "Buku catatan",
  bundel: "Bukti hasil",
  dokumen: "Dokumen",
  rancangan: "Rancangan piagam",
  edisi: "Berkas edisi",
  keberatan: "Berkas jawaban keberatan",
  peringkat: "Lembar kerja peringkat",
  templat: "Templat lembar nilai",
};

const suffixes: Record<string, string> = {
  "accounts.record": " · sudah ada saat akun mulai dicatat",
  "accounts.changePin": " · oleh pemiliknya",
  "accounts.recover": " · dengan kode pemulihan",
  "security.secure": " · keadaan saat edisi diamankan",
  "seals.signCorrection": " · koreksi",
  "keyings.resolve": " · diputuskan pihak ketiga",
  "keyings.confirm": " · diterima orang kedua",
  "keyings.sendBack": " · lembar dikembalikan untuk diketik ulang",
  "keyings.clearOwn": " · pengetik mengulang lembarnya",
  "spreadsheets.importTemplate": " · dari templat lembar kerja",
  "spreadsheets.importMapped": " · dari lembar kerja",
};

function whose({ subject, new: details }: Pick<Act, "subject" | "new">): string {
  const name = findField(details, "name");
  if (typeof name !== "string") return subject;
  const role = findField(details, "role");
  return role === null ? name : `${name} (${showFactValue(role, "role")})`;
}

function detailsText(details: Json): string {
  if (typeof details !== "object" || details === null) return String(details);
  return Object.entries(details)
    .filter(([, value]) => !Array.isArray(value) || value.length > 0)
    .map(([field, value]) => `${detailNames[field] ?? field} ${detailText(value)}`)
    .join(", ");
}

/** Hundreds of papers go out at once; the entry itself holds them all. */
function detailText(value: Json): string {
  if (!Array.isArray(value)) return showFactValue(value).replaceAll('"', "");
  const rest = value.length > 5 ? ` dan ${value.length - 5} lainnya` : "";
  return `${value.slice(0, 5).join(", ")}${rest}`;
}

const detailNames: Record<string, string> = {
  entries: "banyaknya catatan",
  head: "kepala buku catatan",
  keys: "kunci",
  despite: "nama yang belum selesai",
  serials: "nomor seri",
  round: "babak",
  entry: "peserta",
};
