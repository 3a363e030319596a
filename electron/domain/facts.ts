import { canonicalJson, type Json } from "./canonicalJson.ts";
import type { Act } from "./ledger.ts";

/** What is so, by path: "nilai/utama/paparan/P1/35.20/KEBIJAKAN" → "87". */
export type Facts = Map<string, Json>;

/** A fact that differs between two states; null is "not there". */
export interface FactChange {
  subject: string;
  old: Json;
  new: Json;
}

/** A path from its parts; a slash inside a part cannot make one path look like another. */
export function factPath(...parts: (string | number)[]): string {
  return parts.map((part) => String(part).replaceAll("%", "%25").replaceAll("/", "%2F")).join("/");
}

export function factParts(path: string): string[] {
  return path.split("/").map((part) => part.replaceAll("%2F", "/").replaceAll("%25", "%"));
}

/**
 * Puts down what is so. What stands a second time in one place gets a path of its own: neither hides the other, and the
 * ledger, which has no such path, shows it.
 */
export function addFact(facts: Facts, path: string, value: Json): void {
  let own = path;
  for (let time = 2; facts.has(own); time++) own = `${path}${again}${time}`;
  facts.set(own, value);
}

/** No path has it otherwise: factPath writes a percent sign only before 25 and 2F. */
const again = "%=";

/** A path as it would be alone, and which occurrence it is of what stands there. */
export function splitDoubled(path: string): { first: string; time: number } {
  const [first = "", time] = path.split(again);
  return { first, time: time === undefined ? 1 : Number(time) };
}

/** The first path that only a second occurrence has; null where everything stands once. */
export function findDoubled(facts: Iterable<readonly [string, Json]>): string | null {
  for (const [path] of facts) if (splitDoubled(path).time > 1) return path;
  return null;
}

/** What changed from one state to another, in the order of the second, what went last. */
export function diffFacts(before: Facts, after: Facts): FactChange[] {
  const changes: FactChange[] = [];
  for (const [subject, value] of after) {
    const old = before.get(subject) ?? null;
    if (!sameFact(old, value)) changes.push({ subject, old, new: value });
  }
  for (const [subject, value] of before) {
    if (!after.has(subject)) changes.push({ subject, old: value, new: null });
  }
  return changes;
}

/** An act that says "this is so from now on": what is replayed. Other acts (a failed PIN, a print) only stand there. */
export function isFactAct({ act }: Pick<Act, "act">): boolean {
  return act.startsWith("fakta.");
}

export type ReplayFault = { seq: number; subject: string; expected: Json; found: Json };

/** Whether two values are the same fact, however their keys are ordered. */
export function sameFact(a: Json, b: Json): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}
