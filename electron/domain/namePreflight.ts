import type { Edition, Region } from "./edition.ts";
import { letterFaults, type TextFault } from "./nameLetters.ts";
import { listMissingNames } from "./missingNames.ts";
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
  /** Points at which charters set each name that they carry, where it is set smallest, by subject. */
  sizes: ReadonlyMap<string, number>;
  /** Signs that the typefaces of the papers lack. */
  missing: readonly string[];
}

/** The rule of an agency without a name of its own: a note of all of them, and open on a paper that names one. */
export const generalName = "general";

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
  const places = new Map(
    edition.regions.map((region): [string, Place] => {
      const label = regionLabel(region);
      return [region.code, { region, label, words: wordsOf(label), bare: wordsOf(region.name) }];
    }),
  );
  return [
    ...names.flatMap(textFindings),
    ...names.flatMap((name) => placeFindings(name, places)),
    ...findDoubles(names),
    ...listMissingNames(edition).map(({ subject, sentence }): NameFinding => {
      return { subject, rule: "missing", severity: "note", sentence };
    }),
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

/** A region with its label and bare name as `wordsOf` gives them: all are compared with all. */
interface Place {
  region: Region;
  label: string;
  words: string;
  bare: string;
}

/** A name that speaks of another region than its own, or of a twin without its type. */
function placeFindings(name: PrintedName, places: ReadonlyMap<string, Place>): NameFinding[] {
  const place = places.get(name.code ?? "");
  if (!place) return [];
  if (name.kind === "head") return officeFindings(name, place);
  return name.kind === "agency" ? agencyFindings(name, place, [...places.values()]) : [];
}

function officeFindings(name: PrintedName, { region, label }: Place): NameFinding[] {
  const title = region.head?.title ?? "";
  const other = headTitle({ type: region.type === "kota" ? "kabupaten" : "kota" });
  if (!new RegExp(`\\b${other}\\b`, "i").test(title)) return [];
  const what = `bukan jabatan kepala ${label}; tulis “${headTitle(region)}”`;
  return [say(name, title, { rule: "office", severity: "stop", what })];
}

function agencyFindings(name: PrintedName, own: Place, places: readonly Place[]): NameFinding[] {
  const words = wordsOf(name.name);
  const fault = (rule: string, severity: TextFault["severity"], what: string) => [
    say(name, name.name, { rule, severity, what }),
  ];
  const named = words.includes(own.words) ? undefined : places.find((one) => words.includes(one.words));
  if (named) return fault("otherRegion", "stop", `menyebut ${named.label}; periksa apakah tertukar`);
  const twin = places.some((one) => one !== own && one.bare === own.bare);
  if (twin && words.includes(own.bare) && !/\b(?:kabupaten|kab\.|kota)\s/i.test(name.name)) {
    const { region, label } = own;
    const what = `tidak menyebut Kabupaten atau Kota, padahal ada dua ${region.name}; tulis “${label}”`;
    return fault("twin", "look", what);
  }
  if (!/^perangkat daerah kepegawaian\b/i.test(name.name)) return [];
  const what = "masih sebutan umum; ganti dengan nama resminya sebelum piagam perangkat daerah dicetak";
  return fault(generalName, "note", what);
}

function findDoubles(names: readonly PrintedName[]): NameFinding[] {
  const first = new Map<string, PrintedName>();
  return names.flatMap((name) => {
    // Whoever signs or leads a step may well be one of the others, or do two steps.
    if (name.kind === "signer" || name.kind === "officer") return [];
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

/** A text's words, small and with a space before and behind each: what one holds as words, it holds as text. */
function wordsOf(text: string): string {
  const small = text.toLocaleLowerCase("id").replaceAll(/\bkab\.(?=\s)/g, "kabupaten");
  return ` ${small.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
