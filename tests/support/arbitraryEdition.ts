import { type GeneratorValue, boolean, constantFrom, integer, shuffledSubarray } from "fast-check";
import type { Award, Category, Edition, Region } from "../../electron/domain/edition.ts";
import type { EditionResult } from "../../electron/domain/result.ts";
import { drawRound, namePanelists } from "./arbitraryRound.ts";

/** How far a drawn edition strays from small and full of ties. */
export interface Variety {
  entries: number;
  panelists: number;
  indicators: number;
  /** How many values a scale offers at most; few make many ties. */
  steps: number;
  /** Whether numbers of many digits, and scales without a step, may occur. */
  longNumbers: boolean;
}

export const manyTies: Variety = { entries: 8, panelists: 4, indicators: 2, steps: 2, longNumbers: false };
export const variedScores: Variety = {
  entries: 9,
  panelists: 6,
  indicators: 4,
  steps: 30,
  longNumbers: true,
};

/**
 * Draws an edition that keeps the rules of the edition file, but that values and sheets may be missing and that
 * entries which did not advance keep their sheets. `rank` tells where a decision can matter.
 */
export function drawEdition(
  draw: GeneratorValue,
  variety: Variety,
  rank: (edition: Edition) => EditionResult,
): Edition {
  const count = draw(integer, { min: 1, max: variety.entries });
  const codes = Array.from({ length: count }, (_, index) => `35.${index + 10}`);
  const categories = ["K1", "K2"]
    .slice(0, draw(integer, { min: 1, max: 2 }))
    .map((id) => drawCategory(draw, id, codes, variety));
  const edition: Edition = {
    sample: true,
    year: 2021,
    title: "Edisi uji",
    theme: null,
    organiser: null,
    venue: null,
    ceremonyDate: null,
    signatory: null,
    regions: codes.map((code) => drawRegion(draw, code)),
    panelists: namePanelists(variety.panelists).map((id) => ({ id, name: id, institution: null })),
    categories,
    awards: ["A1", "A2", "A3"]
      .slice(0, draw(integer, { min: 0, max: 3 }))
      .map((id) => drawAward(draw, id, categories)),
  };
  return drawDecisions(draw, edition, rank);
}

function drawRegion(draw: GeneratorValue, code: string): Region {
  return {
    code,
    type: draw(constantFrom<Region["type"][]>, "kabupaten", "kota"),
    name: draw(constantFrom<string[]>, "Kediri", "Magetan"),
    head: draw(boolean) ? { title: "Bupati", name: "Nama Kepala" } : null,
    agency: draw(boolean) ? { name: "BKPSDM", head: null } : null,
  };
}

function drawCategory(draw: GeneratorValue, id: string, codes: string[], variety: Variety): Category {
  const entries = draw(shuffledSubarray<string>, codes, { minLength: Math.ceil(codes.length / 2) });
  const count = draw(integer, { min: 1, max: 3 });
  const rounds = Array.from({ length: count }, (_, index) =>
    drawRound(draw, entries, variety, { isFirst: index === 0, isLast: index === count - 1, id: `R${index}` }),
  );
  return { id, name: `Kategori ${id}`, entries, rounds };
}

function drawAward(draw: GeneratorValue, id: string, categories: Category[]): Award {
  return {
    id,
    category: draw(constantFrom<string[]>, ...categories.map((category) => category.id)),
    places: draw(integer, { min: 1, max: 4 }),
    name: "Lencana",
    recipient: draw(constantFrom<Award["recipient"][]>, "head", "agency", "region"),
  };
}

/** Records decisions on some groups that share a rank, so that later rounds are reached. */
function drawDecisions(
  draw: GeneratorValue,
  edition: Edition,
  rank: (edition: Edition) => EditionResult,
): Edition {
  let decided = edition;
  for (let pass = draw(integer, { min: 0, max: 3 }); pass > 0; pass -= 1) {
    const ranked = rank(decided);
    decided = {
      ...decided,
      categories: decided.categories.map((category, categoryIndex) => ({
        ...category,
        rounds: category.rounds.map((round, roundIndex) => {
          const result = ranked.categories[categoryIndex]?.rounds[roundIndex];
          const tied = Map.groupBy(result?.results ?? [], ({ rank: place }) => place);
          const decisions = Array.from(tied.entries()).flatMap(([place, sharing]) => {
            if (place === null || sharing.length < 2 || !draw(boolean)) return [];
            const entries = sharing.map(({ entry }) => entry);
            const order = draw(shuffledSubarray<string>, entries, { minLength: entries.length });
            return [{ entries, order, reason: "Rapat pleno" }];
          });
          return { ...round, decisions: [...round.decisions, ...decisions] };
        }),
      })),
    };
  }
  return decided;
}
