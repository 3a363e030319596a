import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Packager } from "electron-builder";
import { expect, test } from "vitest";
import config, { checkNativeParts } from "../../build/electron-builder.ts";
import { root } from "./packager.ts";

const metadata: {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
} = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

function validate(slip: object = {}): Promise<void> {
  return new Packager({ projectDir: root, config: { ...config, ...slip } }).validateConfig();
}

test("the packager's own schema accepts the configuration, and would see a slip in it", async () => {
  await validate();
  await expect(validate({ nsis: { ...config.nsis, oneClik: true } })).rejects.toThrow(
    /does not match the API schema.*configuration\.nsis/s,
  );
});

test("Windows gets an installer in Indonesian that asks neither for an administrator nor for the internet", () => {
  expect(config.win.target).toEqual([{ target: "nsis", arch: "x64" }]);
  expect(config.nsis).toMatchObject({
    oneClick: true,
    perMachine: false,
    language: "1057",
    installerLanguages: ["id_ID"],
    deleteAppDataOnUninstall: false,
  });
});

test("Linux gets an AppImage and a deb, with all that a deb must say", () => {
  expect(config.linux.target.map(({ target }) => target)).toEqual(["AppImage", "deb"]);
  expect(config.linux).toMatchObject({
    maintainer: expect.stringMatching(/./),
    synopsis: expect.stringMatching(/./),
  });
  expect(metadata).toMatchObject({ homepage: expect.stringMatching(/^https:/), license: "MIT" });
});

test("no file that is handed out has a space in its name", () => {
  expect(config.artifactName).not.toMatch(/\s|productName/);
});

test("Electron's version is the one whose types the shell is checked against", () => {
  expect(config.electronVersion).toMatch(/^\d+\.\d+\.\d+$/);
  const installed: { version: string } = JSON.parse(
    readFileSync(join(root, "node_modules", "electron", "package.json"), "utf8"),
  );
  expect(config.electronVersion).toBe(installed.version);
});

test("every package is pinned to one version, and only what has native parts is a dependency", () => {
  const { dependencies, devDependencies, optionalDependencies } = metadata;
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
  expect(Object.keys(dependencies)).toEqual(["@myriaddreamin/typst-ts-node-compiler", "better-sqlite3"]);
});

test("the icons are there in every size that is asked for", () => {
  for (const size of [16, 32, 48, 64, 128, 256, 512]) {
    const png = readFileSync(join(root, config.linux.icon, `${size}x${size}.png`));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  }
  expect(existsSync(join(root, config.win.icon))).toBe(true);
});

test("a package without the native parts of its platform is refused, saying where it can be made", () => {
  const appOutDir = mkdtempSync(join(tmpdir(), "lencana-pack-"));
  const place = (path: string) =>
    mkdirSync(join(appOutDir, "resources", "app.asar.unpacked", "node_modules", path), { recursive: true });
  const check = (electronPlatformName: string) => () => checkNativeParts({ appOutDir, electronPlatformName });
  expect(check("win32")).toThrow(/better-sqlite3.* for win32 is not installed here.*on that system/);
  place("better-sqlite3/prebuilds");
  place("@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu");
  expect(check("win32")).toThrow(/typst-ts-node-compiler-win32-x64-msvc for win32 is not installed here/);
  expect(check("linux")).not.toThrow();
  expect(check("darwin")).toThrow(/not packaged for darwin/);
  rmSync(appOutDir, { recursive: true });
});
