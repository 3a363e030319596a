import { assert, constantFrom, gen, type GeneratorValue, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Round } from "../../electron/domain/edition.ts";
import {
  type CompiledRules,
  compileRules,
  putSheet,
  standingFromTally,
  standingsFromRows,
  standingsOf,
  startTally,
} from "../../electron/domain/standing.ts";
import { manyTies, variedScores } from "../support/arbitraryEdition.ts";
import { drawRound } from "../support/arbitraryRound.ts";

const entries = ["A", "B", "C"];

function drawAnyRound(draw: GeneratorValue): Round {
  const variety = draw(constantFrom<(typeof manyTies)[]>, manyTies, variedScores, variedScores);
  return drawRound(draw, entries, variety, { id: "R", isFirst: true, isLast: true });
}

function standingsBy(rules: CompiledRules) {
  return entries.map((entry) => {
    const tally = startTally(rules, entry);
    for (const sheet of rules.round.scores) putSheet(rules, tally, sheet);
    return standingFromTally(rules, tally);
  });
}

describe("a standing", () => {
  it("is the same in whole numbers as in rationals, with any number of digits", () => {
    assert(
      property(gen(), (draw) => {
        const rules = compileRules(drawAnyRound(draw));
        expect(standingsBy(rules)).toEqual(standingsBy({ ...rules, integers: null }));
      }),
      { numRuns: 500 },
    );
  });

  it("is the same in BigInt as in doubles, so that a large common denominator costs nothing but time", () => {
    assert(
      property(gen(), (draw) => {
        const rules = compileRules(drawAnyRound(draw));
        const integers = rules.integers && { ...rules.integers, sumBound: 2n ** 60n };
        expect(standingsBy(rules)).toEqual(standingsBy({ ...rules, integers }));
      }),
      { numRuns: 300 },
    );
  });

  it("is the same from rows, in whatever order they come", () => {
    assert(
      property(gen(), (draw) => {
        const round = drawAnyRound(draw);
        const rows = round.scores.flatMap(({ entry, panelist, values }) =>
          Object.entries(values).map(([indicator, value]) => [entry, panelist, indicator, value] as const),
        );
        const mixed = rows
          .map((row) => ({ row, place: draw(integer) }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ row }) => row);
        expect(standingsFromRows(compileRules(round), entries, mixed)).toEqual(standingsOf(round, entries));
      }),
      { numRuns: 200 },
    );
  });
});
