import { assert, gen, property } from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "../../electron/domain/canonicalJson.ts";
import type { Edition } from "../../electron/domain/edition.ts";
import { registerFacts } from "../../electron/domain/editionFacts.ts";
import { scoreFacts } from "../support/scoreFacts.ts";
import { rankEdition } from "../../electron/domain/ranking.ts";
import { editionFrom } from "../../electron/verifier/edition.ts";
import { rankIndependently } from "../../electron/verifier/ranking.ts";
import { drawEdition, variedScores } from "../support/arbitraryEdition.ts";
import { sampleEdition, smallEdition } from "./sealedLedger.ts";

/** The facts of an edition as the verifier keeps them, in any order. */
function factsOf(edition: Edition): Map<string, string> {
  const facts = [
    ...registerFacts(edition),
    ...edition.categories.flatMap(({ id, rounds }) => rounds.flatMap((round) => [...scoreFacts(id, round)])),
  ];
  return new Map(facts.toReversed().map(([path, value]) => [path, canonicalJson(value)]));
}

test("an edition is told from its facts as it was", () => {
  const edition = smallEdition();
  const told = editionFrom(factsOf(edition));
  const sorted = (one: Edition) => ({
    ...one,
    categories: one.categories.map((category) => ({
      ...category,
      rounds: category.rounds.map((round) => ({
        ...round,
        scores: round.scores.map((sheet) => canonicalJson({ ...sheet })).toSorted(),
      })),
    })),
  });
  expect(sorted(told)).toEqual(sorted(edition));
});

test("the sample told from its facts ranks as the sample", () => {
  const edition = sampleEdition();
  expect(rankIndependently(editionFrom(factsOf(edition)))).toEqual(rankEdition(edition));
});

test("any edition told from its facts ranks as it does itself, by either engine", () => {
  assert(
    property(gen(), (draw) => {
      const edition = drawEdition(draw, variedScores, rankIndependently);
      const told = rankIndependently(editionFrom(factsOf(edition)));
      expect(told).toEqual(rankIndependently(edition));
      expect(told).toEqual(rankEdition(edition));
    }),
    { numRuns: 60 },
  );
});
