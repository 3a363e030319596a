import type {
  Award,
  Category,
  Decision,
  Edition,
  Indicator,
  Panelist,
  Region,
  Round,
} from "../domain/edition.ts";

/** What is so, by path: "nilai/utama/paparan/p:P1/35.20/KEBIJAKAN" → its value as canonical JSON. */
export type Facts = Map<string, string>;

/** What the facts of each kind say; the kind is the first part of a path, keys make up the rest. */
interface FactOf {
  edisi: Omit<Edition, "office" | "regions" | "panelists" | "categories" | "awards">;
  daerah: Pick<Region, "type" | "name">;
  kepala: NonNullable<Region["head"]>;
  perangkat: NonNullable<Region["agency"]>;
  panelis: Omit<Panelist, "id">;
  kategori: Pick<Category, "name">;
  peserta: object;
  babak: Omit<Round, "id" | "recusals" | "decisions" | "indicators" | "event" | "scores">;
  indikator: Omit<Indicator, "id">;
  berhalangan: string;
  keputusan: Decision;
  nilai: string;
  penghargaan: Omit<Award, "id">;
  /** How a round is typed: "confirm", "double"; without this fact "single". */
  pengetikan: string;
  /** N of M: so many of these accounts must sign. */
  kebijakan: { signatures: number; signers: number[]; panelistNames: string };
  tatanilai: { hash: string | null };
  segel: { hash: string; sealedAt: string };
  koreksi: { state: string; version: number | null };
  tandatangan: { name: string; role: string; signedAt: string };
}

/** A path from its parts, as the ledger writes it. */
export function pathOf(...parts: (string | number)[]): string {
  return parts.map((part) => String(part).replace(/%/g, "%25").replace(/\//g, "%2F")).join("/");
}

/** The parts of a path. */
export function partsOf(path: string): string[] {
  return path.split("/").map((part) => part.replace(/%2F/g, "/").replace(/%25/g, "%"));
}

/** The fact of a path; null where there is none. */
export function findFact<Kind extends keyof FactOf>(
  facts: Facts,
  kind: Kind,
  ...keys: (string | number)[]
): FactOf[Kind] | null {
  const fact: FactOf[Kind] | null = JSON.parse(facts.get(pathOf(kind, ...keys)) ?? "null");
  return fact;
}

/** Facts whose path begins so: the keys that follow and what they say, in the order of their `position`. */
export function listFacts<Kind extends keyof FactOf>(
  facts: Facts,
  kind: Kind,
  ...keys: string[]
): { keys: string[]; fact: FactOf[Kind] }[] {
  const start = `${pathOf(kind, ...keys)}/`;
  const below: { keys: string[]; fact: FactOf[Kind]; position: number }[] = [];
  for (const [path, text] of facts) {
    if (!path.startsWith(start)) continue;
    const fact: FactOf[Kind] & { position?: number } = JSON.parse(text);
    below.push({ keys: partsOf(path.slice(start.length)), fact, position: fact.position ?? 0 });
    delete fact.position;
  }
  return below.toSorted((a, b) => a.position - b.position);
}
