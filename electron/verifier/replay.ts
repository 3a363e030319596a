import type { Entry } from "./bundle.ts";
import { canonical, type Json } from "./canonical.ts";
import type { Facts } from "./facts.ts";
import type { Sha256 } from "./sha256.ts";

/** One act of the ledger; an act called "fakta.…" says what a fact is from then on, null being "no longer there". */
export type Act = { seq: number; prev: string; act: string; subject: string; old: Json; new: Json };

/** How things stood right after an act. */
export type Moment = { act: Act; facts: Facts };

/**
 * Walks the chain from its first entry and lets the acts happen one after the other. Each entry must stand in its
 * place, hash to what it says, name the hash before it, be written canonically, and know what was so before it. Gives
 * how things stand in the end, and stood whenever something was signed: a rule book or a seal.
 */
export function replay(
  ledger: readonly Entry[],
  sha256: Sha256,
  found: (sentence: string) => void,
): { facts: Facts; moments: Moment[] } {
  const moments: Moment[] = [];
  const facts: Facts = new Map();
  let prev = "0".repeat(64);
  ledger.forEach(({ seq, body, hash }, index) => {
    const name = `Catatan ke-${index + 1}`;
    if (seq !== index + 1)
      found(`${name} bernomor ${seq}: ada catatan yang hilang, tersisip, atau tertukar.`);
    if (sha256(body) !== hash) found(`${name} diubah sesudah ditulis: isinya tidak menghasilkan hash-nya.`);
    const act = readAct(body);
    if (act?.seq !== seq || act.prev !== prev) found(`${name} tidak menyambung ke catatan sebelumnya.`);
    prev = hash;
    if (!act?.act.startsWith("fakta.")) return;
    if (canonical(act.old) !== (facts.get(act.subject) ?? "null")) {
      found(`${name} menyebut nilai lama "${act.subject}" yang bukan peninggalan catatan sebelumnya.`);
    }
    if (act.new === null) facts.delete(act.subject);
    else facts.set(act.subject, canonical(act.new));
    if (/^(tatanilai|segel)\//.test(act.subject)) moments.push({ act, facts: new Map(facts) });
  });
  return { facts, moments };
}

/** Null for what is not an act, or is not written in the one way: a repeated key could show two faces. */
function readAct(body: string): Act | null {
  try {
    const act: Act = JSON.parse(body);
    return canonical(act) === body && [act.act, act.subject].every((text) => typeof text === "string")
      ? act
      : null;
  } catch {
    return null;
  }
}
