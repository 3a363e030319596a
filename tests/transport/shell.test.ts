import type { EventEmitter } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/message-port";
import { unzipSync } from "fflate";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { answers, app, BrowserWindow, heard, ipcMain, protocol, session } from "../support/electronDouble.ts";
import { openPage, type Page } from "../support/electronPage.ts";
import type { Client } from "../support/wires.ts";

vi.mock("electron", () => import("../support/electronDouble.ts"));

const checkout = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "lencana-shell-"));
const data = join(folder, "data");
let window: BrowserWindow;
let page: Page;
let client: Client;

/** Electron's shell as it starts in a checkout, in a data folder of its own, with one window. */
beforeAll(async () => {
  for (const name of ["resources", "node_modules"]) symlinkSync(join(checkout, name), join(folder, name));
  mkdirSync(join(folder, "dist", "renderer", "assets"), { recursive: true });
  writeFileSync(join(folder, "dist", "renderer", "index.html"), "<!doctype html><title>Lencana</title>");
  writeFileSync(join(folder, "dist", "renderer", "assets", "index-1.js"), "export {};");
  answers.appPath = folder;
  vi.stubEnv("LENCANA_HOME", data);
  await import("../../electron/main.ts");
  window = await firstWindow();
  page = await openPage(window);
  client = await connect(page);
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  answers.savePath = null;
  answers.print = { success: true, reason: "" };
  heard.printed.splice(0);
});

function firstWindow(): Promise<BrowserWindow> {
  return vi.waitFor(() => {
    const [first] = BrowserWindow.open;
    if (!first) throw new Error("no window yet");
    return first;
  }, 30_000);
}

async function connect(given: Page): Promise<Client> {
  const coming = given.nextPort();
  given.post("lencana:ask-port");
  const port = await coming;
  port.start();
  return createORPCClient(new RPCLink({ port }));
}

async function load(url: string): Promise<Response> {
  return protocol.schemes.get("lencana")?.(new Request(url)) ?? Response.error();
}

/** What a page of ours would send past the preload script. */
async function invoke(channel: string, ...args: unknown[]): Promise<unknown> {
  const event = { sender: window.webContents, senderFrame: window.webContents.mainFrame };
  return ipcMain.handlers.get(channel)?.(event, ...args);
}

/** Whether a navigation of a frame is stopped. */
function prevented(isMainFrame: boolean, url: string, contents: EventEmitter = window.webContents): boolean {
  const preventDefault = vi.fn();
  contents.emit("will-frame-navigate", { isMainFrame, url, preventDefault });
  return preventDefault.mock.calls.length === 1;
}

function frame(url: string, parent: object | null = null) {
  return { url, parent };
}

describe("the window", () => {
  test("is isolated, sandboxed and has no Node, and shows the page of our own scheme", () => {
    expect(window.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: true,
      preload: expect.stringMatching(/preload\.cjs$/),
    });
    expect(window.webContents.mainFrame.url).toBe("lencana://app/");
    expect(window.shown).toBe(true);
    expect(heard.privileged).toEqual([
      { scheme: "lencana", privileges: expect.objectContaining({ standard: true, secure: true }) },
    ]);
  });

  test("opens nothing and goes nowhere", () => {
    const { webContents } = window;
    expect(webContents.decideOpen?.({ url: "https://evil.example" })).toEqual({ action: "deny" });
    for (const event of ["will-navigate", "will-redirect", "will-attach-webview"]) {
      const preventDefault = vi.fn();
      webContents.emit(event, { preventDefault });
      expect(preventDefault, event).toHaveBeenCalledOnce();
    }
  });

  test("lets a frame show nothing but a blob of the page itself", () => {
    expect(prevented(false, "blob:lencana://app/0b1c")).toBe(false);
    expect(prevented(true, "blob:lencana://app/0b1c")).toBe(true);
    for (const url of [
      "https://evil.example/",
      "file:///etc/passwd",
      "lencana://app/",
      "blob:https://evil.example/1",
    ]) {
      expect(prevented(false, url), url).toBe(true);
    }
  });

  test("is refused every permission but the picture of a camera, every device, download and word to a network", () => {
    const { defaultSession } = session;
    for (const permission of ["media", "geolocation", "notifications", "clipboard-read", "fullscreen"]) {
      const decide = vi.fn();
      defaultSession.request?.(window.webContents, permission, decide, { mediaTypes: ["audio", "video"] });
      expect(decide).toHaveBeenCalledExactlyOnceWith(false);
    }
    const camera = vi.fn();
    defaultSession.request?.(window.webContents, "media", camera, { mediaTypes: ["video"] });
    expect(camera).toHaveBeenCalledExactlyOnceWith(true);
    expect(defaultSession.check?.(null, "media", "", { mediaType: "video" })).toBe(true);
    expect(defaultSession.check?.(null, "media", "", { mediaType: "audio" })).toBe(false);
    expect(defaultSession.check?.(null, "midi", "", {})).toBe(false);
    expect(defaultSession.device?.()).toBe(false);
    const preventDefault = vi.fn();
    defaultSession.emit("will-download", { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    const decide = vi.fn();
    defaultSession.network?.listener({ url: "https://evil.example" }, decide);
    expect(decide).toHaveBeenCalledExactlyOnceWith({ cancel: true });
    expect(defaultSession.network?.urls).toEqual(
      expect.arrayContaining(["http://*/*", "https://*/*", "ws://*/*"]),
    );
  });
});

describe("the page's own scheme", () => {
  test("gives the page with the same policy a browser gets", async () => {
    const response = await load("lencana://app/");
    expect(await response.text()).toContain("<title>Lencana</title>");
    expect(response.headers.get("content-security-policy")).toMatch(
      /^default-src 'self'; script-src 'self' 'wasm-unsafe-eval';/,
    );
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await load("lencana://app/assets/index-1.js")).headers.get("content-type")).toMatch(
      /^text\/javascript/,
    );
  });

  test.each([
    "lencana://elsewhere/",
    "lencana://app/../package.json",
    "lencana://app/..%2f..%2fpackage.json",
    "lencana://app/data/lencana.db",
    "lencana://app/%00",
    "lencana://app/%ff",
  ])("has nothing at %s", async (url) => {
    expect((await load(url)).status).toBe(404);
  });
});

