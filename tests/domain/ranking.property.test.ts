import { assert, gen, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { rankEdition } from "../../electron/domain/ranking.ts";
import { drawEdition, manyTies, type Variety, variedScores } from "../support/arbitraryEdition.ts";
import { naiveRankEdition } from "../support/naiveRanking.ts";

describe("the ranking against the naive one", () => {
  it.each<[string, Variety, number]>([
    ["small editions full of ties", manyTies, 1000],
    ["wider editions with long numbers", variedScores, 150],
  ])("agrees on %s", (_, variety, numRuns) => {
    assert(
      property(gen(), (draw) => {
        const edition = drawEdition(draw, variety, rankEdition);
        expect(rankEdition(edition), JSON.stringify(edition)).toEqual(naiveRankEdition(edition));
      }),
      { numRuns },
    );
  });
});
