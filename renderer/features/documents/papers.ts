import { z } from "zod";
import { documentKind, paper as paperRow } from "../../../electron/contract/documents.ts";
import type { PaperRow } from "../../../electron/contract/documents.ts";

export type PaperState = PaperRow["state"];
export type PaperKind = PaperRow["kind"];

const everything = z.literal("all");

export const stateWords: Record<PaperState, string> = {
  blocked: "Belum bisa",
  draft: "Rancangan",
  ready: "Siap",
  printed: "Tercetak",
  revoked: "Dicabut",
};

/** Which papers the list shows. */
export const paperFilter = z.object({
  search: z.string(),
  state: paperRow.shape.state.or(everything),
  kind: documentKind.or(everything),
});
export type PaperFilter = z.infer<typeof paperFilter>;

/** The papers that match; every word that is searched for must occur in title, group or number. */
export function filterPapers(papers: readonly PaperRow[], filter: PaperFilter): PaperRow[] {
  const words = filter.search.toLocaleLowerCase("id").split(/\s+/).filter(Boolean);
  return papers.filter((paper) => {
    if (filter.state !== "all" && paper.state !== filter.state) return false;
    if (filter.kind !== "all" && paper.kind !== filter.kind) return false;
    const text = `${paper.title} ${paper.group} ${paper.number ?? ""}`.toLocaleLowerCase("id");
    return words.every((word) => text.includes(word));
  });
}

/** A line of the list: the heading of a group with all its papers' keys, or a paper. */
export type PaperLine =
  | { kind: "group"; name: string; heading: string; keys: string[] }
  | { kind: "paper"; paper: PaperRow };

/** The lines of the list, each group once, in the order in which it first occurs. */
export function paperLines(papers: readonly PaperRow[]): PaperLine[] {
  const groups = Map.groupBy(papers, (paper) => paper.group);
  // Papers of the whole edition stand under headings of one part.
  const names = [...groups.keys()].filter((name) => name.includes(" · "));
  return [...groups].flatMap(([name, members]): PaperLine[] => [
    { kind: "group", name, heading: shortHeading(name, names), keys: members.map((paper) => paper.key) },
    ...members.map((paper): PaperLine => ({ kind: "paper", paper })),
  ]);
}

/** The heading of a group without what all headings start with: "Paparan" for "Utama · Paparan" beside "Utama · Seleksi". */
export function shortHeading(heading: string, headings: readonly string[]): string {
  const [first = ""] = headings;
  const parting = first.indexOf(" · ");
  const common = first.slice(0, parting + " · ".length);
  return parting > 0 && heading.startsWith(common) && headings.every((each) => each.startsWith(common))
    ? heading.slice(common.length)
    : heading;
}

/** How many papers are in each state, and of each kind. */
export function countPapers(papers: readonly PaperRow[]): {
  states: Partial<Record<PaperState, number>>;
  kinds: Partial<Record<PaperKind, number>>;
} {
  const states: Partial<Record<PaperState, number>> = {};
  const kinds: Partial<Record<PaperKind, number>> = {};
  for (const { state, kind } of papers) {
    states[state] = (states[state] ?? 0) + 1;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return { states, kinds };
}

/** The one value that all papers share, or that they differ. */
export function sharedValue<Value>(
  papers: readonly PaperRow[],
  of: (paper: PaperRow) => Value,
): { value: Value } | "mixed" {
  const values = new Set(papers.map(of));
  const [only] = values;
  return values.size === 1 && only !== undefined ? { value: only } : "mixed";
}

/** What can be done with some papers at once, and how many are left out of it. */
export function actsOn(papers: readonly PaperRow[]): {
  makeable: PaperRow[];
  blocked: PaperRow[];
  drafts: PaperRow[];
  toMark: PaperRow[];
  marked: PaperRow[];
} {
  return {
    makeable: papers.filter((paper) => paper.state !== "blocked"),
    blocked: papers.filter((paper) => paper.state === "blocked"),
    drafts: papers.filter((paper) => paper.state === "draft"),
    toMark: papers.filter((paper) => paper.state === "ready"),
    marked: papers.filter((paper) => paper.state === "printed"),
  };
}
