import { canonicalJson, type Json } from "./canonicalJson.ts";

/** Gives the SHA-256 of a text's UTF-8 bytes in lower-case hex; passed in, so that a browser can bring its own. */
export type Sha256 = (text: string) => string;

/** Who did an act; null in the time before an edition has accounts, and for the application itself. */
export interface Actor {
  id: number;
  name: string;
  role: string;
}

/** One act as it is written down, before it gets its place in the chain. */
export interface Act {
  /** ISO 8601 instant in UTC. */
  at: string;
  actor: Actor | null;
  /** Which window or command line: "jendela 2", "baris perintah". */
  from: string;
  /** What kind of act, "nilai.ubah": a closed list of the services. */
  act: string;
  /** What it is about: a fact's path, "nilai/utama/paparan/P1/35.20/KEBIJAKAN". */
  subject: string;
  old: Json;
  new: Json;
  reason: string | null;
}

/** An act in its place: `body` is the very text that was hashed, and holds the hash of the entry before it. */
export interface LedgerEntry {
  seq: number;
  body: string;
  hash: string;
}

export interface LedgerBody extends Act {
  seq: number;
  /** The hash of the entry before; of the first, 64 zeros. */
  prev: string;
}

export const emptyHead = "0".repeat(64);

/** The next entry of a chain whose last is `prev` (null: none yet). */
export function nextEntry(
  sha256: Sha256,
  prev: Pick<LedgerEntry, "seq" | "hash"> | null,
  act: Act,
): LedgerEntry {
  const seq = (prev?.seq ?? 0) + 1;
  const body = bodyText({ ...act, seq, prev: prev?.hash ?? emptyHead });
  return { seq, body, hash: sha256(body) };
}

export type ChainFault =
  | { kind: "missing"; seq: number }
  /** The text is not what was hashed. */
  | { kind: "altered"; seq: number }
  /** The entry does not follow the one before it. */
  | { kind: "unlinked"; seq: number };

/** The act of an entry whose hash holds. */
export function readBody(entry: Pick<LedgerEntry, "body">): LedgerBody {
  const body: LedgerBody = JSON.parse(entry.body);
  return body;
}

/**
 * A head short enough to read aloud: the first 80 bits in groups of four signs, Crockford's alphabet, so that no
 * letter is taken for a digit. Question marks for what somebody made no hash any more. The verifier, which shares no code
 * with the application, has its own.
 */
export function shortHead(hash: string): string {
  if (!/^[0-9a-f]{20}/.test(hash)) return "????-????-????-????";
  const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const bits = BigInt(`0x${hash.slice(0, 20)}`);
  const signs = Array.from(
    { length: 16 },
    (_, index) => alphabet[Number((bits >> BigInt(75 - 5 * index)) & 31n)],
  );
  return signs.join("").replaceAll(/(.{4})(?=.)/g, "$1-");
}

/** Keys in canonical order by hand: a ledger of a million entries is written in seconds. */
function bodyText({ act, actor, at, from, new: after, old, prev, reason, seq, subject }: LedgerBody): string {
  const who = actor === null ? "null" : canonicalJson({ id: actor.id, name: actor.name, role: actor.role });
  return `{"act":${JSON.stringify(act)},"actor":${who},"at":${JSON.stringify(at)},"from":${JSON.stringify(from)},"new":${canonicalJson(after)},"old":${canonicalJson(old)},"prev":"${prev}","reason":${JSON.stringify(reason)},"seq":${seq},"subject":${JSON.stringify(subject)}}`;
}
