import { describe, expect, it } from "vitest";
import type { IndicatorRules, RoundRow, RoundRules } from "../../electron/contract/rounds.ts";
import {
  changeIndicator,
  changeKind,
  dropIndicator,
  freeKey,
  freshIndicator,
  lackingWeight,
  moved,
  tieBreakChoices,
  withKnownIds,
} from "../../renderer/features/rounds/rulesForm.ts";

function indicator(key: string, weight = "50", id?: number): IndicatorRules {
  return { id, key, name: key, weight, scale: { min: "0", max: "100", step: null }, direction: "higher" };
}

const panelRound: RoundRules = {
  name: "Paparan",
  kind: "panel",
  panel: [1, 2, 3],
  aggregate: "median",
  decimals: 2,
  carry: "0",
  quorum: 3,
  advance: null,
  tieBreak: ["indicator:A", "median", "panelistMajority", "decision"],
  indicators: [indicator("A", "60", 10), indicator("B", "35.5", 11)],
};

describe("an indicator", () => {
  it("takes its place in the tie-break chain along when its key changes", () => {
    const changed = changeIndicator(panelRound, 0, { key: "DAMPAK" });
    expect(changed.tieBreak).toEqual(["indicator:DAMPAK", "median", "panelistMajority", "decision"]);
  });

  it("leaves the chain when it is taken out", () => {
    const changed = dropIndicator(panelRound, 0);
    expect(changed.indicators.map(({ key }) => key)).toEqual(["B"]);
    expect(changed.tieBreak).toEqual(["median", "panelistMajority", "decision"]);
  });

  it("that is new takes the weight still lacking and a free key", () => {
    expect(freshIndicator(panelRound)).toMatchObject({ key: "I3", name: "Indikator 3", weight: "4.5" });
    expect(freeKey("JP", ["JP", "JP-2"])).toBe("JP-3");
  });

  it("that is new weighs nothing where the weights are full or over", () => {
    expect(lackingWeight([indicator("A", "100")])).toBe("0");
    expect(lackingWeight([indicator("A", "100.01")])).toBe("0");
  });

  it("gets the id of an earlier save, but never one that is in use", () => {
    const saved = { indicators: [indicator("A", "60", 10), indicator("C", "1", 12)] } as RoundRow;
    const typed = { ...panelRound, indicators: [indicator("A", "60", 10), indicator("C"), indicator("D")] };
    expect(withKnownIds(typed, saved).indicators.map(({ id }) => id)).toEqual([10, 12, undefined]);
    const twice = { ...panelRound, indicators: [indicator("A", "60", 12), indicator("C")] };
    expect(withKnownIds(twice, saved).indicators.map(({ id }) => id)).toEqual([12, undefined]);
  });
});

describe("the kind of a round", () => {
  it("turned to desk loses everything that needs a panel", () => {
    expect(changeKind(panelRound, "desk", [1, 2, 3])).toMatchObject({
      kind: "desk",
      panel: [],
      quorum: 0,
      aggregate: "mean",
      tieBreak: ["indicator:A", "decision"],
    });
  });

  it("turned to panel seats every panelist", () => {
    const desk = changeKind(panelRound, "desk", []);
    expect(changeKind(desk, "panel", [4, 5])).toMatchObject({ kind: "panel", panel: [4, 5], quorum: 2 });
  });

  it("decides what can break a tie", () => {
    expect(tieBreakChoices(panelRound, false)).toEqual([
      "indicator:A",
      "indicator:B",
      "previousRound",
      "exactTotal",
      "median",
      "panelistMajority",
      "decision",
    ]);
    expect(tieBreakChoices(changeKind(panelRound, "desk", []), true)).toEqual([
      "indicator:A",
      "indicator:B",
      "exactTotal",
      "decision",
    ]);
  });
});

describe("moving in a list", () => {
  it("goes one place up or down", () => {
    expect(moved(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], 1, 1)).toEqual(["a", "c", "b"]);
  });

  it("stays within the list", () => {
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
    expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
  });
});