describe("the port of a window", () => {
  test("speaks the contract", async () => {
    const sample = await client.editions.openSample();
    expect(sample).toMatchObject({ year: 2021, sample: true });
    expect(await client.settings.about()).toMatchObject({ version: "9.9.9", dataFolder: data });
  });

  test("is one of its own for every window, and each sees the other's changes", async () => {
    heard.menu[0]?.submenu.find(({ label }) => label === "Jendela Baru")?.click?.();
    const other = BrowserWindow.open[1];
    if (!other) throw new Error("no second window");
    const second = await connect(await openPage(other));
    const watch = await second.changes.watch();
    await watch.next();
    const [edition] = await client.editions.list();
    await client.panelists.create({ editionId: edition?.id ?? 0, name: "Panelis Baru", institution: null });
    expect(await watch.next()).toMatchObject({ value: { editionId: edition?.id } });
    await watch.return?.(undefined);
    other.destroy();
    expect(await client.editions.list()).toHaveLength(1);
  });

  test("is replaced when the page asks anew, as after a reload", async () => {
    const before = page.nextPort();
    page.post("lencana:ask-port");
    const port = await before;
    const closed = new Promise((resolve) => port.once("close", () => resolve("closed")));
    client = await connect(page);
    expect(await closed).toBe("closed");
    expect(await client.editions.list()).toHaveLength(1);
  });

  test.each([
    ["a page of another address", frame("https://evil.example/")],
    ["a page that only starts like ours", frame("lencana://app.evil.example/")],
    ["a file", frame("file:///tmp/a.html")],
    ["a frame inside our page", frame("lencana://app/", { url: "lencana://app/" })],
    ["a frame that is gone", null],
  ])("is not given to %s, nor are files written for it", async (_name, senderFrame) => {
    const sent = vi.fn();
    window.webContents.on("double:to-preload", sent);
    const event = { sender: window.webContents, senderFrame };
    ipcMain.emit("lencana:ask-port", event);
    expect(sent).not.toHaveBeenCalled();
    window.webContents.off("double:to-preload", sent);
    answers.savePath = join(folder, "stolen.pdf");
    for (const channel of ["lencana:save-file", "lencana:print-pdf", "lencana:list-printers"]) {
      const act = async () => ipcMain.handlers.get(channel)?.(event, "a.pdf", new Uint8Array(1));
      await expect(act()).rejects.toThrow("not ours");
    }
    expect(existsSync(answers.savePath)).toBe(false);
  });
});

