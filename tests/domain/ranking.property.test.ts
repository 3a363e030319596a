import { assert, gen, type GeneratorValue, property, shuffledSubarray } from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edition, Indicator, Round } from "../../electron/domain/edition.ts";
import { add, parseDecimal, type Rational, roundHalfAway } from "../../electron/domain/exact.ts";
import { rankEdition } from "../../electron/domain/ranking.ts";
import type { EditionResult } from "../../electron/domain/result.ts";
import { drawEdition, manyTies, type Variety, variedScores } from "../support/arbitraryEdition.ts";
import { rankIndependently } from "../../electron/verifier/ranking.ts";

describe("the ranking against the independent one", () => {
  it.each<[string, Variety, number]>([
    ["small editions full of ties", manyTies, 1000],
    ["wider editions with long numbers", variedScores, 150],
  ])("agrees on %s", (_, variety, numRuns) => {
    assert(
      property(gen(), (draw) => {
        const edition = drawEdition(draw, variety, rankEdition);
        expect(rankEdition(edition), JSON.stringify(edition)).toEqual(rankIndependently(edition));
      }),
      { numRuns },
    );
  });
});

describe("the ranking", () => {
  it("does not depend on the order of entries, sheets, panel or indicators", () => {
    assert(
      property(gen(), (draw) => {
        const edition = drawEdition(draw, manyTies, rankEdition);
        const shuffled = mapRounds(edition, (round) => ({
          ...round,
          panel: shuffle(draw, round.panel),
          indicators: shuffle(draw, round.indicators),
          scores: shuffle(draw, round.scores),
        }));
        const categories = shuffled.categories.map((category) => ({
          ...category,
          entries: shuffle(draw, category.entries),
        }));
        expect(unordered(rankEdition({ ...shuffled, categories }))).toEqual(unordered(rankEdition(edition)));
      }),
      { numRuns: 200 },
    );
  });

  it("does not change when a scale and all its values are moved by the same amount", () => {
    const distance = parseDecimal("-1234.5");
    assert(
      property(gen(), (draw) => {
        const edition = drawEdition(draw, variedScores, rankEdition);
        const moved = mapRounds(edition, (round) => moveScales(round, distance));
        expect(rankEdition(moved)).toEqual(rankEdition(edition));
      }),
      { numRuns: 100 },
    );
  });

  it("gives every rank that the number of better entries says, and a lower total never a better one", () => {
    assert(
      property(gen(), (draw) => {
        const { categories } = rankEdition(drawEdition(draw, manyTies, rankEdition));
        for (const { results } of categories.flatMap(({ rounds }) => rounds)) {
          const ranked = results.filter(({ rank }) => rank !== null);
          for (const [index, { rank, total }] of ranked.entries()) {
            expect(ranked.filter((other) => Number(other.rank) < Number(rank)).length + 1).toBe(rank);
            expect(Number(total)).toBeLessThanOrEqual(Number(ranked[index - 1]?.total ?? total));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

function shuffle<Item>(draw: GeneratorValue, items: Item[]): Item[] {
  return draw(shuffledSubarray<Item>, items, { minLength: items.length });
}

function mapRounds(edition: Edition, change: (round: Round) => Round): Edition {
  const categories = edition.categories.map((category) => ({
    ...category,
    rounds: category.rounds.map(change),
  }));
  return { ...edition, categories };
}

/** The result without what the order of entries may change: who of those sharing a rank is listed first. */
function unordered({ categories, awards }: EditionResult) {
  return {
    rounds: categories.flatMap(({ id, rounds }) =>
      rounds.map((round) => ({
        key: `${id} ${round.id} ${round.complete}`,
        results: new Set(round.results.map((result) => JSON.stringify(result))),
        undecided: round.undecided.map((group) => new Set(group)),
      })),
    ),
    awards: awards.map(({ recipients }) => new Set(recipients.map((recipient) => JSON.stringify(recipient)))),
  };
}

function moveScales(round: Round, distance: Rational): Round {
  // Thirty decimals hold every number drawn; a scale's text need not be canonical.
  const move = (text: string) => roundHalfAway(add(parseDecimal(text), distance), 30);
  const moveScale = ({ scale, ...rest }: Indicator) => ({
    ...rest,
    scale: { ...scale, min: move(scale.min), max: move(scale.max) },
  });
  return {
    ...round,
    indicators: round.indicators.map(moveScale),
    scores: round.scores.map((sheet) => ({
      ...sheet,
      values: Object.fromEntries(Object.entries(sheet.values).map(([id, value]) => [id, move(value)])),
    })),
  };
}
