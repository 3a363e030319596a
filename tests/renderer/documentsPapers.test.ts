import { describe, expect, it } from "vitest";
import type { PaperRow } from "../../electron/contract/documents.ts";
import {
  actsOn,
  countPapers,
  filterPapers,
  paperLines,
  sharedValue,
  shortHeading,
} from "../../renderer/features/documents/papers.ts";
import { placesFor } from "../../renderer/features/documents/where.ts";

function paper(key: string, more: Partial<PaperRow> = {}): PaperRow {
  return {
    key,
    kind: "charter",
    title: `Piagam ${key}`,
    group: "Lencana",
    state: "ready",
    why: "",
    number: null,
    date: null,
    paperSize: "A4",
    issuedAt: null,
    printedAt: null,
    ...more,
  };
}

const papers = [
  paper("1", { title: "Piagam 1 · Suprawoto, Bupati Magetan", number: "003/12/2021" }),
  paper("2", {
    title: "Piagam 2 · Eri Cahyadi, Wali Kota Surabaya",
    state: "blocked",
    why: "Nama belum ada",
  }),
  paper("3", { kind: "minutes", title: "Berita acara · Paparan", group: "Paparan", state: "draft" }),
  paper("4", { state: "printed" }),
];
const everything = { search: "", state: "all", kind: "all" } as const;

function found(filter: Partial<Parameters<typeof filterPapers>[1]>): string[] {
  return filterPapers(papers, { ...everything, ...filter }).map(({ key }) => key);
}

describe("finding papers", () => {
  it("asks for every word, in title, group or number, whatever the case", () => {
    expect(found({ search: "bupati MAGETAN" })).toEqual(["1"]);
    expect(found({ search: "003/12" })).toEqual(["1"]);
    expect(found({ search: "paparan berita" })).toEqual(["3"]);
    expect(found({ search: "bupati surabaya" })).toEqual([]);
  });

  it("by state and kind narrows further", () => {
    expect(found({ state: "blocked" })).toEqual(["2"]);
    expect(found({ kind: "minutes", state: "ready" })).toEqual([]);
  });

  it("counts what each choice would show", () => {
    const { states, kinds } = countPapers(papers);
    expect(states).toEqual({ ready: 1, blocked: 1, draft: 1, printed: 1 });
    expect(kinds).toEqual({ charter: 3, minutes: 1 });
  });
});

it("groups stand once, in the order in which they first occur, with all their papers", () => {
  const lines = paperLines(papers).map((line) =>
    line.kind === "group" ? `${line.name}: ${line.keys.join(" ")}` : line.paper.key,
  );
  expect(lines).toEqual(["Lencana: 1 2 4", "1", "2", "4", "Paparan: 3", "3"]);
});

it("a heading leaves out the category only where all share it", () => {
  expect(shortHeading("Utama · Paparan", ["Utama · Seleksi", "Utama · Paparan"])).toBe("Paparan");
  expect(shortHeading("Utama · Paparan", ["Utama · Paparan", "Digital · Paparan"])).toBe("Utama · Paparan");
  expect(shortHeading("Paparan", ["Paparan"])).toBe("Paparan");
});

it("headings of the whole edition keep none of the others long", () => {
  const groups = ["Utama · Seleksi", "Utama · Paparan", "Upacara"];
  const headings = paperLines(groups.map((group) => paper(group, { group }))).flatMap((line) =>
    line.kind === "group" ? [line.heading] : [],
  );
  expect(headings).toEqual(["Seleksi", "Paparan", "Upacara"]);
});

describe("papers at once", () => {
  it("share a value, or differ", () => {
    expect(sharedValue(papers, ({ paperSize }) => paperSize)).toEqual({ value: "A4" });
    expect(sharedValue(papers, ({ date }) => date)).toEqual({ value: null });
    expect(sharedValue(papers, ({ number }) => number)).toBe("mixed");
    expect(sharedValue([], ({ number }) => number)).toBe("mixed");
  });

  it("leave out blocked ones when made, and drafts and printed ones when marked", () => {
    const acts = actsOn(papers);
    expect(acts.makeable.map(({ key }) => key)).toEqual(["1", "3", "4"]);
    expect(acts.toMark.map(({ key }) => key)).toEqual(["1"]);
    expect(acts.marked.map(({ key }) => key)).toEqual(["4"]);
  });
});

describe("where a paper is mended", () => {
  const blocked = { kind: "charter", cause: "blocked" } as const;

  it("is the screen that the sentence names", () => {
    const places = placesFor("Nama Bupati Malang belum diisi. Lengkapi di Persiapan, Daerah.", blocked, 7);
    expect(places).toEqual([{ label: "Buka Daerah", route: "/e/7/persiapan/daerah" }]);
  });

  it("is not taken from the word a sentence happens to start with", () => {
    const places = placesFor("Edisi ini belum lengkap.", { kind: "minutes", cause: "blocked" }, 7);
    expect(places.map(({ label }) => label)).toEqual(["Buka Penilaian"]);
  });

  it("is where its names come from when a name cannot be printed", () => {
    const places = placesFor("Nama memuat huruf yang tidak ada.", { kind: "charter", cause: "failed" }, 7);
    expect(places.map(({ label }) => label)).toEqual(["Buka Daerah"]);
  });

  it("is never nowhere", () => {
    for (const kind of ["charter", "minutes", "recap", "scoreSheet", "blankSheet", "ruleBook"] as const)
      for (const cause of ["blocked", "failed"] as const)
        expect(placesFor("", { kind, cause }, 7)).toHaveLength(1);
  });
});
