import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Browser } from "@playwright/test";
import { measureGridScroll } from "./gridScroll.ts";
import { type Figure, median } from "./table.ts";
import { startUnwatchedBrowser, type UnwatchedWindow } from "./unwatchedBrowser.ts";

const root = join(import.meta.dirname, "..", "..");

/** A program started until it says its address. */
interface Started {
  address: string;
  stop: () => Promise<void>;
}

function startProgram(args: string[], home: string): Promise<Started> {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, LENCANA_HOME: home } });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const address = /http:\/\/127\.0\.0\.1:\S+/.exec(line)?.[0];
      if (address) resolve({ address, stop });
    });
    child.stderr.on("data", (text: Buffer) => process.stderr.write(text));
    child.once("error", reject);
  });
}

const settleMs = 1500;

/** From starting the program to the first screen that can be used, in a browser that already runs. */
async function startToScreen(
  openWindow: () => Promise<UnwatchedWindow>,
  args: string[],
  button: string,
): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), "lencana-bench-"));
  const window = await openWindow();
  // A window of its own keeps the browser busy for a while; what is measured is a program that opens in one that runs.
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const start = performance.now();
  const { address, stop } = await startProgram(args, home);
  await window.openUntilButton(address, button);
  const ms = performance.now() - start;
  await window.close();
  await stop();
  rmSync(home, { recursive: true, force: true });
  return ms;
}

const bareServer = `
  const server = require("node:http").createServer((_, response) => response.setHeader("content-type", "text/html").end("<button>Mulai</button>"));
  server.listen(0, "127.0.0.1", () => console.log("http://127.0.0.1:" + server.address().port + "/"));`;

export async function benchStart(program: string): Promise<Figure[]> {
  const ours: number[] = [];
  const bare: number[] = [];
  const browser = await startUnwatchedBrowser(program);
  const startOurs = () =>
    startToScreen(() => browser.openWindow(), ["build/launchers/start.mjs"], "Buka contoh 2021");
  // The very first start after an update compiles.
  await startOurs();
  for (let run = 0; run < 5; run++) {
    bare.push(await startToScreen(() => browser.openWindow(), ["--eval", bareServer], "Mulai"));
    ours.push(await startOurs());
  }
  await browser.close();
  const ms = median(ours);
  const reference = median(bare);
  return [
    {
      what: "host start to usable first screen",
      ours: `${ms.toFixed(0)} ms`,
      reference: `bare Node server with one button: ${reference.toFixed(0)} ms`,
      ratio: `${(ms / reference).toFixed(2)} ×`,
      goal: "≤ 1000 ms",
      met: ms <= 1000,
    },
  ];
}

export async function benchGrid(browser: Browser, address: string, path: string): Promise<Figure[]> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(address);
  await page.goto(new URL(path, address).href);
  const { grid, bare } = await measureGridScroll(page);
  await page.close();
  const share = (smoothness: typeof grid) =>
    `${smoothness.droppedFrames} of ${smoothness.frames + smoothness.droppedFrames} frames dropped`;
  return [
    {
      what: "typing grid 514 × 100 scrolling",
      ours: `${share(grid)}, longest ${grid.longestFrameMs.toFixed(0)} ms`,
      reference: `empty page: ${share(bare)}, longest ${bare.longestFrameMs.toFixed(0)} ms`,
      ratio: `${(grid.medianFrameMs / bare.medianFrameMs).toFixed(2)} ×`,
      goal: "no more dropped than the empty page",
      met: grid.droppedFrames <= bare.droppedFrames,
    },
  ];
}
