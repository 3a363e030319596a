import type { Json } from "./canonicalJson.ts";
import type { Category, Edition } from "./edition.ts";
import { addFact, factPath, type Facts } from "./facts.ts";

/** When the decision at a place of a round was taken; an edition file does not know. */
export type DecidedAt = (category: string, round: string, index: number) => string | null;

/** Everything of an edition but its scores, as facts. */
export function registerFacts(edition: Edition, decidedAt: DecidedAt = () => null): Facts {
  const facts: Facts = new Map();
  const { sample, year, title, theme, organiser, venue, ceremonyDate, signatory } = edition;
  addFact(facts, "edisi", { sample, year, title, theme, organiser, venue, ceremonyDate, signatory });
  edition.regions.forEach(({ code, type, name, head, agency }, position) => {
    addFact(facts, factPath("daerah", code), { type, name, position });
    if (head) addFact(facts, factPath("kepala", code), { ...head });
    if (agency) addFact(facts, factPath("perangkat", code), { ...agency });
  });
  edition.panelists.forEach(({ id, name, gelar, institution }, position) =>
    addFact(facts, factPath("panelis", id), { name, ...(gelar && { gelar }), institution, position }),
  );
  edition.categories.forEach((category, position) => putCategory(facts, category, position, decidedAt));
  edition.awards.forEach(({ id, ...award }, position) =>
    addFact(facts, factPath("penghargaan", id), { ...award, position }),
  );
  return facts;
}

/** The path of a score; the desk stands as "meja". */
export function scorePath(
  category: string,
  round: string,
  panelist: string | null,
  entry: string,
  indicator: string,
): string {
  return factPath("nilai", category, round, panelist === null ? "meja" : `p:${panelist}`, entry, indicator);
}

function putCategory(facts: Facts, category: Category, position: number, decidedAt: DecidedAt): void {
  addFact(facts, factPath("kategori", category.id), { name: category.name, position });
  category.entries.forEach((code, place) =>
    addFact(facts, factPath("peserta", category.id, code), { position: place }),
  );
  category.rounds.forEach((round, place) => {
    const at = [category.id, round.id];
    const { name, kind, panel, aggregate, decimals, carry, quorum, advance, tieBreak } = round;
    addFact(facts, factPath("babak", ...at), {
      name,
      kind,
      panel,
      aggregate,
      decimals,
      carry,
      quorum,
      advance,
      tieBreak,
      position: place,
    });
    round.indicators.forEach(({ id, ...indicator }, order) =>
      addFact(facts, factPath("indikator", ...at, id), { ...indicator, position: order }),
    );
    for (const { panelist, entry, reason } of round.recusals) {
      addFact(facts, factPath("berhalangan", ...at, panelist, entry), reason);
    }
    round.decisions.forEach(({ entries, order, reason }, index) => {
      const when = decidedAt(category.id, round.id, index);
      const value = { entries, order, reason, ...(when !== null && { decidedAt: when }) } satisfies Json;
      addFact(facts, factPath("keputusan", ...at, entries.toSorted().join("+")), value);
    });
  });
}
