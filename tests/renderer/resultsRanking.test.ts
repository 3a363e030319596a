import { describe, expect, it } from "vitest";
import { rankingItems, rowState, tieBreakWords } from "../../renderer/features/results/ranking.ts";
import type { ResultRow } from "../../renderer/features/results/ranking.ts";

function row(entryId: number, label: string, more: Partial<ResultRow> = {}): ResultRow {
  return {
    entryId,
    code: `35.0${entryId}`,
    label,
    rank: entryId,
    total: "90.00",
    exact: "90/1",
    tieBreak: null,
    advances: false,
    contributions: [],
    carried: null,
    missing: "",
    ...more,
  };
}

const rows = [
  row(1, "Kabupaten Kediri"),
  row(2, "Kota Kediri"),
  row(3, "Kabupaten Magetan"),
  row(4, "Kota Surabaya"),
];
const cut = { after: 2, label: "Batas Top 2" };

function lines(search: string, at: typeof cut | null = cut): string[] {
  return rankingItems({ rows, cut: at }, search).map((item) =>
    item.kind === "cut" ? "—" : item.row.label.replace("Kabupaten", "Kab."),
  );
}

describe("the lines of a ranking", () => {
  it("draw the cut after the last entry above it", () => {
    expect(lines("")).toEqual(["Kab. Kediri", "Kota Kediri", "—", "Kab. Magetan", "Kota Surabaya"]);
  });

  it("have no cut where the round has none", () => {
    expect(lines("", null)).toHaveLength(4);
  });

  it("have no cut either while too few entries are ranked to reach it", () => {
    const open = rows.map((each) => (each.entryId < 2 ? each : { ...each, rank: null, total: null }));
    expect(rankingItems({ rows: open, cut }, "").some(({ kind }) => kind === "cut")).toBe(false);
  });

  it("keep a found entry on its side of the cut", () => {
    expect(lines("surabaya")).toEqual(["—", "Kota Surabaya"]);
    expect(lines("kota kediri")).toEqual(["Kota Kediri", "—"]);
  });

  it("find both twins by their bare name, and one by its code", () => {
    expect(lines("KEDIRI")).toEqual(["Kab. Kediri", "Kota Kediri", "—"]);
    expect(lines("35.03")).toEqual(["—", "Kab. Magetan"]);
  });

  it("are none, not even the cut, where nothing is found", () => {
    expect(lines("banyuwangi")).toEqual([]);
  });

  it("keep each entry's place in the whole ranking while searching", () => {
    const found = rankingItems({ rows, cut: null }, "surabaya")[0];
    expect(found).toMatchObject({ kind: "row", position: 3 });
  });

  it("are none for a round without entries, cut or not", () => {
    expect(rankingItems({ rows: [], cut }, "")).toEqual([]);
  });
});

describe("the state beside a total", () => {
  it("says first what is missing, then an open tie, then who advances", () => {
    const missing = row(1, "Kota Blitar", { missing: "Nilai belum ada: 3 dari P2", advances: true });
    expect(rowState(missing, [[1, 2]], new Set([1]))).toEqual({
      kind: "missing",
      words: "Nilai belum ada: 3 dari P2",
    });
    expect(rowState(row(1, "Kota Blitar", { advances: true }), [[1, 2]], new Set())).toEqual({
      kind: "undecided",
    });
    expect(rowState(row(1, "Kota Blitar", { advances: true }), [], new Set([1]))).toEqual({
      kind: "advances",
    });
    expect(rowState(row(1, "Kota Blitar"), [], new Set([1]))).toEqual({ kind: "recipient" });
    expect(rowState(row(1, "Kota Blitar"), [], new Set([2]))).toEqual({ kind: "plain" });
  });
});

describe("what broke a tie", () => {
  it("is named by the indicator's name, not its key", () => {
    expect(tieBreakWords("indicator:PAPARAN", [{ key: "PAPARAN", name: "Paparan" }])).toBe(
      "indikator Paparan",
    );
  });

  it("is said in words for every key of the chain, and not at all where nothing had to", () => {
    const keys = ["previousRound", "exactTotal", "median", "panelistMajority", "decision"];
    for (const key of keys) expect(tieBreakWords(key, [])).not.toBe(key);
    expect(tieBreakWords(null, [])).toBeNull();
  });
});
