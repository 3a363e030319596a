import { titlesAfter, titlesBefore } from "./titles.ts";

/** Titles before and after a name: "Dr. H.", "S.H., M.Hum."; null where there are none. */
export type Gelar = { before: string | null; after: string | null };

/** A person's name in its parts; `name` is without titles. */
export type PersonName = Gelar & { name: string };

/** The full name as it is printed everywhere: one space before the name, a comma and a space before what follows it. */
export function joinName({ before, name, after }: PersonName): string {
  const first = [before, name].filter(Boolean).join(" ");
  return after ? `${first}, ${after}` : first;
}

/** Parts as they are kept: no doubled spaces, titles behind the name parted by a comma and a space. */
export function tidyParts({ before, name, after }: PersonName): PersonName {
  return {
    before: oneSpace(before ?? "").replace(/(?:\s*,)+$/, "") || null,
    name: oneSpace(name).replace(/(?:\s*,)+$/, ""),
    after: piecesOf(after ?? "").join(", ") || null,
  };
}

/** The name without its titles; null where the full name is not one with these titles. */
export function findBareName(full: string, { before, after }: Gelar): string | null {
  const start = before === null ? "" : `${before} `;
  const end = after === null ? "" : `, ${after}`;
  if (!full.startsWith(start) || !full.endsWith(end)) return null;
  const name = full.slice(start.length, full.length - end.length);
  return start.length + end.length < full.length && name.trim() === name && name !== "" ? name : null;
}

/** The parts of a full name with the titles that are kept of it; all of it is name where they do not fit. */
export function partsOf(full: string, gelar: Gelar | null | undefined): PersonName {
  const name = gelar ? findBareName(full, gelar) : null;
  return gelar && name !== null ? { ...gelar, name } : { before: null, name: full, after: null };
}

/** Titles that are kept of a person; null where there are none, or where the name was since written without them. */
export function fittingGelar(full: string, gelar: Gelar | null | undefined): Gelar | null {
  if (!gelar || (gelar.before === null && gelar.after === null)) return null;
  return findBareName(full, gelar) === null ? null : gelar;
}

/** A proposal how a full name falls into titles and name; what it does not know stays in the name. */
export function splitName(full: string): PersonName {
  const words = oneSpace(full);
  const comma = words.indexOf(",");
  const behind = comma < 0 ? [] : piecesOf(words.slice(comma + 1));
  // "Suprawoto, Kepala Badan" is no name with titles.
  const parted = comma >= 0 && behind.length > 0 && behind.every((piece) => looksLikeTitles(piece));
  const [first, loose] = parted ? [words.slice(0, comma), []] : takeLoose(comma < 0 ? words : "", words);
  const tokens = first.trim().split(" ");
  let titles = 0;
  while (titles < tokens.length - 1 && isTitleBefore(tokens[titles]!)) titles++;
  return tidyParts({
    before: tokens.slice(0, titles).join(" ") || null,
    name: tokens.slice(titles).join(" "),
    after: [...loose, ...(parted ? behind : [])].join(", ") || null,
  });
}

/** Whether the titles of a full name could be kept apart from it and are not yet. */
export function hasLooseGelar(full: string, gelar: Gelar | null | undefined): boolean {
  const { name } = partsOf(full, gelar);
  const { before, after } = splitName(name);
  return before !== null || after !== null;
}

/** A title that stands before names, as one word. */
export function isTitleBefore(word: string): boolean {
  return before.has(word) || before.has(word.replace(/,$/, ""));
}

/** A title that stands behind names, whether or not its full stops are typed: "S.H.", "SH". */
export function isTitleAfter(word: string): boolean {
  return after.has(plain(word)) && !/^\p{Lu}?\p{Ll}+$/u.test(word);
}

/** How a title behind a name is usually written; itself where that is one of the usual ways, null where it is unknown. */
export function usualTitleAfter(word: string): string | null {
  return titlesAfter.includes(word)
    ? word
    : (titlesAfter.find((title) => plain(title) === plain(word)) ?? null);
}

const before = new Set(titlesBefore);
const after = new Set(titlesAfter.map(plain));

/** One title, or several that are parted by spaces only. */
function looksLikeTitles(piece: string): boolean {
  if (after.has(plain(piece))) return true;
  return piece
    .split(" ")
    .every((word) => isTitleAfter(word) || /^(?:\p{Lu}\p{L}{0,5}\.)+\p{L}{0,6}\.?$/u.test(word));
}

/** Titles at the end of a name that nobody put a comma before: "Suprawoto S.H." */
function takeLoose(words: string, full: string): [string, string[]] {
  const tokens = words.split(" ");
  let from = tokens.length;
  while (from > 1 && isTitleAfter(tokens[from - 1]!)) from--;
  return words === "" || from === tokens.length
    ? [full, []]
    : [tokens.slice(0, from).join(" "), tokens.slice(from)];
}

function plain(title: string): string {
  return title.replaceAll(/[.\s]/g, "");
}

function piecesOf(titles: string): string[] {
  return titles
    .split(",")
    .map(oneSpace)
    .filter((piece) => piece !== "");
}

function oneSpace(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
