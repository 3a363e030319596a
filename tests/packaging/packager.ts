import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extractAll, listPackage } from "@electron/asar";
import { Arch, build, Platform } from "electron-builder";
import config from "../../build/electron-builder.ts";
import { makeStubElectron } from "./stubElectron.ts";

export const root = join(import.meta.dirname, "..", "..");

/** Packs the application for Linux as `npm run pack` does, but as a folder only and on a stub of Electron. */
export function packForLinux(): { folder: string; status: number | null; said: string } {
  const output = mkdtempSync(join(tmpdir(), "lencana-pack-"));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, "node_modules", "electron-builder", "cli.js"),
      "--config",
      "build/electron-builder.ts",
      "--linux",
      "--dir",
      `-c.electronDist=${makeStubElectron(output, "linux")}`,
      `-c.directories.output=${output}`,
    ],
    { cwd: root, encoding: "utf8" },
  );
  return { folder: join(output, "linux-unpacked"), status, said: stdout + stderr };
}

/** Packs for Windows on any system, with no word on the native parts that npm installs on Windows only. */
export async function packForWindows(): Promise<string> {
  const output = mkdtempSync(join(tmpdir(), "lencana-pack-"));
  await build({
    projectDir: root,
    targets: Platform.WINDOWS.createTarget("dir", Arch.x64),
    config: {
      ...config,
      afterPack: null,
      electronDist: makeStubElectron(output, "win32"),
      directories: { ...config.directories, output },
    },
  });
  return join(output, "win-unpacked");
}

/** What app.asar holds, files only, as paths from its root. */
export function filesOfAsar(folder: string): string[] {
  const asar = join(folder, "resources", "app.asar");
  const paths = listPackage(asar, { isPack: false }).map((path) => path.replaceAll("\\", "/").slice(1));
  const folders = new Set(
    paths.flatMap((path) => path.split("/").map((_, at, all) => all.slice(0, at).join("/"))),
  );
  return paths.filter((path) => !folders.has(path));
}

/** Lays app.asar open as a folder beside it, for a Node that cannot read into archives. */
export function layOpen(folder: string): string {
  const resources = join(folder, "resources");
  extractAll(join(resources, "app.asar"), join(resources, "app"));
  return resources;
}

/** All files below a folder, as paths from it, with their size in bytes. */
export function sizesBelow(folder: string): Map<string, number> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(folder.length + 1).replaceAll("\\", "/"), statSync(path).size];
    }),
  );
}
