import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { verifierScript } from "../../electron/verifier/script.ts";

const root = join(import.meta.dirname, "..", "..");
const files = globSync("electron/verifier/*.ts", { cwd: root }).map((file) => ({
  name: file.replaceAll("\\", "/").split("/").at(-1)!,
  text: readFileSync(join(root, file), "utf8"),
}));

test("the verifier takes nothing of the application but types", () => {
  const imports = files.flatMap(({ name, text }) =>
    [...text.matchAll(/^import\s+(type\s)?[^;]*?from "([^"]+)"/gm)].map(([, type, from = ""]) => ({
      name,
      type,
      from,
    })),
  );
  expect(imports.length).toBeGreaterThan(files.length);
  const foreign = imports.filter(({ type, from }) => !from.startsWith("./") && !type);
  // Only script.ts, which finds the built page script for the application, reads files.
  expect(foreign.filter(({ name }) => name !== "script.ts")).toEqual([]);
});

test("the script of the page is what an inspector can read: whole, with its comments, and nothing from elsewhere", () => {
  const script = verifierScript({ resources: join(root, "resources") });
  expect(script).toContain("Walks the chain from its first entry");
  expect(script).not.toMatch(/<\/script|<!--/i);
  expect(script).not.toMatch(
    /\bimport\b|\brequire\(|\bfetch\(|XMLHttpRequest|WebSocket|\beval\(|new Function|innerHTML/,
  );
  expect(script.split("\n").length).toBeLessThan(1000);
});

test("the script needs no browser of this year", () => {
  const script = verifierScript({ resources: join(root, "resources") });
  expect(script).not.toMatch(/toReversed|toSpliced|Object\.groupBy|Map\.groupBy|isWellFormed|\?\?=|findLast/);
  expect(script).toMatch(/Array\.prototype\.toSorted = Array\.prototype\.toSorted \|\|/);
});
