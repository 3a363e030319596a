import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const shared = ["electron/contract", "electron/domain", "package-lock.json"];
const builds = {
  renderer: { output: "dist/renderer/index.html", sources: ["renderer", ...shared] },
  main: { output: "dist/main/main.js", sources: ["electron", "package-lock.json"] },
  host: { output: "dist/host/host.js", sources: ["electron", "build/vite.main.ts", "package-lock.json"] },
  preload: { output: "dist/main/preload.cjs", sources: ["electron/preload.ts", ...shared] },
  verifier: { output: "dist/verifier/verifier.js", sources: ["electron/verifier", "package-lock.json"] },
};

/** Builds what is missing or older than its sources; one after the other, for the main build empties the preload's folder. */
export async function bringUpToDate(names) {
  let told = false;
  for (const name of names) {
    if (!isStale(name)) continue;
    if (!told) console.log("Menyiapkan tampilan…");
    told = true;
    await buildAsShipped(name);
  }
}

/** A test runner says that it is one, and Vite would then build pages for developers, which are half as quick. */
async function buildAsShipped(name) {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = "production";
  try {
    const { build } = await import("vite");
    await build({ configFile: join(root, "build", `vite.${name}.ts`), logLevel: "error" });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

function isStale(name) {
  const { output, sources } = builds[name];
  const path = join(root, output);
  if (!existsSync(path)) return true;
  const builtAt = statSync(path).mtimeMs;
  return [...sources, `build/vite.${name}.ts`].some((source) => newest(join(root, source)) > builtAt);
}

/** When a file, or anything in a folder, last changed; a folder's own time tells of files that went. */
function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
