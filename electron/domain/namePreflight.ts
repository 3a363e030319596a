import type { Edition } from "./edition.ts";
import { letterFaults, type TextFault } from "./nameLetters.ts";
import { headTitle, regionLabel } from "./names.ts";
import { personFaults, spellingFaults } from "./nameSpelling.ts";
import { splitName } from "./personName.ts";
import { listPrintedNames, type PrintedName } from "./printedNames.ts";
import { comparedName, isNearName } from "./sameName.ts";

/** What may be wrong with a printed name: *stop* is surely wrong on paper, *look* likely, *note* worth knowing. */
export interface NameFinding {
  subject: string;
  rule: string;
  severity: "stop" | "look" | "note";
  /** What, where, what to do. */
  sentence: string;
}

/** What the typeface made of the names; null where it was not asked. */
export interface NameMeasures {
  /** Points at which the charter sets each name, by subject. */
  sizes: ReadonlyMap<string, number>;
  /** Signs that the typefaces of the papers lack. */
  missing: readonly string[];
}

/** Below it a name on a charter is smaller than the line that says what it is given for. */
export const readablePoints = 20;

/**
 * Goes through every printed name of an edition. `earlier` is the edition of a former year, to hold names against.
 */
export function findNameFaults(
  edition: Edition,
  earlier: Edition | null,
  measures: NameMeasures | null,
): NameFinding[] {
  const names = listPrintedNames(edition);
  return [
    ...names.flatMap(textFindings),
    ...names.flatMap((name) => placeFindings(name, edition)),
    ...findDoubles(names),
    ...(earlier ? differences(names, listPrintedNames(earlier), earlier.year) : []),
    ...(measures ? names.flatMap((name) => measureFindings(name, measures)) : []),
  ].toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

const order = ["stop", "look", "note"];

function textFindings(name: PrintedName): NameFinding[] {
  const own = [
    ...letterFaults(name.name),
    ...spellingFaults(name.name),
    ...(name.bare === null ? [] : personFaults(name.name, name.bare)),
  ].map((fault) => say(name, name.name, fault));
  const repeated = name.kind === "agencyHead";
  if (name.detail === null || repeated) return own;
  const { detail } = name;
  const below = [...letterFaults(detail), ...spellingFaults(detail)];
  return [...own, ...below.map((fault) => say(name, detail, { ...fault, rule: `detail.${fault.rule}` }))];
}

/** A name that speaks of another region than its own, or of a twin without its type. */
function placeFindings(name: PrintedName, edition: Edition): NameFinding[] {
  const region = edition.regions.find(({ code }) => code === name.code);
  if (!region) return [];
  const label = regionLabel(region);
  if (name.kind === "head") {
    const title = region.head?.title ?? "";
    const other = headTitle({ type: region.type === "kota" ? "kabupaten" : "kota" });
    if (!new RegExp(`\\b${other}\\b`, "i").test(title)) return [];
    return [
      say(name, title, {
        rule: "office",
        severity: "stop",
        what: `bukan jabatan kepala ${label}; tulis “${headTitle(region)}”`,
      }),
    ];
  }
  if (name.kind !== "agency") return [];
  const named = edition.regions.find(
    (one) => one !== region && holds(name.name, regionLabel(one)) && !holds(name.name, label),
  );
  if (named) {
    return [
      say(name, name.name, {
        rule: "otherRegion",
        severity: "stop",
        what: `menyebut ${regionLabel(named)}; periksa apakah tertukar`,
      }),
    ];
  }
  const twin = edition.regions.some(
    (one) => one !== region && comparedName(one.name) === comparedName(region.name),
  );
  if (twin && holds(name.name, region.name) && !/\b(?:kabupaten|kab\.|kota)\s/i.test(name.name)) {
    return [
      say(name, name.name, {
        rule: "twin",
        severity: "look",
        what: `tidak menyebut Kabupaten atau Kota, padahal ada dua ${region.name}; tulis “${label}”`,
      }),
    ];
  }
  if (/^perangkat daerah kepegawaian\b/i.test(name.name)) {
    return [
      say(name, name.name, {
        rule: "general",
        severity: "note",
        what: "masih sebutan umum; ganti dengan nama resminya sebelum piagam perangkat daerah dicetak",
      }),
    ];
  }
  return [];
}

function findDoubles(names: readonly PrintedName[]): NameFinding[] {
  const first = new Map<string, PrintedName>();
  return names.flatMap((name) => {
    const group = name.bare === null ? name.kind : "person";
    // An award may well be called as its category.
    const key = `${group}/${comparedName(name.bare === null ? name.name : splitName(name.bare).name)}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, name);
      return [];
    }
    return [
      say(name, name.name, {
        rule: "doubled.name",
        severity: "look",
        what: `sama dengan ${lowerFirst(earlier.where)}; periksa apakah memang demikian`,
      }),
    ];
  });
}

/** Names of the same place in another year: written otherwise, or another person. */
function differences(
  now: readonly PrintedName[],
  before: readonly PrintedName[],
  year: number,
): NameFinding[] {
  const was = new Map(before.map((name) => [name.subject, name]));
  return now.flatMap((name) => {
    if (name.kind === "edition") return [];
    const old = name.kind === "panelist" ? formerPanelist(name, before) : was.get(name.subject);
    if (!old || old.name === name.name) return [];
    const near = isNearName(personOf(old), personOf(name));
    return [
      say(name, name.name, {
        rule: near ? "spelling" : "changed",
        severity: near ? "look" : "note",
        what: near
          ? `pada edisi ${year} ditulis “${old.name}”; pastikan mana yang benar`
          : `berbeda dari edisi ${year}, “${old.name}”; pastikan memang berganti`,
      }),
    ];
  });
}

/** A panelist keeps no key from year to year: the one whose name is nearly this one. */
function formerPanelist(name: PrintedName, before: readonly PrintedName[]): PrintedName | undefined {
  const panelists = before.filter(({ kind }) => kind === "panelist");
  return (
    panelists.find((one) => one.name === name.name) ??
    panelists.find((one) => isNearName(personOf(one), personOf(name)))
  );
}

function personOf({ name, bare }: PrintedName): string {
  return bare === null ? name : splitName(bare).name;
}

function measureFindings(name: PrintedName, { sizes, missing }: NameMeasures): NameFinding[] {
  const found: NameFinding[] = [];
  for (const text of [name.name, name.detail ?? ""]) {
    const sign = missing.find((one) => text.includes(one));
    if (sign === undefined) continue;
    const what = `memuat “${sign}” yang tidak ada pada huruf cetak; ganti dengan huruf lain`;
    found.push(
      say(name, text, { rule: text === name.name ? "glyph" : "detail.glyph", severity: "stop", what }),
    );
  }
  const size = sizes.get(name.subject);
  if (size !== undefined && size < readablePoints) {
    const points = (Math.floor(size * 10) / 10).toString().replace(".", ",");
    const what = `pada piagam mengecil menjadi ${points} pt, di bawah ${readablePoints} pt; singkat gelarnya bila mungkin`;
    found.push(say(name, name.name, { rule: "small.print", severity: "look", what }));
  }
  return found;
}

function say(name: PrintedName, text: string, { rule, severity, what }: TextFault): NameFinding {
  return { subject: name.subject, rule, severity, sentence: `${name.where}: “${text}” ${what}.` };
}

/** Whether a text speaks of a region, as a word. */
function holds(text: string, label: string): boolean {
  const [words, wanted] = [text, label].map(
    (one) =>
      ` ${one
        .toLocaleLowerCase("id")
        .replaceAll(/\bkab\.(?=\s)/g, "kabupaten")
        .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
        .trim()} `,
  );
  return words!.includes(wanted!);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
