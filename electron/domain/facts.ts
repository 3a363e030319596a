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

/**
 * Applies acts in order. The first act whose old value is not what the acts before it left is a fault: the ledger
 * contradicts itself.
 */
export function replayFacts(acts: Iterable<Act & { seq: number }>): {
  facts: Facts;
  fault: ReplayFault | null;
} {
  const facts: Facts = new Map();
  for (const act of acts) {
    if (!isFactAct(act)) continue;
    const found = facts.get(act.subject) ?? null;
    if (!sameFact(found, act.old)) {
      return { facts, fault: { seq: act.seq, subject: act.subject, expected: act.old, found } };
    }
    if (act.new === null) facts.delete(act.subject);
    else facts.set(act.subject, act.new);
  }
  return { facts, fault: null };
}

/** Whether two values are the same fact, however their keys are ordered. */
export function sameFact(a: Json, b: Json): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}
