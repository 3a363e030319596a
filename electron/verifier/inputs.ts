import { canonical } from "./canonical.ts";
import { type Facts, findFact, listFacts, pathOf } from "./facts.ts";
import type { Sha256 } from "./sha256.ts";

/** The hash of what a result was reckoned from: scores, recusals, decisions, and the names of panel and entries. */
export function inputsFrom(facts: Facts, category: string, round: string, sha256: Sha256): string {
  const starts = ["nilai", "berhalangan", "keputusan"].map((kind) => `${pathOf(kind, category, round)}/`);
  const lines: string[] = [];
  for (const [path, text] of facts) {
    if (starts.some((start) => path.startsWith(start))) lines.push(`${path}=${text}`);
  }
  for (const { keys } of listFacts(facts, "peserta", category)) {
    const region = findFact(facts, "daerah", ...keys);
    if (region) {
      const { type, name } = region;
      lines.push(`${pathOf("daerah", ...keys)}=${canonical({ type, name })}`);
    }
  }
  for (const id of findFact(facts, "babak", category, round)?.panel ?? []) {
    const panelist = findFact(facts, "panelis", id);
    if (panelist) lines.push(`${pathOf("panelis", id)}=${canonical(panelist.name)}`);
  }
  return sha256(lines.toSorted().join("\n"));
}