describe("saving a file", () => {
  const bytes = new TextEncoder().encode("%PDF-1.7");

  test("writes it where the dialog says", async () => {
    answers.savePath = join(folder, "piagam.pdf");
    expect(await page.bridge.saveFile("piagam.pdf", bytes)).toEqual({ done: true, problem: null });
    expect(readFileSync(answers.savePath, "utf8")).toBe("%PDF-1.7");
  });

  test("offers the documents folder and a name every file system takes", async () => {
    answers.savePath = `${folder}/DEFAULT`;
    const outcome = await page.bridge.saveFile("Piagam 914/477: Bupati.pdf", bytes);
    expect(outcome.problem).toContain("Piagam 914-477- Bupati.pdf tidak tersimpan di");
    expect(outcome.problem).toContain("/home/staf/documents");
  });

  test("does nothing when the dialog is closed", async () => {
    expect(await page.bridge.saveFile("piagam.pdf", bytes)).toEqual({ done: false, problem: null });
  });

  test("says what to do when the place refuses, and leaves nothing half written", async () => {
    answers.savePath = join(folder, "dist");
    const { done, problem } = await page.bridge.saveFile("dist", bytes);
    expect(done).toBe(false);
    expect(problem).toMatch(/lalu simpan lagi\.$/);
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("takes nothing but a name and bytes, or what the application itself has named", async () => {
    await expect(invoke("lencana:save-file", "a.pdf", "text")).rejects.toThrow(TypeError);
    for (const content of [{ kept: "/etc/passwd" }, { kept: 7 }, { path: "/etc/passwd" }, null])
      await expect(invoke("lencana:save-file", "a.pdf", content)).rejects.toThrow(TypeError);
    await expect(invoke("lencana:save-file", ["a.pdf"], bytes)).rejects.toThrow(TypeError);
  });
});

describe("papers that the application made", () => {
  const make = async (bundle: "zip" | "onePdf") => {
    const { id: editionId } = await client.editions.openSample();
    const charters = (await client.documents.list({ editionId })).filter(({ kind }) => kind === "charter");
    const keys = charters.map(({ key }) => key);
    return await client.documents.make({ editionId, keys, bundle, despiteNames: true, reason: "Uji" });
  };

  test("are saved from the disk, and no byte of them comes into the page", async () => {
    const { file, kept } = await make("zip");
    expect([file.size, file.type]).toEqual([0, "application/zip"]);
    answers.savePath = join(folder, "piagam.zip");
    expect(await page.bridge.saveFile(file.name, { kept: kept ?? "" })).toEqual({
      done: true,
      problem: null,
    });
    const names = Object.keys(unzipSync(new Uint8Array(readFileSync(answers.savePath))));
    expect(names).toHaveLength(6);
    for (const name of names) expect(name.startsWith(`${file.name.replace(/\.zip$/, "")}/`)).toBe(true);
  });

  test("are printed from there too, under their own name", async () => {
    const { file, kept } = await make("onePdf");
    expect(await page.bridge.printPdf(file.name, { kept: kept ?? "" }, null)).toEqual({
      done: true,
      problem: null,
    });
    expect(decodeURIComponent(heard.printed[0]!.url)).toContain(`/${file.name}`);
  });
});

describe("printing", () => {
  const bytes = new TextEncoder().encode("%PDF-1.7");

  test("opens the dialog on the very file in a hidden window, and leaves neither behind", async () => {
    const windows = BrowserWindow.open.length;
    expect(await page.bridge.printPdf("Piagam 1/2.pdf", bytes, null)).toEqual({ done: true, problem: null });
    expect(heard.printed).toHaveLength(1);
    const [{ url, contents } = { url: "", contents: undefined }] = heard.printed;
    expect(url).toMatch(/^file:\/\/.*\/lencana-cetak-.*\/Piagam%201-2\.pdf$/);
    expect(prevented(false, "chrome-extension://viewer/index.html", contents)).toBe(false);
    expect(prevented(true, "https://evil.example/", contents)).toBe(true);
    expect(existsSync(new URL(url))).toBe(false);
    expect(BrowserWindow.open).toHaveLength(windows);
  });

  test("has the printer chosen that was asked for, of those that the system knows", async () => {
    answers.printers = [
      { name: "HP_2", displayName: "HP LaserJet lantai 2" },
      { name: "PDF", displayName: "" },
    ];
    expect(await page.bridge.listPrinters()).toEqual([
      { name: "HP_2", label: "HP LaserJet lantai 2" },
      { name: "PDF", label: "PDF" },
    ]);
    await page.bridge.printPdf("a.pdf", bytes, "HP_2");
    expect(heard.printed[0]!.options).toMatchObject({ silent: false, deviceName: "HP_2" });
    await expect(invoke("lencana:print-pdf", "a.pdf", bytes, 7)).rejects.toThrow(TypeError);
  });

  test("that the user broke off is no problem", async () => {
    answers.print = { success: false, reason: "Print job canceled" };
    expect(await page.bridge.printPdf("a.pdf", bytes, null)).toEqual({ done: false, problem: null });
  });

  test("that failed says what to do", async () => {
    answers.print = { success: false, reason: "Invalid printer settings" };
    expect(await page.bridge.printPdf("a.pdf", bytes, null)).toEqual({
      done: false,
      problem: expect.stringMatching(
        /^a\.pdf tidak dapat dicetak .* simpan berkasnya lalu cetak dari pembaca PDF\.$/,
      ),
    });
  });
});

describe("the application", () => {
  test("keeps Chromium's files in a folder of their own", () => {
    expect(heard.paths.get("userData")).toBe(join(data, "jendela"));
  });

  test("shows its window when it is started a second time", () => {
    const before = window.focused;
    app.emit("second-instance");
    expect(window.focused).toBe(before + 1);
  });

  test("speaks Indonesian in its menu", () => {
    const labels = JSON.stringify(heard.menu);
    for (const label of ["Berkas", "Sunting", "Tampilan", "Salin", "Tempel", "Keluar"])
      expect(labels).toContain(label);
  });

  test("ends when the last window closes, with a copy of the database as it was left", async () => {
    const ended = new Promise((resolve) => app.once("double:exit", resolve));
    window.destroy();
    app.quit();
    await ended;
    expect(heard.exitCodes).toEqual([0]);
    expect(readdirSync(join(data, "cadangan")).some((name) => name.includes("exit"))).toBe(true);
    expect(heard.errorBoxes).toEqual([]);
  });
});
