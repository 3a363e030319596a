import { expect, test } from "vitest";
import { createTurns } from "../../renderer/components/turns.ts";

test("an act begins when the one before has ended, also where that failed", async () => {
  const turns = createTurns();
  const seen: string[] = [];
  const act = (name: string, fails = false) =>
    turns(async () => {
      seen.push(`${name} mulai`);
      await Promise.resolve();
      seen.push(`${name} selesai`);
      if (fails) throw new Error(name);
      return name;
    });
  const outcomes = await Promise.allSettled([act("satu"), act("dua", true), act("tiga")]);
  expect(seen).toEqual([
    "satu mulai",
    "satu selesai",
    "dua mulai",
    "dua selesai",
    "tiga mulai",
    "tiga selesai",
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});
