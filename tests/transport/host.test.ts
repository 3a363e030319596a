import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { temporaryPaths } from "../support/wires.ts";

const source = join(import.meta.dirname, "..", "..", "electron", "host.ts");
const running: ChildProcess[] = [];
const folders: (() => void)[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
  for (const remove of folders.splice(0)) remove();
});

interface Run {
  child: ChildProcess;
  said: () => string;
  complained: () => string;
  /** Waits until what was said matches. */
  until(words: RegExp): Promise<RegExpExecArray>;
  ended: Promise<number | null>;
}

function freshHome() {
  const { paths, remove } = temporaryPaths();
  folders.push(remove);
  return paths;
}

function startProgram(home: string, env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [source], { env: { ...process.env, LENCANA_HOME: home, ...env } });
  running.push(child);
  let [out, err] = ["", ""];
  child.stdout.on("data", (data: Buffer) => (out += data));
  child.stderr.on("data", (data: Buffer) => (err += data));
  return {
    child,
    said: () => out,
    complained: () => err,
    until: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = words.exec(out);
          if (found) resolve(found);
        };
        child.stdout.on("data", look);
        child.once("close", () => reject(new Error(`ended before saying ${words}: ${out}${err}`)));
        look();
      }),
    ended: new Promise((resolve) => child.once("close", resolve)),
  };
}

const ready = /^Lencana siap di (http:\/\/127\.0\.0\.1:(\d+)\/\?token=[\w-]{43})\n/;

describe("the host as a program", () => {
  test("says its address, and a new one each time a window came in", async () => {
    const run = startProgram(freshHome().data);
    const [, address = ""] = await run.until(ready);
    expect((await fetch(address, { redirect: "manual" })).status).toBe(303);
    const [, next = ""] = await run.until(/Alamat untuk jendela lain: (http:\S+)\n/);
    expect(next).not.toBe(address);
    expect((await fetch(next, { redirect: "manual" })).status).toBe(303);
  });

  test.each(["SIGINT", "SIGTERM"] as const)(
    "ends on %s with a backup, even while a window watches",
    async (signal) => {
      const paths = freshHome();
      const run = startProgram(paths.data);
      const [, address = ""] = await run.until(ready);
      const { origin } = new URL(address);
      const entrance = await fetch(address, { redirect: "manual" });
      const [cookie = ""] = (entrance.headers.get("set-cookie") ?? "").split(";");
      const headers = { cookie, origin, "content-type": "application/json" };
      const watch = await fetch(`${origin}/rpc/changes/watch`, { method: "POST", headers, body: "{}" });
      expect(watch.status).toBe(200);
      run.child.kill(signal);
      run.child.kill(signal);
      expect(await run.ended).toBe(0);
      expect(run.complained()).toBe("");
      expect(readdirSync(paths.backups).filter((name) => name.includes("exit"))).toHaveLength(1);
    },
  );

  test("takes the port it is given", async () => {
    const port = await freePort();
    const [, , taken] = await startProgram(freshHome().data, { LENCANA_PORT: String(port) }).until(ready);
    expect(taken).toBe(String(port));
  });

  test("refuses a second start on the same data in one sentence", async () => {
    const { data } = freshHome();
    await startProgram(data).until(ready);
    const second = startProgram(data);
    expect(await second.ended).toBe(1);
    expect(second.said()).toBe("");
    expect(second.complained()).toMatch(
      new RegExp(`^Lencana sudah terbuka dengan data di ${data}\\. [^\\n]+\\.\\n$`),
    );
  });

  test("refuses a port that is taken, and lets go of the data", async () => {
    const { data } = freshHome();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const port = portOf(other);
    const run = startProgram(data, { LENCANA_PORT: String(port) });
    expect(await run.ended).toBe(1);
    expect(run.complained()).toBe(
      `Port ${port} sudah dipakai program lain. Pilih port lain lewat LENCANA_PORT, atau kosongkan agar dipilihkan.\n`,
    );
    other.close();
    await startProgram(data).until(ready);
  });

  test.each(["x", "0", "65536", "80.5", "-1"])("refuses LENCANA_PORT=%s", async (port) => {
    const run = startProgram(freshHome().data, { LENCANA_PORT: port });
    expect(await run.ended).toBe(1);
    expect(run.complained()).toBe(`LENCANA_PORT harus angka 1–65535, bukan “${port}”.\n`);
  });

  test("refuses a data folder that is a file, and leaves it alone", async () => {
    const { data } = freshHome();
    const blocked = join(data, "blocked");
    writeFileSync(blocked, "mine");
    const run = startProgram(blocked);
    expect(await run.ended).toBe(1);
    expect(run.complained()).toMatch(/^\S[^\n]+\.\n$/);
    expect(run.complained()).toContain(blocked);
    expect(readFileSync(blocked, "utf8")).toBe("mine");
  });

  test("refuses a database that is none, and leaves it alone", async () => {
    const paths = freshHome();
    mkdirSync(paths.data, { recursive: true });
    writeFileSync(paths.database, "this is a letter, not a database".repeat(300));
    const run = startProgram(paths.data);
    expect(await run.ended).toBe(1);
    expect(run.complained()).toMatch(/^Basis data di .* rusak\. [^\n]+\.\n$/);
    expect(readFileSync(paths.database, "utf8")).toMatch(/^this is a letter/);
  });
});

function portOf(server: ReturnType<typeof createServer>): number {
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("not listening");
  return bound.port;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const port = portOf(server);
      server.close(() => resolve(port));
    });
  });
}
