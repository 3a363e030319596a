import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openLog } from "../../electron/platform/log.ts";

const folder = mkdtempSync(join(tmpdir(), "lencana-log-"));
const clock = { now: () => "2021-10-05T02:00:00.000Z" };
afterAll(() => rmSync(folder, { recursive: true }));

test("a log line says when, what and why, down to the cause", () => {
  const path = join(folder, "new", "folder", "lencana.log");
  const log = openLog(path, clock);
  log.info("start", { version: "1" });
  log.error("work", new Error("outer", { cause: "inner" }), { act: "x" });
  const lines = readFileSync(path, "utf8").trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { at: clock.now(), level: "info", event: "start", version: "1" },
    { at: clock.now(), level: "error", event: "work", act: "x", error: { message: "outer", cause: "inner" } },
  ]);
});

test("a full log makes way for a new one, and the one before stays", () => {
  const path = join(folder, "full.log");
  writeFileSync(path, "x".repeat(1_000_000));
  openLog(path, clock).info("start");
  expect(statSync(`${path}.1`).size).toBe(1_000_000);
  expect(readFileSync(path, "utf8")).toContain('"event":"start"');
});

test("a place that takes no log does not stop the work", () => {
  const blocked = join(folder, "file");
  writeFileSync(blocked, "");
  const log = openLog(join(blocked, "lencana.log"), clock);
  expect(() => log.error("work", new Error("x"))).not.toThrow();
  expect(existsSync(join(blocked, "lencana.log"))).toBe(false);
});
