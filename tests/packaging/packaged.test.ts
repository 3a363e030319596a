import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { NtExecutable, NtExecutableResource, Resource } from "resedit";
import { sha256 } from "../../electron/services/sha256.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bringUpToDate } from "../../build/launchers/builds.mjs";
import { openApplication } from "../support/application.ts";
import { seat } from "../support/secured.ts";
import { doMainJob } from "./mainJob.ts";
import { filesOfAsar, layOpen, packForLinux, packForWindows, root, sizesBelow } from "./packager.ts";
import type { PackagedRun } from "./startPackaged.ts";

const folders: string[] = [];
beforeAll(() => bringUpToDate(["main", "preload", "renderer", "verifier"]), 120_000);
afterAll(() => {
  for (const folder of folders) rmSync(dirname(folder), { recursive: true, force: true });
});

const sqlite = "node_modules/better-sqlite3";
const typst = "node_modules/@myriaddreamin/typst-ts-node-compiler";

/** First two steps of each path: "dist/main", "node_modules/better-sqlite3". */
function roomsOf(files: string[]): string[] {
  const rooms = files.map((file) =>
    file
      .split("/")
      .slice(0, file.includes("/@") ? 3 : 2)
      .join("/"),
  );
  return [...new Set(rooms)].toSorted();
}

