import type { Region, RegionType } from "../domain/edition.ts";
import type { GridCell } from "./grid.ts";
import { nearest } from "./nearest.ts";

export type NamedRegion = Pick<Region, "code" | "type" | "name">;

export type RegionMatch =
  /** `uniqueName`: the type was not written, but no other region of the country has this name. */
  | { kind: "match"; code: string; by: "typeAndName" | "uniqueName" }
  /** The name fits, the type does not say which: never guessed. */
  | { kind: "ambiguous"; candidates: NamedRegion[] }
  /** Nothing fits; the nearest names, only to be offered. */
  | { kind: "unknown"; suggestions: NamedRegion[] };

const typeWords = new Map<string, RegionType>([
  ["kabupaten", "kabupaten"],
  ["kab", "kabupaten"],
  ["pemkab", "kabupaten"],
  ["bupati", "kabupaten"],
  ["kota", "kota"],
  ["kotamadya", "kota"],
  ["kodya", "kota"],
  ["pemkot", "kota"],
  ["walikota", "kota"],
]);
/** Words before a name that say nothing about which region it is. */
const noiseWords = new Set([
  ..."pemerintah pemerintahan pemda daerah tingkat dati ii administrasi adm".split(" "),
  ..."bkd bkdd bkpp bkppd bkpsdm bkpsdmd".split(" "),
]);
const provinceTail = /\s+(?:(?:prov|provinsi|propinsi)\s+)?(?:jawa timur|jatim)$/;

/** The names that a kabupaten and a kota of the country share, squeezed. Whatever the register holds, these are asked. */
export const twinNames: ReadonlySet<string> = new Set(
  (
    "bandung banjar bekasi bima blitar bogor cirebon gorontalo jayapura kediri kupang madiun magelang malang mojokerto " +
    "pasuruan pekalongan probolinggo semarang serang solok sorong sukabumi tangerang tasikmalaya tegal"
  ).split(" "),
);

interface Reading {
  type: RegionType | null;
  name: string;
}

/** Matches names against a register, which should hold every region the office may mean, not only the entries. */
export function regionMatcher(
  regions: readonly NamedRegion[],
): (text: string, typeText?: string) => RegionMatch {
  const byName = new Map<string, NamedRegion[]>();
  for (const region of regions) {
    const name = squeeze(region.name);
    byName.set(name, [...(byName.get(name) ?? []), region]);
  }
  return (text, typeText = "") => {
    const readings = readName(text);
    const given = readType(typeText);
    const found = new Map<string, NamedRegion>();
    const sameName = new Map<string, NamedRegion>();
    let typed = given !== null;
    for (const reading of readings) {
      const candidates = byName.get(reading.name) ?? [];
      for (const candidate of candidates) {
        sameName.set(candidate.code, candidate);
        const types = [reading.type, given].filter((type) => type !== null);
        // The text and its type column may contradict each other: then only the user knows.
        if (types.length > 0 && types.every((type) => type === candidate.type))
          found.set(candidate.code, candidate);
      }
      if (candidates.length > 0 && reading.type !== null) typed = true;
    }
    const [only] = found.values();
    if (only && found.size === 1) return { kind: "match", code: only.code, by: "typeAndName" };
    if (found.size > 1) return { kind: "ambiguous", candidates: [...found.values()] };
    const [sole] = sameName.values();
    if (!sole) return { kind: "unknown", suggestions: suggest(readings, given, regions) };
    if (!typed && sameName.size === 1 && !twinNames.has(squeeze(sole.name))) {
      return { kind: "match", code: sole.code, by: "uniqueName" };
    }
    return { kind: "ambiguous", candidates: [...sameName.values()] };
  };
}

/** Whether a text names exactly this region, type and all. */
export function sameRegionName(text: string, region: NamedRegion): boolean {
  const name = squeeze(region.name);
  return readName(text).some((reading) => reading.type === region.type && reading.name === name);
}

/**
 * The region code in a cell, `35.20`; null where it is empty. A spreadsheet makes the number 35.2 of a typed 35.20, and
 * of 3520 a whole number: both are understood.
 */
export function codeInCell(cell: GridCell | null): string | null {
  if (cell === null) return null;
  if (cell.kind === "number") {
    if (Number.isInteger(cell.value)) return dotted(String(cell.value));
    return /^\d{2}\.\d{1,2}$/.test(String(cell.value)) ? cell.value.toFixed(2) : String(cell.value);
  }
  const text = cell.kind === "text" ? cell.text : cell.kind === "formula" ? cell.shown : "";
  const plain = text.replaceAll(/\s+/g, " ").trim();
  return plain === "" ? null : dotted(plain.replace(/^(\d{2})[ .-](\d{2})$/, "$1$2"));
}

function dotted(code: string): string {
  return /^\d{4}$/.test(code) ? `${code.slice(0, 2)}.${code.slice(2)}` : code;
}

/** All ways to read a text as type and name; the reading without a type comes last. */
function readName(text: string): Reading[] {
  const words = wordsOf(text);
  while (words.length > 1 && noiseWords.has(words[0] ?? "")) words.shift();
  const readings: Reading[] = [];
  const first = typeWords.get(words[0] ?? "");
  const last = typeWords.get(words.at(-1) ?? "");
  if (first && words.length > 1) readings.push({ type: first, name: nameOf(words.slice(1)) });
  if (last && words.length > 1) readings.push({ type: last, name: nameOf(words.slice(0, -1)) });
  readings.push({ type: null, name: nameOf(words) });
  return readings;
}

function readType(text: string): RegionType | null {
  const words = wordsOf(text).filter((word) => !noiseWords.has(word));
  return words.length === 1 ? (typeWords.get(words[0] ?? "") ?? null) : null;
}

function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/\bwali kota\b/, "walikota")
    .replace(provinceTail, "");
  return plain === "" ? [] : plain.split(" ");
}

function nameOf(words: string[]): string {
  const rest = words.filter((word, index) => !(index === 0 && words.length > 1 && noiseWords.has(word)));
  return rest.join("");
}

function squeeze(name: string): string {
  return nameOf(wordsOf(name));
}

function suggest(
  readings: Reading[],
  given: RegionType | null,
  regions: readonly NamedRegion[],
): NamedRegion[] {
  const { type, name } = readings[0] ?? { type: null, name: "" };
  const wanted = given ?? type;
  return nearest(
    name,
    regions,
    (region) => squeeze(region.name),
    (region) => region.type === wanted,
  );
}
