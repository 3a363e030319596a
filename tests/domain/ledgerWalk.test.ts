import { hash } from "node:crypto";
import { array, assert, constantFrom, gen, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { diffFacts, type Facts } from "../../electron/domain/facts.ts";
import { emptyHead, type LedgerEntry, nextEntry } from "../../electron/domain/ledger.ts";
import { walkLedger } from "../../electron/domain/ledgerWalk.ts";
import { replay } from "../../electron/verifier/replay.ts";
import { canonicalJson, type Json } from "../../electron/domain/canonicalJson.ts";

const sha256 = (text: string) => hash("sha256", text, "hex");

const subjects = ["nilai/u/p/p:P1/35.20/A", "nilai/u/p/meja/35.20/A", "daerah/35.20", "edisi", "segel/u/p/1"];
const values: Json[] = [
  "87",
  "87.5",
  { name: "Magetan", type: "kabupaten" },
  { b: [1, null], a: true },
  "ké\u2028",
];

/** What random commands leave behind, as facts and as a ledger. */
function run(commands: { subject: string; value: Json }[][]): { facts: Facts; entries: LedgerEntry[] } {
  const entries: LedgerEntry[] = [];
  let facts: Facts = new Map();
  const append = (act: string, change: { subject: string; old: Json; new: Json }) => {
    const rest = { at: "2026-10-05T02:00:00.000Z", actor: null, from: "jendela 1", reason: null };
    entries.push(nextEntry(sha256, entries.at(-1) ?? null, { ...rest, act, ...change }));
  };
  for (const command of commands) {
    const after = new Map(facts);
    for (const { subject, value } of command) {
      if (value === null) after.delete(subject);
      else after.set(subject, value);
    }
    for (const change of diffFacts(facts, after)) append("fakta.uji", change);
    append("akun.masuk", { subject: "edisi", old: null, new: "tidak dihitung" });
    facts = after;
  }
  return { facts, entries };
}

const commands = array(
  gen().map((draw) =>
    Array.from({ length: draw(integer, { min: 0, max: 4 }) }, () => ({
      subject: draw(constantFrom<string[]>, ...subjects),
      value: draw(constantFrom<Json[]>, ...values, null),
    })),
  ),
  { maxLength: 12 },
);

const sorted = (facts: Iterable<[string, Json]>) =>
  [...facts].map(([path, value]) => `${path} ${canonicalJson(value)}`).toSorted();

test("a ledger replays to what is so, whatever was done: by the application's walk and the verifier's own", () => {
  assert(
    property(commands, (given) => {
      const { facts, entries } = run(given);
      const walk = walkLedger(sha256, entries);
      expect([walk.chainFaults, walk.replayFaults, walk.length]).toEqual([[], [], entries.length]);
      expect(sorted(walk.facts)).toEqual(sorted(facts));
      expect(walk.head).toBe(entries.at(-1)?.hash ?? emptyHead);
      const found: string[] = [];
      const own = replay(entries, sha256, (sentence) => found.push(sentence));
      expect(found).toEqual([]);
      expect([...own.facts].map(([path, text]) => `${path} ${text}`).toSorted()).toEqual(sorted(facts));
    }),
  );
});

test("one sign changed in any entry is found there, by either walk", () => {
  const { entries } = run([subjects.map((subject, index) => ({ subject, value: values[index]! }))]);
  const places = entries.flatMap(({ body }, index) => Array.from(body, (_, at) => ({ index, at })));
  assert(
    property(constantFrom(...places), integer({ min: 1, max: 90 }), ({ index, at }, by) => {
      const changed = structuredClone(entries);
      const { body } = changed[index]!;
      const sign = String.fromCodePoint(32 + (((body.codePointAt(at) ?? 0) + by) % 95));
      if (sign === body[at]) return;
      changed[index]!.body = body.slice(0, at) + sign + body.slice(at + 1);
      expect(walkLedger(sha256, changed).chainFaults[0]).toMatchObject({ kind: "altered", seq: index + 1 });
      const found: string[] = [];
      replay(changed, sha256, (sentence) => found.push(sentence));
      expect(found[0]).toContain(`Catatan ke-${index + 1} diubah`);
    }),
  );
});

describe("a walk goes on past what is wrong", () => {
  const honest = run([subjects.map((subject, index) => ({ subject, value: values[index]! }))]).entries;

  test("an entry taken out is missing", () => {
    const cut = honest.filter(({ seq }) => seq !== 2);
    const { chainFaults, length } = walkLedger(sha256, cut);
    expect(chainFaults).toEqual([{ kind: "missing", seq: 2, subject: null }]);
    expect(length).toBe(honest.length);
  });

  test("an entry put in is unlinked, and contradicts what was so", () => {
    const forged = structuredClone(honest);
    forged[2]!.body = forged[2]!.body
      .replace('"old":null', '"old":"1"')
      .replace(/"prev":"\w+"/, '"prev":"00"');
    forged[2]!.hash = sha256(forged[2]!.body);
    const { chainFaults, replayFaults } = walkLedger(sha256, forged);
    expect(chainFaults.map(({ kind, seq }) => `${kind} ${seq}`)).toEqual(["unlinked 3", "unlinked 4"]);
    expect(replayFaults).toEqual([{ seq: 3, subject: "daerah/35.20", expected: "1", found: null }]);
  });

  test("an entry that is no act any more is altered, and the rest is still read", () => {
    const broken = structuredClone(honest);
    broken[1]!.body = "{";
    broken[2]!.body = "7";
    const seen: (string | null)[] = [];
    const { chainFaults } = walkLedger(sha256, broken, (_, act) => seen.push(act?.subject ?? null));
    expect(chainFaults.map(({ kind, seq }) => `${kind} ${seq}`)).toEqual(["altered 2", "altered 3"]);
    expect(seen.slice(0, 4)).toEqual([subjects[0], null, null, subjects[3]]);
  });
});
