import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  session,
  utilityProcess,
} from "electron";
import type { IpcMainEvent, IpcMainInvokeEvent, MessagePortMain } from "electron";
import { askForPort, portMessage } from "./contract/bridge.ts";
import { systemClock } from "./platform/clock.ts";
import { openLog } from "./platform/log.ts";
import { checkoutPaths, packagedPaths } from "./platform/paths.ts";
import type { FileContent } from "./platform/wholeFile.ts";
import { closeContext, type Context, createContext, router } from "./services/index.ts";
import { openSession, type Session } from "./services/session.ts";
import { openAssets } from "./transport/assets.ts";
import { toAppError } from "./transport/errors.ts";
import type { Process } from "./work/apart.ts";
import { cacheControl, securityHeaders } from "./transport/headers.ts";
import { servePort } from "./transport/port.ts";
import {
  confine,
  isOurPage,
  listPrinters,
  openWindow,
  printPdf,
  refuseEverything,
  removeLeftPrints,
  saveFile,
  scheme,
} from "./window.ts";

const paths = app.isPackaged ? packagedPaths(process.resourcesPath) : checkoutPaths(app.getAppPath());
const log = openLog(paths.log, systemClock);

protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
app.on("web-contents-created", (_event, contents) => confine(contents));
app.on("window-all-closed", () => app.quit());
process.on("unhandledRejection", (error) => log.error("unhandledRejection", error));
process.on("uncaughtException", fail);
run().catch(fail);

async function run(): Promise<void> {
  // Chromium's own files must not lie among ours; the lock on a single instance goes by this folder too.
  const ownFolder = join(paths.data, "jendela");
  mkdirSync(ownFolder, { recursive: true });
  app.setPath("userData", ownFolder);
  if (!app.requestSingleInstanceLock()) return app.exit(0);
  void removeLeftPrints();
  await app.whenReady();
  const about = { version: app.getVersion(), shell: `Electron ${process.versions.electron}` };
  const context = await createContext({ paths, clock: systemClock, about, launch });
  refuseEverything(session.defaultSession);
  serveRenderer();
  serveWindows(context);
  closeBeforeQuit(context);
  Menu.setApplicationMenu(createMenu());
  app.on("second-instance", showWindow);
  openWindow();
}

/** The packaged application does not run as Node, so a process of its own is one of Electron's utilities. */
function launch(script: string, env: NodeJS.ProcessEnv): Process {
  const child = utilityProcess.fork(script, [], { env, serviceName: "Lencana" });
  return {
    send: (message) => child.postMessage(message, []),
    onMessage: (listener) => void child.on("message", listener),
    onExit: (listener) => void child.on("exit", listener),
    kill: () => void child.kill(),
    // Electron ends its utilities with itself.
    hold() {},
  };
}

/** What cannot be gone on from: said in a sentence, then the end. What was saved is safe. */
function fail(error: unknown): void {
  const { message } = toAppError(error, { log, dataFolder: paths.data, act: "main" });
  dialog.showErrorBox("Lencana", message);
  app.exit(1);
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

function serveRenderer(): void {
  const findAsset = openAssets(join(app.getAppPath(), "dist", "renderer"));
  protocol.handle(scheme, async (request) => {
    const { host, pathname } = new URL(request.url);
    const asset = host === "app" ? findAsset(pathname) : null;
    if (!asset) return new Response(null, { status: 404, headers: securityHeaders });
    const headers = {
      ...securityHeaders,
      "content-type": asset.type,
      "cache-control": cacheControl(asset.hashed),
    };
    return new Response(new Uint8Array(await readFile(asset.file)), { headers });
  });
}

function serveWindows(context: Context): void {
  const ports = new Map<number, MessagePortMain>();
  // A window keeps its session when it is reloaded.
  const sessions = new Map<number, Session>();
  const sessionOf = (window: number): Session => {
    const known = sessions.get(window) ?? openSession(`jendela ${sessions.size + 1}`, context.clock);
    sessions.set(window, known);
    return known;
  };
  // A page never names a path, only one of these.
  const kept = new Map<string, string>();
  const keepFile = (path: string) => {
    const name = randomUUID();
    kept.set(name, path);
    return name;
  };
  ipcMain.on(askForPort, (event) => {
    const { sender } = event;
    if (!findWindow(event)) return log.error("port", new Error(notOurs));
    ports.get(sender.id)?.close();
    const { port1, port2 } = new MessageChannelMain();
    ports.set(sender.id, port1);
    sender.once("destroyed", () => ports.delete(sender.id));
    servePort(port1, router, { ...context, keepFile, session: sessionOf(sender.id) });
    sender.postMessage(portMessage, null, [port2]);
  });
  ipcMain.handle("lencana:save-file", (event, name: unknown, content: unknown) =>
    saveFile(getWindow(event), textOf(name), contentOf(content, kept)),
  );
  ipcMain.handle("lencana:print-pdf", (event, name: unknown, content: unknown, printer: unknown) => {
    getWindow(event);
    return printPdf(textOf(name), contentOf(content, kept), printer === null ? null : textOf(printer));
  });
  ipcMain.handle("lencana:list-printers", (event) => listPrinters(getWindow(event)));
}

const notOurs = "message from a page that is not ours";

function findWindow(event: IpcMainEvent | IpcMainInvokeEvent): BrowserWindow | null {
  return isOurPage(event.senderFrame) ? BrowserWindow.fromWebContents(event.sender) : null;
}

function getWindow(event: IpcMainInvokeEvent): BrowserWindow {
  const window = findWindow(event);
  if (!window) throw new Error(notOurs);
  return window;
}

function textOf(value: unknown): string {
  if (typeof value !== "string") throw new TypeError("expected text");
  return value;
}

function contentOf(value: unknown, kept: ReadonlyMap<string, string>): FileContent {
  if (value instanceof Uint8Array) return value;
  const name = typeof value === "object" && value !== null && "kept" in value ? textOf(value.kept) : "";
  const path = kept.get(name);
  if (path === undefined) throw new TypeError("expected bytes, or a file that is kept");
  return { path };
}

function closeBeforeQuit(context: Context): void {
  let closing = false;
  app.on("before-quit", (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    closeContext(context).then(() => app.exit(0), fail);
  });
}

function createMenu(): Menu {
  return Menu.buildFromTemplate([
    {
      label: "Berkas",
      submenu: [
        { label: "Jendela Baru", accelerator: "CmdOrCtrl+N", click: () => void openWindow() },
        { label: "Tutup Jendela", role: "close" },
        { type: "separator" },
        { label: "Keluar", role: "quit" },
      ],
    },
    {
      label: "Sunting",
      submenu: [
        { label: "Urungkan", role: "undo" },
        { label: "Ulangi", role: "redo" },
        { type: "separator" },
        { label: "Potong", role: "cut" },
        { label: "Salin", role: "copy" },
        { label: "Tempel", role: "paste" },
        { label: "Pilih Semua", role: "selectAll" },
      ],
    },
    {
      label: "Tampilan",
      submenu: [
        { label: "Muat Ulang", role: "reload" },
        { label: "Perbesar", role: "zoomIn" },
        { label: "Perkecil", role: "zoomOut" },
        { label: "Ukuran Semula", role: "resetZoom" },
        { label: "Layar Penuh", role: "togglefullscreen" },
        ...(app.isPackaged ? [] : [{ label: "Alat Pengembang", role: "toggleDevTools" as const }]),
      ],
    },
  ]);
}
