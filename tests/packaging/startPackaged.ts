import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { MessagePort } from "node:worker_threads";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import { answers, app, BrowserWindow, heard, ipcMain, protocol } from "../support/electronDouble.ts";
import type { Client } from "../support/wires.ts";
import { doMainJob, type MainJob } from "./mainJob.ts";

/**
 * A program: `node startPackaged.ts RESOURCES` starts a packaged application whose app.asar lies unpacked in
 * RESOURCES/app, with the double in Electron's place and everything else as it was packed, does the main job once
 * through a window's port and writes what came of it as JSON.
 */
export interface PackagedRun {
  /** Status of the page and of everything it names. */
  page: Record<string, number>;
  preload: string;
  job: MainJob;
  exitCodes: number[];
}

const resources = process.argv[2] ?? "";
const double = pathToFileURL(join(import.meta.dirname, "..", "support", "electronDouble.ts")).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "electron" ? { url: double, shortCircuit: true } : next(specifier, context),
});
answers.packaged = true;
answers.appPath = join(resources, "app");
Object.assign(process, { resourcesPath: resources });

run().then(
  (outcome) => process.stdout.write(JSON.stringify(outcome), () => process.exit(0)),
  (error: unknown) => {
    process.stderr.write(String(error instanceof Error ? error.stack : error), () => process.exit(1));
  },
);

async function run(): Promise<PackagedRun> {
  await import(pathToFileURL(join(answers.appPath, "dist", "main", "main.js")).href);
  const window = await firstWindow();
  const page = await readPage();
  const job = await doMainJob(await connect(window), (made) => saveKept(window, made));
  const ended = new Promise<void>((resolve) => app.once("double:exit", resolve));
  app.quit();
  await ended;
  return { page, preload: String(window.options.webPreferences.preload), job, exitCodes: heard.exitCodes };
}

async function firstWindow(): Promise<BrowserWindow> {
  for (let tries = 0; tries < 600; tries++) {
    const [first] = BrowserWindow.open;
    if (first) return first;
    if (heard.errorBoxes.length > 0) throw new Error(heard.errorBoxes.join("\n"));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the packaged application opened no window");
}

async function connect({ webContents }: BrowserWindow): Promise<Client> {
  const arriving = new Promise<MessagePort>((resolve) =>
    webContents.once("double:to-preload", (_channel, _message, [port]) => resolve(port)),
  );
  ipcMain.emit("lencana:ask-port", { sender: webContents, senderFrame: webContents.mainFrame });
  const port = await arriving;
  port.start();
  return createORPCClient(new RPCLink({ port }));
}

/** Saves a made paper as the page asks for it, and reads what came to lie on the disk. */
async function saveKept(
  { webContents }: BrowserWindow,
  { file, kept }: { file: File; kept: string | null },
): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "lencana-saved-"));
  try {
    answers.savePath = join(folder, file.name);
    const event = { sender: webContents, senderFrame: webContents.mainFrame };
    await ipcMain.handlers.get("lencana:save-file")?.(event, file.name, { kept });
    return new Uint8Array(readFileSync(answers.savePath));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readPage(): Promise<Record<string, number>> {
  const load = async (url: string) =>
    (await protocol.schemes.get("lencana")?.(new Request(url))) ?? Response.error();
  const page = await load("lencana://app/");
  const html = await page.text();
  const statuses: Record<string, number> = { "": page.status };
  for (const [, path = ""] of html.matchAll(/(?:src|href)="\.\/([^"]+)"/g)) {
    statuses[path] = (await load(`lencana://app/${path}`)).status;
  }
  return statuses;
}
