import type { Json } from "../../domain/canonicalJson.ts";
import type { LedgerEntry } from "../../domain/ledger.ts";
import type { ReadDb, WriteDb } from "../open.ts";
import { statement } from "../statement.ts";

/** The chain of what belongs to no edition: accounts and PINs. */
export const applicationChain = 0;

export function findHead(db: ReadDb, editionId: number): { seq: number; hash: string; at: string } | null {
  return (
    statement<[number], { seq: number; hash: string; at: string }>(
      db,
      "SELECT seq, hash, body ->> '$.at' AS at FROM ledger WHERE edition_id = ? ORDER BY seq DESC LIMIT 1",
    ).get(editionId) ?? null
  );
}

/** The hash of the newest entry about a subject. */
export function findHashOf(db: ReadDb, editionId: number, subject: string): string | null {
  const row = statement<[number, string], { hash: string }>(
    db,
    "SELECT hash FROM ledger WHERE edition_id = ? AND subject = ? ORDER BY seq DESC LIMIT 1",
  ).get(editionId, subject);
  return row?.hash ?? null;
}

/** Whether a chain says of anything below a path, "akun/", that it is so. */
export function holdsFacts(db: ReadDb, chain: number, below: string): boolean {
  return (
    statement<[number, string, string], number>(
      db,
      `SELECT 1 FROM ledger WHERE edition_id = ? AND subject >= ? AND subject < ? AND ${isFact} LIMIT 1`,
    ).get(chain, below, `${below}\u{10ffff}`) !== undefined
  );
}

/** What a chain said last of one fact; null where it said nothing, or that it is no more. */
export function findNewestFact(db: ReadDb, chain: number, subject: string): Json {
  const row = statement<[number, string], { value: string | null }>(
    db,
    `SELECT body -> '$.new' AS value FROM ledger WHERE edition_id = ? AND subject = ? AND ${isFact}
     ORDER BY seq DESC LIMIT 1`,
  ).get(chain, subject);
  const value: Json = JSON.parse(row?.value ?? "null");
  return value;
}

/** Who last made a fact differ in what matters of it; null where the ledger knows nobody. */
export function findTypist(
  db: ReadDb,
  chain: number,
  subject: string,
  differs: (old: Json, now: Json) => boolean,
): { accountId: number; name: string } | null {
  const acts = statement<
    [number, string],
    { old: string | null; now: string | null; accountId: number | null; name: string | null }
  >(
    db,
    `SELECT body -> '$.old' AS old, body -> '$.new' AS now, body ->> '$.actor.id' AS accountId,
      body ->> '$.actor.name' AS name
     FROM ledger WHERE edition_id = ? AND subject = ? AND ${isFact} ORDER BY seq DESC`,
  ).all(chain, subject);
  const read = (json: string | null): Json => JSON.parse(json ?? "null");
  const last = acts.find(({ old, now }) => differs(read(old), read(now)));
  return last && last.accountId !== null && last.name !== null
    ? { accountId: last.accountId, name: last.name }
    : null;
}

/** Canonical JSON begins with the act; see isFactAct. */
const isFact = `body LIKE '{"act":"fakta.%'`;

/** The newest entry about a subject. */
export function findNewest(db: ReadDb, editionId: number, subject: string): { body: string } | null {
  return (
    statement<[number, string], { body: string }>(
      db,
      "SELECT body FROM ledger WHERE edition_id = ? AND subject = ? ORDER BY seq DESC LIMIT 1",
    ).get(editionId, subject) ?? null
  );
}

export function insertEntry(db: WriteDb, editionId: number, { seq, body, hash }: LedgerEntry): void {
  statement(db, "INSERT INTO ledger (edition_id, seq, body, hash) VALUES (?, ?, ?, ?)").run(
    editionId,
    seq,
    body,
    hash,
  );
}

/** All entries of a chain in order, read some hundreds at a time: a step of SQLite's own cursor costs more than a row. */
export function* iterateLedger(db: ReadDb, editionId: number): Generator<LedgerEntry> {
  const page = statement<[number, number], LedgerEntry>(
    db,
    "SELECT seq, body, hash FROM ledger WHERE edition_id = ? AND seq > ? ORDER BY seq LIMIT 500",
  );
  for (let entries = page.all(editionId, 0); entries.length > 0; ) {
    yield* entries;
    entries = page.all(editionId, entries.at(-1)!.seq);
  }
}

export interface LedgerFilter {
  /** Lists of SQL LIKE patterns; the subject must fit one of each list. */
  allOf: string[][];
  /** Text in the entry, or one of these patterns in its subject: the names that stand there as keys. */
  text: string;
  textSubjects: string[];
  /** Patterns of subjects in whose entries the text is not looked for. */
  unsearched: string[];
}

/** Entries before `before`, newest first; and how many fit in all. */
export function listLedger(
  db: ReadDb,
  editionId: number,
  filter: LedgerFilter,
  page: { before: number | null; limit: number },
): { entries: LedgerEntry[]; total: number } {
  const where = whereOf(filter);
  const parameters = {
    editionId,
    before: page.before ?? Number.MAX_SAFE_INTEGER,
    limit: page.limit,
    ...where.parameters,
  };
  const entries = db
    .prepare(
      `SELECT seq, body, hash FROM ledger WHERE edition_id = @editionId AND seq < @before ${where.sql}
       ORDER BY seq DESC LIMIT @limit`,
    )
    .all(parameters) as LedgerEntry[];
  const total = db
    .prepare(`SELECT count(*) FROM ledger WHERE edition_id = @editionId ${where.sql}`)
    .pluck()
    .get({ editionId, ...where.parameters }) as number;
  return { entries, total };
}

function whereOf({ allOf, text, textSubjects, unsearched }: LedgerFilter): {
  sql: string;
  parameters: Record<string, string>;
} {
  const parameters: Record<string, string> = {};
  const likesOf = (patterns: string[], list: string) =>
    patterns.map((pattern, index) => {
      parameters[`${list}x${index}`] = pattern;
      return `subject LIKE @${list}x${index} ESCAPE '\\'`;
    });
  const parts = allOf.map((patterns, list) => `(${likesOf(patterns, `p${list}`).join(" OR ")})`);
  if (text !== "") {
    parameters.text = text;
    const inBody = ["instr(lower(body), lower(@text)) > 0"];
    if (unsearched.length > 0) inBody.push(`NOT (${likesOf(unsearched, "u").join(" OR ")})`);
    parts.push(`(${[`(${inBody.join(" AND ")})`, ...likesOf(textSubjects, "t")].join(" OR ")})`);
  }
  return { sql: parts.map((part) => `AND ${part}`).join(" "), parameters };
}
