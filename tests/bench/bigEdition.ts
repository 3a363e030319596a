import type { Edition, Round } from "../../electron/domain/edition.ts";
import { catalogue } from "../../electron/services/regions.ts";

export const size = { entries: 514, indicators: 100, panelists: 15 };

/** The largest edition thinkable: every region of the nation, 100 indicators, 15 panelists; always the same scores. */
export function bigEdition(resources: string, kind: "panel" | "desk"): Edition {
  const random = lehmer(20_211_012);
  const regions = catalogue(resources).slice(0, size.entries);
  const panelists = Array.from({ length: size.panelists }, (_, index) => ({
    id: `P${index + 1}`,
    name: `Panelis ${index + 1}`,
    institution: null,
  }));
  const indicators = Array.from({ length: size.indicators }, (_, index) => ({
    id: `I${index + 1}`,
    name: `Indikator ${index + 1}`,
    weight: "1",
    scale: { min: "0", max: "100", step: "0.1" },
    direction: "higher" as const,
  }));
  const scorers = kind === "desk" ? [null] : panelists.map(({ id }) => id);
  const round: Round = {
    id: "babak",
    name: "Babak besar",
    kind,
    panel: kind === "desk" ? [] : panelists.map(({ id }) => id),
    recusals: [],
    aggregate: "mean",
    decimals: 2,
    carry: "0",
    quorum: kind === "desk" ? 0 : 3,
    advance: null,
    tieBreak: ["indicator:I1", "exactTotal", "panelistMajority", "decision"],
    decisions: [],
    indicators,
    scores: regions.flatMap(({ code }) =>
      scorers.map((panelist) => ({
        entry: code,
        panelist,
        values: Object.fromEntries(indicators.map(({ id }) => [id, tenths(random())])),
      })),
    ),
  };
  return {
    sample: true,
    year: 2021,
    title: "Edisi besar",
    theme: null,
    organiser: null,
    venue: null,
    ceremonyDate: "2021-10-12",
    signatory: { name: "Khofifah Indar Parawansa", title: "Gubernur Jawa Timur", place: "Surabaya" },
    regions: regions.map(({ code, type, name }) => ({
      code,
      type,
      name,
      head: { title: type === "kota" ? "Wali Kota" : "Bupati", name: `Kepala Daerah ${name}` },
      agency: null,
    })),
    panelists,
    categories: [
      { id: "utama", name: "Kategori besar", entries: regions.map(({ code }) => code), rounds: [round] },
    ],
    awards: [
      {
        id: "piagam",
        category: "utama",
        places: size.entries,
        name: "Piagam Penghargaan",
        recipient: "head",
      },
    ],
  };
}

/** 0.0 … 100.0 in steps of 0.1, without a double in between. */
function tenths(random: number): string {
  const value = random % 1001;
  return value % 10 === 0 ? String(value / 10) : `${Math.floor(value / 10)}.${value % 10}`;
}

/** Park and Miller's generator: the same numbers in every run. */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647);
}