async function expectFuses(program: string): Promise<void> {
  const wire = new Map(Object.entries(await getCurrentFuseWire(program)));
  const on = (fuse: FuseV1Options) => Number(wire.get(String(fuse))) === "1".charCodeAt(0);
  expect(on(FuseV1Options.RunAsNode)).toBe(false);
  expect(on(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false);
  expect(on(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
  expect(on(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true);
}

describe("the application packed for Linux", () => {
  let folder: string;
  let resources: string;
  let files: string[];

  beforeAll(() => {
    const packed = packForLinux();
    folder = packed.folder;
    folders.push(folder);
    expect(packed.status, packed.said).toBe(0);
    files = filesOfAsar(folder);
    resources = layOpen(folder);
  }, 120_000);

  test("holds its bundles and the two packages with native parts, and nothing else", () => {
    expect(roomsOf(files)).toEqual([
      "dist/main",
      "dist/renderer",
      typst,
      `${typst}-linux-x64-gnu`,
      sqlite,
      "package.json",
    ]);
    expect(files).toEqual(
      expect.arrayContaining([
        "dist/main/main.js",
        "dist/main/preload.cjs",
        "dist/main/worker.js",
        "dist/renderer/index.html",
      ]),
    );
    expect(files.filter((file) => /\.(tsx?|map|cpp|gyp|c|h)$/.test(file))).toEqual([]);
  });

  test("keeps the native parts of this platform only, outside the archive", () => {
    const native = files.filter((file) => file.endsWith(".node"));
    expect(native.toSorted()).toEqual([
      `${typst}-linux-x64-gnu/typst-ts-node-compiler.linux-x64-gnu.node`,
      `${sqlite}/prebuilds/linux-x64.node`,
    ]);
    const unpacked = sizesBelow(join(resources, "app.asar.unpacked"));
    for (const file of native) expect(unpacked.get(file)).toBeGreaterThan(1_000_000);
  });

  test("brings templates, sample, regions, indicators, fonts and licences where the application looks for them", () => {
    const brought = [...sizesBelow(resources).keys()].filter((file) => !/^app[./]/.test(file));
    const source = [...sizesBelow(join(root, "resources")).keys()];
    expect(brought).toEqual(expect.arrayContaining(source));
    const others = brought.filter((file) => !source.includes(file));
    expect(others.filter((file) => !/^fonts\/.*\.ttf$/.test(file)).toSorted()).toEqual([
      ...["cinzel", "eb-garamond", "source-sans-3", "source-serif-4"].map(
        (family) => `fonts/${family}/LICENSE_FONT`,
      ),
      ...["Lencana.txt", "better-sqlite3.txt", "main.md", "renderer.md"].map((file) => `licences/${file}`),
      "verifier/verifier.js",
    ]);
    const bundled = readFileSync(join(resources, "licences", "renderer.md"), "utf8");
    for (const name of ["react", "@mantine/core", "pdfjs-dist"]) expect(bundled).toContain(`## ${name} `);
  });

  test("says of itself what it is, without the packages and scripts of its making", () => {
    const metadata: object = JSON.parse(readFileSync(join(resources, "app", "package.json"), "utf8"));
    expect(metadata).toMatchObject({ name: "lencana", type: "module", main: "dist/main/main.js" });
    expect(Object.keys(metadata)).not.toContain("devDependencies");
    expect(Object.keys(metadata)).not.toContain("scripts");
  });

  test("cannot be turned into a plain Node, debugged from outside or made to run other code", () =>
    expectFuses(join(folder, "lencana")));

  test("weighs what it should beside Electron itself", () => {
    const megabytes = [...sizesBelow(folder).entries()]
      .filter(([file]) => !file.startsWith("resources/app/"))
      .reduce((sum, [, bytes]) => sum + bytes / 1e6, 0);
    process.stdout.write(`packed for Linux, without Electron: ${megabytes.toFixed(1)} MB\n`);
    expect(megabytes).toBeLessThan(80);
  });

  test("does the main job in a folder of its own, and its papers are those of a checkout to the byte", async () => {
    const home = join(dirname(folder), "data");
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, "startPackaged.ts"), resources],
      { env: { ...process.env, LENCANA_HOME: home }, encoding: "utf8" },
    );
    expect(status, stderr).toBe(0);
    const run: PackagedRun = JSON.parse(stdout);
    expect(run.exitCodes).toEqual([0]);
    expect(Object.keys(run.page).length).toBeGreaterThan(3);
    expect(new Set(Object.values(run.page))).toEqual(new Set([200]));
    expect(existsSync(run.preload)).toBe(true);
    expect(existsSync(join(home, "lencana.db"))).toBe(true);

    const checkout = await openApplication();
    const expected = await doMainJob(seat(checkout.context, "jendela 1", null).api);
    await checkout.close();
    expect(Object.keys(expected.papers)).toHaveLength(47);
    expect(run.job).toEqual(expected);
    const verifier = readFileSync(join(resources, "verifier", "verifier.js"), "utf8");
    expect(run.job.proof).toMatchObject({ script: sha256(verifier), findings: [] });
  }, 300_000);

  test("has a preload script that a sandboxed window can load: CommonJS, and nothing but Electron", () => {
    const text = readFileSync(join(resources, "app", "dist", "main", "preload.cjs"), "utf8");
    expect([...text.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name)).toEqual(["electron"]);
    expect(text).not.toMatch(/^(import|export) /m);
  });
});

describe("the application packed for Windows", () => {
  test("holds no native part of another platform, and its program bears name, version, icon and fuses", async () => {
    const folder = await packForWindows();
    folders.push(folder);
    const files = filesOfAsar(folder);
    expect(files.filter((file) => file.endsWith(".node") && !/win32-x64/.test(file))).toEqual([]);
    expect(files).toContain(`${sqlite}/prebuilds/win32-x64.node`);
    expect(roomsOf(files)).toEqual(expect.arrayContaining(["dist/main", "dist/renderer", typst, sqlite]));
    expect(
      roomsOf(files).filter((room) => /node-|linux|renderer\/assets|electron$|tests/.test(room)),
    ).toEqual([typst]);

    const program = join(folder, "Lencana.exe");
    await expectFuses(program);
    const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(program)));
    const [version] = Resource.VersionInfo.fromEntries(entries);
    expect(version?.getStringValues({ lang: 1033, codepage: 1200 })).toMatchObject({
      ProductName: "Lencana",
    });
    expect(Resource.IconGroupEntry.fromEntries(entries)[0]?.icons).toHaveLength(6);
  }, 120_000);
});
