import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { startWork, type Work } from "../../electron/work/pool.ts";
import { errorOf } from "../support/application.ts";

let work: Work;
afterEach(() => work.close());

const nothing = { bytes: new TextEncoder().encode("{}"), name: "kosong.json" };
const long = {
  bytes: new TextEncoder().encode(`[${"[".repeat(50)}${"]".repeat(50)}${",1".repeat(3_000_000)}]`),
  name: "panjang.json",
};

test("runs of one lane wait for each other, also after one of them was cancelled", async () => {
  work = startWork();
  const controller = new AbortController();
  const first = errorOf(work.run("interchange", "readEdition", long, { signal: controller.signal }));
  const second = errorOf(work.run("interchange", "readEdition", nothing));
  const third = errorOf(work.run("interchange", "readEdition", nothing));
  setTimeout(() => controller.abort(), 20);
  expect(await first).toMatchObject({ code: "CANCELLED" });
  expect(await second).toMatchObject({ code: "INVALID" });
  expect(await third).toMatchObject({ code: "INVALID" });
});

test("a run that nobody waits for any more is not begun", async () => {
  work = startWork();
  const controller = new AbortController();
  controller.abort();
  expect(
    await errorOf(work.run("preview", "readEdition", nothing, { unwanted: controller.signal })),
  ).toMatchObject({
    code: "CANCELLED",
  });
});

test("closing ends what runs and refuses what comes", async () => {
  work = startWork();
  const running = errorOf(work.run("bulk", "readEdition", long));
  setTimeout(() => void work.close(), 20);
  expect(await running).toMatchObject({ code: "CANCELLED" });
  expect(await errorOf(work.run("bulk", "readEdition", nothing))).toMatchObject({ code: "CANCELLED" });
});

test("what the disk refuses in a thread keeps its code, so that it gets its sentence", async () => {
  work = startWork();
  const input = {
    database: join(tmpdir(), "lencana-no-such.db"),
    categoryId: 1,
    changed: "all" as const,
    withStandings: false,
  };
  expect(await errorOf(work.run("ranking", "rank", input))).toMatchObject({ code: "SQLITE_CANTOPEN" });
});
