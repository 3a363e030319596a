import type { Edition, Round } from "../domain/edition.ts";
import type { Json } from "./canonical.ts";
import { type Facts, findFact, listFacts } from "./facts.ts";

/** The edition as the facts have it: what is ranked again. */
export function editionFrom(facts: Facts): Edition {
  const about = findFact(facts, "edisi");
  if (!about) throw new Error("buku catatannya tidak memuat edisi");
  return {
    ...about,
    regions: listFacts(facts, "daerah").map(({ keys: [code = ""], fact }) => ({
      code,
      ...fact,
      head: findFact(facts, "kepala", code),
      agency: findFact(facts, "perangkat", code),
    })),
    panelists: listFacts(facts, "panelis").map(({ keys: [id = ""], fact }) => ({ id, ...fact })),
    categories: listFacts(facts, "kategori").map(({ keys: [id = ""], fact }) => ({
      id,
      ...fact,
      entries: listFacts(facts, "peserta", id).map(({ keys: [code = ""] }) => code),
      rounds: rulesOfRounds(facts, id).map((rules) => ({ ...rules, ...givenIn(facts, id, rules.id) })),
    })),
    awards: awardsFrom(facts),
  };
}

/** What the facts say of that which a rule book fixes, laid out as a rule book is. */
export function rulesFrom(facts: Facts): { [part: string]: Json } {
  return {
    policy: findFact(facts, "kebijakan"),
    categories: listFacts(facts, "kategori").map(({ keys: [id = ""], fact }) => ({
      id,
      ...fact,
      rounds: rulesOfRounds(facts, id).map((rules) => ({
        ...rules,
        indicators: rules.indicators.map((indicator) => ({ ...indicator, scale: { ...indicator.scale } })),
        keying: findFact(facts, "pengetikan", id, rules.id) ?? "single",
      })),
    })),
    awards: awardsFrom(facts),
  };
}

function awardsFrom(facts: Facts) {
  return listFacts(facts, "penghargaan").map(({ keys: [id = ""], fact }) => ({ id, ...fact }));
}

function rulesOfRounds(facts: Facts, category: string) {
  return listFacts(facts, "babak", category).map(({ keys: [id = ""], fact }) => ({
    id,
    ...fact,
    indicators: listFacts(facts, "indikator", category, id).map(({ keys: [key = ""], fact: indicator }) => ({
      id: key,
      ...indicator,
    })),
  }));
}

/** What the panel did in a round: scores, recusals, decisions. */
function givenIn(
  facts: Facts,
  category: string,
  round: string,
): Pick<Round, "scores" | "recusals" | "decisions"> {
  const sheets = new Map<string, Round["scores"][number]>();
  for (const { keys, fact: value } of listFacts(facts, "nilai", category, round)) {
    // A panelist stands as "p:P1", the desk as "meja".
    const [by = "", entry = "", indicator = ""] = keys;
    const key = JSON.stringify([by, entry]);
    const sheet = sheets.get(key) ?? { entry, panelist: by === "meja" ? null : by.slice(2), values: {} };
    sheet.values[indicator] = value;
    sheets.set(key, sheet);
  }
  return {
    scores: [...sheets.values()],
    recusals: listFacts(facts, "berhalangan", category, round).map(
      ({ keys: [panelist = "", entry = ""], fact: reason }) => ({ panelist, entry, reason }),
    ),
    decisions: listFacts(facts, "keputusan", category, round).map(({ fact }) => fact),
  };
}
