import type { Json } from "./canonicalJson.ts";
import { type LedgerBody, readBody } from "./ledger.ts";

/** What a walk needs of an entry. */
export type WalkedAct = Pick<LedgerBody, "seq" | "prev" | "at" | "act" | "subject" | "old" | "new">;

/**
 * The act of an entry, null where its text cannot be read. A million scores are walked in seconds, because a body as
 * nextEntry writes it, with plain values and nothing escaped, is read by where its parts stand instead of whole.
 */
export function findWalkedAct(body: string): WalkedAct | null {
  const plain = scanPlain(body);
  if (plain) return plain;
  try {
    const act = readBody({ body });
    return typeof act.act === "string" && typeof act.subject === "string" ? act : null;
  } catch {
    return null;
  }
}

const [toActor, toAt, toFrom, toNew, toOld, toPrev, toReason, toSeq, toSubject] = [
  ',"actor":',
  ',"at":',
  ',"from":',
  ',"new":',
  ',"old":',
  ',"prev":',
  ',"reason":',
  ',"seq":',
  ',"subject":',
];
/** Signs that a text of JSON may not hold as they are, and the one that stands before what it holds instead. */
const escapes = /[^ -[\]-\uffff]/;
const actor = /\{"id":(?:0|[1-9]\d*),"name":"[^"]*","role":"[^"]*"\}/y;

/**
 * Null for anything but exactly the parts in exactly their order: no reader of JSON may read the text differently.
 * Without an escape, a quotation mark is where a text ends.
 */
function scanPlain(body: string): WalkedAct | null {
  if (escapes.test(body) || !body.startsWith('{"act":"')) return null;
  let place = 7;
  const skip = (part: string): boolean => {
    if (!body.startsWith(part, place)) return false;
    place += part.length;
    return true;
  };
  /** A text; undefined for anything else. */
  const take = (): string | undefined => {
    if (body.charCodeAt(place) !== 34) return undefined;
    const end = body.indexOf('"', place + 1);
    if (end < 0) return undefined;
    const text = body.slice(place + 1, end);
    place = end + 1;
    return text;
  };
  const takeValue = (): string | null | undefined => (skip("null") ? null : take());
  const skipActor = (): boolean => {
    if (skip("null")) return true;
    actor.lastIndex = place;
    if (!actor.test(body)) return false;
    place = actor.lastIndex;
    return true;
  };

  const act = take();
  if (act === undefined || !skip(toActor) || !skipActor() || !skip(toAt)) return null;
  const at = take();
  if (at === undefined || !skip(toFrom) || take() === undefined || !skip(toNew)) return null;
  const after: Json | undefined = takeValue();
  if (after === undefined || !skip(toOld)) return null;
  const old: Json | undefined = takeValue();
  if (old === undefined || !skip(toPrev)) return null;
  const prev = take();
  if (prev === undefined || !skip(toReason) || takeValue() === undefined || !skip(toSeq)) return null;
  const end = body.indexOf(",", place);
  const digits = body.slice(place, end);
  if (end < 0 || !/^[1-9]\d{0,14}$/.test(digits)) return null;
  place = end;
  if (!skip(toSubject)) return null;
  const subject = take();
  if (subject === undefined || body.length !== place + 1 || body[place] !== "}") return null;
  return { seq: Number(digits), prev, at, act, subject, old, new: after };
}
