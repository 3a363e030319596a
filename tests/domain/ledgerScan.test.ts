import { hash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "../../electron/domain/canonicalJson.ts";
import { createFactStore } from "../../electron/domain/factStore.ts";
import { nextEntry, readBody } from "../../electron/domain/ledger.ts";
import { findWalkedAct, type WalkedAct } from "../../electron/domain/ledgerScan.ts";

const sha256 = (text: string) => hash("sha256", text, "hex");
const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.stringMatching(/^[a-z:{},"\\/ ]{0,12}$/),
  fc.constant('","new":"1'),
);
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constant(null),
  text,
  fc.integer(),
  fc.record({ old: text, new: text }),
  fc.array(text, { maxLength: 2 }),
);
const entry = fc
  .record({
    at: text,
    actor: fc.option(fc.record({ id: fc.nat(), name: text, role: text })),
    from: text,
    act: text,
    subject: text,
    old: value,
    new: value,
    reason: fc.option(text),
  })
  .chain((act) => fc.record({ act: fc.constant(act), seq: fc.nat({ max: 1_000_000 }) }))
  .map(({ act, seq }) => nextEntry(sha256, { seq, hash: sha256("before") }, act));

/** What a walk needs, and nothing more. */
function walked({ seq, prev, at, act, subject, old, new: after }: WalkedAct): WalkedAct {
  return { seq, prev, at, act, subject, old, new: after };
}

test("an entry is read as JSON reads it, whatever stands in it", () => {
  fc.assert(
    fc.property(entry, ({ body }) => {
      const read = findWalkedAct(body);
      expect(read && walked(read)).toEqual(walked(readBody({ body })));
    }),
    { numRuns: 2000 },
  );
});

test("one sign more, less or other is read as JSON reads it too, or not at all", () => {
  const act = {
    at: "2026-10-05T02:00:00.000Z",
    actor: { id: 1, name: "Siti", role: "operator" },
    from: "jendela 1",
    act: "fakta.sheets.setScores",
    subject: "nilai/u/p/p:P1/35.20/A",
    old: "87",
    new: null,
    reason: null,
  };
  const { body } = nextEntry(sha256, null, act);
  const signs = ['"', ",", ":", "{", "}", "\\", "0", "-", " ", "n", "a", "\n"];
  for (let at = 0; at <= body.length; at++) {
    for (const sign of ["", ...signs]) {
      for (const changed of [
        body.slice(0, at) + sign + body.slice(at),
        body.slice(0, at) + sign + body.slice(at + 1),
      ]) {
        const read = findWalkedAct(changed);
        if (read === null) continue;
        expect(walked(read), changed).toEqual(walked(readBody({ body: changed })));
      }
    }
  }
});

test("facts are kept as a map keeps them", () => {
  const path = fc.stringMatching(/^[ab]{0,2}(\/[ab]{0,1}){0,2}$/);
  const acts = fc.array(fc.tuple(path, fc.option(fc.nat(3))), { maxLength: 60 });
  fc.assert(
    fc.property(acts, (given) => {
      const store = createFactStore();
      const map = new Map<string, Json>();
      for (const [key, number] of given) {
        if (number === null) {
          store.delete(key);
          map.delete(key);
        } else {
          store.set(key, number);
          map.set(key, number);
        }
        expect(store.size).toBe(map.size);
        for (const [other] of given) expect(store.get(other)).toEqual(map.get(other));
      }
      expect(new Map(store)).toEqual(map);
    }),
    { numRuns: 300 },
  );
});
