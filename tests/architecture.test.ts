import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";
import { nationalRegions } from "../build/regions.ts";

const root = join(import.meta.dirname, "..");

/** Room → rooms it may import from, besides itself. Nothing else may. */
const mayImport: Record<string, string[]> = {
  "electron/contract": [],
  "electron/domain": [],
  "electron/platform": [],
  "electron/database": ["contract", "domain", "platform"],
  "electron/documents": ["contract", "domain"],
  "electron/interchange": ["contract", "domain"],
  "electron/work": ["contract", "domain", "database", "documents", "interchange", "verifier"],
  // Only types, and of its own room: tests/verifier/room.test.ts.
  "electron/verifier": ["domain", "platform"],
  "electron/services": [
    "contract",
    "domain",
    "database",
    "documents",
    "interchange",
    "platform",
    "verifier",
    "work",
  ],
  "electron/transport": ["contract", "platform", "services"],
  "electron/commands": ["contract", "domain", "interchange", "platform", "services", "verifier"],
};

/** Package → the only files that may import it. */
const keptIn: Record<string, RegExp> = {
  electron: /^electron\/(main|preload|window\w*)\.ts$|^electron\/transport\/port\.ts$/,
  "better-sqlite3": /^electron\/database\//,
  "@cj-tech-master/excelts": /^electron\/interchange\/workbook\.ts$/,
  "@myriaddreamin/typst-ts-node-compiler": /^electron\/documents\//,
  "node:worker_threads": /^electron\/work\//,
};

const files = globSync(["electron/**/*.ts", "renderer/**/*.{ts,tsx}"], { cwd: root }).map((file) =>
  file.replaceAll("\\", "/"),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1]!);
}

function targetOf(file: string, specifier: string): string | null {
  return specifier.startsWith(".")
    ? relative(root, join(root, dirname(file), specifier)).replaceAll("\\", "/")
    : null;
}

test.each(Object.entries(mayImport))("%s imports only from below", (room, allowed) => {
  const wrong = files
    .filter((file) => file.startsWith(`${room}/`))
    .flatMap((file) => importsOf(file).map((specifier) => ({ file, target: targetOf(file, specifier) })))
    .filter(({ target }) => target !== null && !target.startsWith(`${room}/`))
    .filter(({ target }) => !allowed.some((other) => target!.startsWith(`electron/${other}/`)));
  expect(wrong).toEqual([]);
});

test("the renderer imports nothing of electron but the contract and the domain", () => {
  const wrong = files
    .filter((file) => file.startsWith("renderer/"))
    .flatMap((file) => importsOf(file).map((specifier) => ({ file, target: targetOf(file, specifier) })))
    .filter(
      ({ target }) => target?.startsWith("electron/") && !/^electron\/(contract|domain)\//.test(target),
    );
  expect(wrong).toEqual([]);
});

test("features never import each other, and components know no feature", () => {
  const roomOf = (path: string) => /^renderer\/features\/[^/]+/.exec(path)?.[0] ?? null;
  const wrong = files
    .filter((file) => /^renderer\/(features|components)\//.test(file))
    .flatMap((file) => importsOf(file).map((specifier) => ({ file, target: targetOf(file, specifier) })))
    .filter(
      ({ file, target }) => target !== null && roomOf(target) !== null && roomOf(target) !== roomOf(file),
    );
  expect(wrong).toEqual([]);
});

test.each(Object.entries(keptIn))("%s is imported only where it belongs", (name, where) => {
  const wrong = files.filter((file) => !where.test(file) && importsOf(file).includes(name));
  expect(wrong).toEqual([]);
});

test("every noun of the contract has a service of the same name", () => {
  const nouns = globSync("electron/contract/*.ts", { cwd: root }).map((file) =>
    file.replaceAll("\\", "/").split("/").at(-1),
  );
  const services = new Set(
    globSync("electron/services/*.ts", { cwd: root }).map((file) =>
      file.replaceAll("\\", "/").split("/").at(-1),
    ),
  );
  const shared = new Set(["access.ts", "bridge.ts", "errors.ts", "rights.ts", "values.ts", "index.ts"]);
  expect(nouns.filter((noun) => !shared.has(noun ?? "") && !services.has(noun))).toEqual([]);
});

test("the list of regions is the package's, which follows the decree", () => {
  expect(readFileSync(join(root, "resources/regions.csv"), "utf8")).toBe(nationalRegions());
});
