import type { Json } from "./canonicalJson.ts";
import type { Category, Edition, Round } from "./edition.ts";
import { factPath, type Facts } from "./facts.ts";

/** Everything of an edition but its scores, as facts. */
export function registerFacts(edition: Edition): Facts {
  const facts: Facts = new Map();
  const { sample, year, title, theme, organiser, venue, ceremonyDate, signatory } = edition;
  facts.set("edisi", { sample, year, title, theme, organiser, venue, ceremonyDate, signatory });
  edition.regions.forEach(({ code, type, name, head, agency }, position) => {
    facts.set(factPath("daerah", code), { type, name, position });
    if (head) facts.set(factPath("kepala", code), { ...head });
    if (agency) facts.set(factPath("perangkat", code), { ...agency });
  });
  edition.panelists.forEach(({ id, name, institution }, position) =>
    facts.set(factPath("panelis", id), { name, institution, position }),
  );
  edition.categories.forEach((category, position) => putCategory(facts, category, position));
  edition.awards.forEach(({ id, ...award }, position) =>
    facts.set(factPath("penghargaan", id), { ...award, position }),
  );
  return facts;
}

/** The scores of a round as facts. */
export function scoreFacts(categoryId: string, round: Round): Facts {
  const facts: Facts = new Map();
  for (const { entry, panelist, values } of round.scores) {
    for (const [indicator, value] of Object.entries(values)) {
      facts.set(scorePath(categoryId, round.id, panelist, entry, indicator), value);
    }
  }
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

function putCategory(facts: Facts, category: Category, position: number): void {
  facts.set(factPath("kategori", category.id), { name: category.name, position });
  category.entries.forEach((code, place) =>
    facts.set(factPath("peserta", category.id, code), { position: place }),
  );
  category.rounds.forEach((round, place) => {
    const at = [category.id, round.id];
    const { name, kind, panel, aggregate, decimals, carry, quorum, advance, tieBreak } = round;
    facts.set(factPath("babak", ...at), {
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
      facts.set(factPath("indikator", ...at, id), { ...indicator, position: order }),
    );
    for (const { panelist, entry, reason } of round.recusals) {
      facts.set(factPath("berhalangan", ...at, panelist, entry), reason);
    }
    round.decisions.forEach(({ entries, order, reason }) =>
      facts.set(factPath("keputusan", ...at, entries.toSorted().join("+")), {
        entries,
        order,
        reason,
      } satisfies Json),
    );
  });
}
