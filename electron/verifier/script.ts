import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Paths } from "../platform/paths.ts";

/**
 * The script that goes into every bundle. An installed application brings it among its resources, for an inspector to
 * read; a checkout builds it whenever its sources are newer.
 */
export function verifierScript({ resources }: Pick<Paths, "resources">): string {
  const shipped = join(resources, "verifier", "verifier.js");
  if (existsSync(shipped)) return readFileSync(shipped, "utf8");
  const root = join(resources, "..");
  const built = join(root, "dist", "verifier", "verifier.js");
  if (isStale(root, built)) build(root, built);
  return readFileSync(built, "utf8");
}

function isStale(root: string, built: string): boolean {
  if (!existsSync(built)) return true;
  const room = join(root, "electron", "verifier");
  const sources = readdirSync(room).map((name) => join(room, name));
  const others = [room, join(root, "build", "vite.verifier.ts"), join(root, "package-lock.json")];
  return [...sources, ...others].some((path) => statSync(path).mtimeMs > statSync(built).mtimeMs);
}

/** Beside its place and then into it, so that nobody reads half of it. */
function build(root: string, built: string): void {
  const draft = join(root, "dist", `verifier-${process.pid}`);
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const config = join(root, "build", "vite.verifier.ts");
  const run = ["build", "--config", config, "--outDir", draft, "--logLevel", "error"];
  execFileSync(process.execPath, [vite, ...run], {
    cwd: root,
    // Where the application runs in Electron, its program is Node too.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  mkdirSync(join(built, ".."), { recursive: true });
  renameSync(join(draft, "verifier.js"), built);
  rmSync(draft, { recursive: true, force: true });
}
