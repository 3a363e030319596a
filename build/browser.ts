import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { findBrowser } from "./launchers/programs.mjs";

/** The browser for tests and pictures: Chromium, Chrome or Edge of this machine, else Playwright's own; null without any. */
export function findTestBrowser(env: NodeJS.ProcessEnv = process.env): string | null {
  const own = chromium.executablePath();
  return findBrowser(env) ?? (existsSync(own) ? own : null);
}

/** As findTestBrowser, but fetches one first where there is none. */
export function getTestBrowser(env: NodeJS.ProcessEnv = process.env): string {
  const found = findTestBrowser(env);
  if (found) return found;
  for (const way of waysToFetch()) {
    if (!way.every((command) => run(command, env))) continue;
    const fetched = findTestBrowser(env);
    if (fetched) return fetched;
  }
  throw new Error(
    "The end-to-end tests need a browser, and none could be fetched: install Chromium, Chrome or Edge (on Debian, as root: apt-get install chromium), then run this again.",
  );
}

/** Each way is a few commands, one after the other; one whose program is not there just fails. */
function waysToFetch(): string[][][] {
  const playwright = fileURLToPath(import.meta.resolve("@playwright/test/cli"));
  const own = [[process.execPath, playwright, "install", "chromium"]];
  if (process.platform !== "linux" || process.getuid?.() !== 0) return [own];
  const debian = [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
  ];
  return [debian, own];
}

function run([program = "", ...args]: string[], env: NodeJS.ProcessEnv): boolean {
  console.log(`No browser for the end-to-end tests yet, so: ${[program, ...args].join(" ")}`);
  const { status } = spawnSync(program, args, {
    env: { ...env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return status === 0;
}
