import { expect, test } from "vitest";
import { createWatchdog } from "../../renderer/features/accounts/idle.ts";

test("signs of life are told at most once a minute, and idleness counts from the last one told", () => {
  let now = 0;
  const dog = createWatchdog({ idleMs: 600_000, everyMs: 60_000, now: () => now });
  now = 59_999;
  expect(dog.alive()).toBe(false);
  now = 60_000;
  expect(dog.alive()).toBe(true);
  now = 90_000;
  expect(dog.alive()).toBe(false);
  now = 660_000;
  expect(dog.idle()).toBe(false);
  now = 660_001;
  expect(dog.idle()).toBe(true);
});
