import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const programs = join(root, "build", "launchers", "programs.mjs");
const folder = mkdtempSync(join(tmpdir(), "lencana-launchers-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs an expression over the launcher's functions in a program of its own, as `npm start` does. */
function evaluate(expression: string, env: Record<string, string>): unknown {
  const script = `import * as programs from ${JSON.stringify(programs)}; console.log(JSON.stringify(await (${expression})));`;
  const out = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
    env,
    encoding: "utf8",
  });
  return JSON.parse(out);
}

function program(name: string): { path: string; home: string; heard: string } {
  const home = join(folder, name);
  mkdirSync(home);
  const [path, heard] = [join(home, name), join(home, "heard")];
  writeFileSync(path, `#!/bin/sh\nprintf '%s\\n' "$@" > ${heard}.draft\n/bin/mv ${heard}.draft ${heard}\n`);
  chmodSync(path, 0o755);
  return { path, home, heard };
}

async function words(file: string): Promise<string[]> {
  await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true);
  return readFileSync(file, "utf8").trim().split("\n");
}

describe("Electron", () => {
  test("is found where the environment says it lies", () => {
    const { path, home } = program("electron");
    expect(evaluate("programs.findElectron()", { ELECTRON_OVERRIDE_DIST_PATH: home })).toBe(path);
  });

  test("that is not there is null, and nothing is fetched", () => {
    expect(
      evaluate("programs.findElectron()", { ELECTRON_OVERRIDE_DIST_PATH: join(folder, "nowhere") }),
    ).toBeNull();
  });
});

describe("a browser", () => {
  const address = "http://127.0.0.1:4100/?token=abc";

  test("shows the address in a window of its own", async () => {
    const { home, heard } = program("chromium");
    expect(
      evaluate(`programs.openBrowser("${address}")`, { PATH: `${join(folder, "nowhere")}:${home}` }),
    ).toBe(true);
    expect(await words(heard)).toContain(`--app=${address}`);
  });

  test("of another kind shows it in a tab", async () => {
    const { home, heard } = program("xdg-open");
    expect(evaluate(`programs.openBrowser("${address}")`, { PATH: home })).toBe(true);
    expect(await words(heard)).toEqual([address]);
  });

  test("is not looked for in vain", () => {
    expect(evaluate(`programs.openBrowser("${address}")`, { PATH: folder })).toBe(false);
    expect(evaluate(`programs.openBrowser("${address}")`, {})).toBe(false);
  });

  test("needs a display on Linux", () => {
    expect(evaluate("programs.hasDisplay()", {})).toBe(process.platform !== "linux");
    expect(evaluate("programs.hasDisplay()", { DISPLAY: ":0" })).toBe(true);
    expect(evaluate("programs.hasDisplay()", { WAYLAND_DISPLAY: "wayland-0" })).toBe(true);
  });
});

test("a Node too old for the database gives way to the one that came with the packages", () => {
  // The check reads what process.versions says; an older Node is not at hand everywhere.
  const node = join(root, "build", "launchers", "node.mjs");
  const asked = join(folder, "asked.mjs");
  const lines = [
    "const own = process.execPath.includes('node_modules');",
    "if (process.env.AGED && !process.env.RERUN) {",
    "  process.env.RERUN = '1';",
    "  Object.defineProperty(process, 'versions', { value: { ...process.versions, napi: '9', node: '20.20.2' } });",
    "}",
    `const { useFittingNode } = await import(${JSON.stringify(node)});`,
    "await useFittingNode();",
    "console.log(JSON.stringify({ own, rerun: process.env.RERUN ?? null, args: process.argv.slice(2) }));",
  ];
  writeFileSync(asked, lines.join("\n"));
  const run = (env: Record<string, string>) =>
    JSON.parse(execFileSync(process.execPath, [asked, "rank", "a b.json"], { env, encoding: "utf8" }));
  expect(run({})).toMatchObject({ rerun: null, args: ["rank", "a b.json"] });
  expect(run({ AGED: "1" })).toEqual({ own: true, rerun: "1", args: ["rank", "a b.json"] });
});
