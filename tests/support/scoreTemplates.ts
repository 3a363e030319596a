import type { Edition } from "../../electron/domain/edition.ts";
import { entriesOf, rankCategory } from "../../electron/domain/ranking.ts";
import type { ScoreTemplate } from "../../electron/interchange/scoreTemplateForm.ts";

const now = new Date("2021-10-01T00:00:00Z");

/** A template of two panelists, two indicators and three entries among them the twins of Kediri; P2 does not score Kota Kediri. */
export function panelTemplate(): ScoreTemplate {
  return {
    identity: { edition: "2021", category: "utama", round: "paparan" },
    editionTitle: "Edisi uji",
    categoryName: "Utama",
    entries: ["35.06", "35.71", "35.20"],
    regions: [
      { code: "35.06", type: "kabupaten", name: "Kediri", head: null, agency: null },
      { code: "35.71", type: "kota", name: "Kediri", head: null, agency: null },
      { code: "35.20", type: "kabupaten", name: "Magetan", head: null, agency: null },
      { code: "35.04", type: "kabupaten", name: "Tulungagung", head: null, agency: null },
    ],
    panelists: [
      { id: "P1", name: "Ani", institution: null },
      { id: "P2", name: "Budi", institution: "Universitas Airlangga" },
    ],
    round: {
      id: "paparan",
      name: "Paparan",
      kind: "panel",
      panel: ["P1", "P2"],
      recusals: [{ panelist: "P2", entry: "35.71", reason: "Berasal dari daerah itu" }],
      aggregate: "mean",
      decimals: 2,
      carry: "0",
      quorum: 1,
      advance: null,
      tieBreak: [],
      decisions: [],
      indicators: [
        {
          id: "PAPARAN",
          name: "Paparan",
          weight: "60",
          scale: { min: "0", max: "100", step: null },
          direction: "higher",
        },
        {
          id: "KELUHAN",
          name: "Sisa keluhan",
          weight: "40",
          scale: { min: "0", max: "10", step: "0.5" },
          direction: "lower",
        },
      ],
      scores: [
        { entry: "35.06", panelist: "P1", values: { PAPARAN: "87.5", KELUHAN: "2.5" } },
        { entry: "35.71", panelist: "P1", values: { PAPARAN: "90" } },
        { entry: "35.20", panelist: "P2", values: { PAPARAN: "71.25", KELUHAN: "0" } },
      ],
    },
    sample: false,
    now,
  };
}

/** The template of a round of an edition, as it stands when its turn has come. */
export function sampleTemplate(edition: Edition, roundId: string): ScoreTemplate {
  const category = edition.categories[0]!;
  const index = category.rounds.findIndex(({ id }) => id === roundId);
  const earlier = rankCategory(category, [])[index - 1] ?? null;
  return {
    identity: { edition: edition.title, category: category.id, round: roundId },
    editionTitle: edition.title,
    categoryName: category.name,
    round: category.rounds[index]!,
    entries: entriesOf(category, earlier),
    regions: edition.regions,
    panelists: edition.panelists,
    sample: edition.sample,
    now,
  };
}
