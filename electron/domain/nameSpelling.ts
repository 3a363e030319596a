import { listInWords } from "./indonesian.ts";
import type { TextFault } from "./nameLetters.ts";
import { isTitleAfter, isTitleBefore, splitName, usualTitleAfter } from "./personName.ts";

/** Faults of spacing, of words that are often written wrong, and of names that nobody has chosen yet. */
export function spellingFaults(text: string): TextFault[] {
  const faults: TextFault[] = [];
  const add = (found: boolean, rule: string, severity: TextFault["severity"], what: string) => {
    if (found) faults.push({ rule, severity, what });
  };
  add(/ {2,}/.test(text), "doubled", "look", "memuat spasi ganda; sisakan satu");
  add(text.trim() !== text, "edge", "look", "diawali atau diakhiri spasi; hapus spasinya");
  add(/\s[,.;:]/.test(text), "beforeComma", "look", "memuat spasi di depan koma atau titik; hapus spasinya");
  add(/,(?=[^\s\d])/.test(text), "afterComma", "look", "tidak berspasi sesudah koma; tambahkan spasi");
  add(
    /,\s*,|(?<!\.)\.\.(?!\.)|,\s*$/.test(text),
    "stray",
    "look",
    "memuat koma atau titik berlebih; hapus yang berlebih",
  );
  add(
    /\bwalikota\b/i.test(text),
    "waliKota",
    "stop",
    "menulis “Walikota”; jabatan itu ditulis dua kata, “Wali Kota”",
  );
  add(
    /\bjer\s+basuki\b/i.test(text) && !/\bjer basuki mawa (?:beya|béya)\b/i.test(text),
    "jerBasuki",
    "stop",
    "salah menulis semboyan provinsi; tulis “Jer Basuki Mawa Beya”",
  );
  add(
    /\bmasa\s+beya\b/i.test(text) && !/\bjer\s+basuki\b/i.test(text),
    "jerBasuki",
    "stop",
    "menulis “Masa Beya”; tulis “Mawa Beya”",
  );
  add(
    placeholders.some((pattern) => pattern.test(text.trim())),
    "placeholder",
    "look",
    "masih nama sementara; ganti dengan nama yang akan tercetak",
  );
  return faults;
}

/** Faults that only a person's full name can have; `bare` is what of it is not kept apart as titles. */
export function personFaults(full: string, bare: string): TextFault[] {
  const faults: TextFault[] = [];
  const name = bare === full ? splitName(full).name : bare;
  const letters = name.replaceAll(/[^\p{L}]/gu, "");
  if (letters.length > 3 && letters === letters.toLocaleUpperCase("id")) {
    faults.push({
      rule: "capitals",
      severity: "look",
      what: "ditulis dengan huruf besar semua; tulis huruf besar hanya di awal kata",
    });
  }
  if (letters.length > 1 && letters === letters.toLocaleLowerCase("id")) {
    faults.push({
      rule: "small",
      severity: "look",
      what: "ditulis dengan huruf kecil semua; tulis huruf besar di awal kata",
    });
  }
  if (/\d/.test(name) && !/\p{L}\d|\d\p{L}/u.test(name)) {
    faults.push({
      rule: "number",
      severity: "look",
      what: "memuat angka; periksa apakah memang bagian nama",
    });
  }
  const glued = findGlued(full);
  if (glued) {
    faults.push({
      rule: "gluedTitles",
      severity: "look",
      what: `menggabung gelar “${glued}”; beri spasi atau koma di antaranya`,
    });
  }
  const bareTitles = listBareTitles(full);
  if (bareTitles.length > 0) {
    const quoted = (titles: readonly string[]) => listInWords(titles.map((title) => `“${title}”`));
    faults.push({
      rule: "titleStop",
      severity: "look",
      what: `menulis gelar ${quoted(bareTitles.map(({ written }) => written))} tanpa titik yang lengkap; tulis ${quoted(bareTitles.map(({ usual }) => usual))}`,
    });
  }
  if (!full.includes(",") && splitName(full).after !== null) {
    faults.push({
      rule: "missingComma",
      severity: "look",
      what: "memuat gelar belakang tanpa koma di depannya; tambahkan koma",
    });
  }
  return faults;
}

/** Titles that run into each other or into the name: "Dr.H.", "S.H.M.Hum.", "Dr.Emil". */
function findGlued(full: string): string | null {
  const [first = "", ...behind] = full.split(",");
  for (const word of first.trim().split(/\s+/)) {
    if (isTitleBefore(word)) continue;
    if (stopsOf(word).some((at) => at < word.length && isTitleBefore(word.slice(0, at)))) return word;
    break;
  }
  for (const word of behind.flatMap((piece) => piece.trim().split(/\s+/))) {
    if (isTitleAfter(word)) continue;
    const cut = stopsOf(word).some((at) => isTitleAfter(word.slice(0, at)) && isTitleAfter(word.slice(at)));
    if (cut) return word;
  }
  return null;
}

/** All titles that lack a full stop: "Dr", "S.H", "S.Sos", whether or not a comma stands before those behind the name. */
function listBareTitles(full: string): { written: string; usual: string }[] {
  const bare: { written: string; usual: string }[] = [];
  const [first = "", ...behind] = full.split(",");
  const words = first.trim().split(/\s+/);
  for (const word of words.slice(0, -1)) {
    if (isTitleBefore(word)) continue;
    if (!isTitleBefore(`${word}.`)) break;
    bare.push({ written: word, usual: `${word}.` });
  }
  const after = behind.length > 0 ? behind : (splitName(full).after ?? "").split(",");
  for (const word of after.flatMap((piece) => piece.trim().split(/\s+/))) {
    const usual = !word.endsWith(".") && isTitleAfter(word) ? usualTitleAfter(word) : null;
    if (usual !== null && usual !== word) bare.push({ written: word, usual });
  }
  return bare;
}

/** Places just behind each full stop of a word. */
function stopsOf(word: string): number[] {
  return [...word.matchAll(/\./g)].map(({ index }) => index + 1);
}

const placeholders = [
  /^kategori(?: (?:utama|baru|\d+|[a-z]))?$/i,
  /^(?:penghargaan|lencana|piagam|edisi|panelis)(?: (?:utama|baru|\d+|[a-z]))?$/i,
  /^(?:nama|judul|tema|instansi)(?: .*)?(?:belum|di sini)/i,
  /^(?:[-–—.…_x?*]+|nn|n\.n\.|nama|tes|test|coba|contoh|belum (?:diisi|ada|diketahui)|(?:untitled|todo|tbd|lorem).*)$/i,
];
