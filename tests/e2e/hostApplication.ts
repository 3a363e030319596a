import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import type { Application, SavedFile } from "./application.ts";

const root = join(import.meta.dirname, "..", "..");
const programs = {
  host: join(root, "electron", "host.ts"),
  checkedHome: join(root, "tests", "support", "checkedHome.ts"),
  commandLine: join(root, "build", "launchers", "lencana.mjs"),
};

function environment(home: string): NodeJS.ProcessEnv {
  const cache = join(root, "node_modules", ".cache", "lencana");
  return { ...process.env, LENCANA_HOME: home, LENCANA_PORT: "", NODE_COMPILE_CACHE: cache };
}

/** Fills a data folder with the sample edition, by the command line, its names checked. */
export function prepareSampleHome(home: string): void {
  const sample = join(root, "resources", "samples", "2021.json");
  execFileSync(process.execPath, [programs.commandLine, "import", sample], { env: environment(home) });
  execFileSync(process.execPath, [programs.checkedHome, home], { env: environment(home) });
}

/** The application for browsers, and a browser window on it. */
export async function startHost(
  browser: Browser,
  home: string,
  watch: (context: BrowserContext) => void,
  options: BrowserContextOptions = {},
): Promise<Application> {
  const host = runHost(home);
  const contexts: BrowserContext[] = [];

  async function openWindow(address?: string): Promise<Page> {
    const context = await browser.newContext(options);
    watch(context);
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(address ?? (await host.nextAddress()));
    return page;
  }

  const spentAddress = await host.nextAddress();
  const page = await openWindow(spentAddress);
  return {
    page,
    openWindow: () => openWindow(),
    async savedBy(act): Promise<SavedFile> {
      const arriving = page.waitForEvent("download", { timeout: 60_000 });
      await act();
      const download = await arriving;
      return {
        name: download.suggestedFilename(),
        bytes: new Uint8Array(readFileSync(await download.path())),
      };
    },
    async copy(text) {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    },
    spentAddress,
    async close() {
      for (const context of contexts) await context.close();
      return host.close();
    },
  };
}

interface RunningHost {
  /** An address that lets one more window in; each works once. */
  nextAddress(): Promise<string>;
  close: () => Promise<string>;
}

function runHost(home: string): RunningHost {
  const child = spawn(process.execPath, [programs.host], { env: environment(home) });
  // Where the tests are broken off, nobody would end it.
  const abandon = () => child.kill("SIGKILL");
  process.once("exit", abandon);
  const addresses: string[] = [];
  let [complaints, ended] = ["", false];
  let arrived = Promise.withResolvers<void>();
  createInterface(child.stdout).on("line", (line) => {
    const address = /http:\S+\?token=\S+/.exec(line)?.[0];
    if (address) addresses.push(address);
    arrived.resolve();
  });
  child.stderr.on("data", (text: Buffer) => (complaints += text.toString()));
  const exit = once(child, "close").then(() => {
    ended = true;
    arrived.resolve();
    process.off("exit", abandon);
  });
  return {
    async nextAddress() {
      while (addresses.length === 0) {
        if (ended) throw new Error(`the host ended: ${complaints}`);
        await arrived.promise;
        if (addresses.length === 0) arrived = Promise.withResolvers();
      }
      return addresses.shift() ?? "";
    },
    async close() {
      child.kill("SIGTERM");
      await exit;
      return complaints;
    },
  };
}
