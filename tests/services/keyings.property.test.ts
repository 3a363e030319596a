import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AppError } from "../../electron/contract/errors.ts";
import type { Json } from "../../electron/domain/canonicalJson.ts";
import { openSecured, readBoth, type Secured } from "../support/secured.ts";
import { openTypedSheet } from "../support/typing.ts";

let secured: Secured;
beforeAll(async () => {
  secured = await openSecured({ keying: "double" });
});
afterAll(() => secured.close());

const typing = fc.record({
  kind: fc.constant("type" as const),
  who: fc.constantFrom("andi", "budi", "cici"),
  index: fc.nat(1),
  value: fc.constantFrom("70", "80", null),
});
const settling = fc.record({
  kind: fc.constantFrom("resolve", "clear", "sendBack"),
  who: fc.constantFrom("andi", "budi", "vina"),
  index: fc.nat(1),
  pass: fc.constantFrom<1 | 2>(1, 2),
});
const act = fc.oneof({ weight: 4, arbitrary: typing }, { weight: 1, arbitrary: settling });

async function attempt(
  sheet: ReturnType<typeof openTypedSheet>,
  one: typeof act extends fc.Arbitrary<infer T> ? T : never,
) {
  const person = secured[one.who];
  try {
    if (one.kind === "type") {
      const values: (string | null | undefined)[] = [undefined, undefined];
      values[one.index] = one.value;
      await sheet.type(person, ...values);
    } else if (one.kind === "resolve") await sheet.resolve(person, one.index, one.pass);
    else if (one.kind === "clear") await sheet.clear(person);
    else await sheet.sendBack(person);
  } catch (error) {
    // A refusal is an outcome like any other; it must leave nothing behind.
    if (!(error instanceof AppError)) throw error;
  }
}

function readings(held: [string, Json][]): Map<string, { passes: (string | undefined)[]; score: Json }> {
  const facts = new Map(held);
  const cells = new Map<string, { passes: (string | undefined)[]; score: Json }>();
  for (const [path] of held.filter(([one]) => one.startsWith("ketikan/"))) {
    const cell = path.slice("ketikan/".length, path.lastIndexOf("/"));
    const typed = (pass: number) =>
      (facts.get(`ketikan/${cell}/${pass}`) as { value: string } | undefined)?.value;
    cells.set(cell, { passes: [typed(1), typed(2)], score: facts.get(`nilai/${cell}`) ?? null });
  }
  return cells;
}

test("whatever is typed, chosen and taken back: the ledger replays to the data, and only what two read is in force", async () => {
  const sheet = openTypedSheet(secured, "35.20", 0);
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
      await attempt(sheet, { kind: "sendBack", who: "vina", index: 0, pass: 1 });
      for (const one of acts) await attempt(sheet, one);
      const { replayed, held, fault } = readBoth(secured.context, secured.editionId);
      expect(fault).toBeNull();
      expect(replayed).toEqual(held);
      const cells = readings(held);
      for (const { passes, score } of cells.values()) {
        const [first, second] = passes;
        if (first === undefined || second === undefined) expect(score).toBeNull();
        else if (first === second) expect(score).toBe(first);
        else expect([null, first, second]).toContain(score);
      }
      const inForce = held.filter(([path]) => path.startsWith("nilai/") && path.includes("/paparan/"));
      expect(inForce.every(([path]) => cells.has(path.slice("nilai/".length)))).toBe(true);
    }),
    { numRuns: 10, endOnFailure: true },
  );
}, 120_000);
