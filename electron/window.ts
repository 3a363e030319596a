import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { app, BrowserWindow, dialog, type Session, type WebContents, type WebFrameMain } from "electron";
import type { BridgeOutcome, Printer } from "./contract/bridge.ts";
import { removeFolders } from "./platform/leftFolders.ts";
import { type FileContent, fileNameOf, saveProblem, writeWhole } from "./platform/wholeFile.ts";

/** The renderer's own scheme: an origin of its own, which file:// would not be. */
export const scheme = "lencana";
const origin = `${scheme}://app`;

const isolated = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Chromium would fetch its dictionaries from the internet.
  spellcheck: false,
};

/** Opens a window on the application. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    title: "Lencana",
    width: 1366,
    height: 768,
    minWidth: 960,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      ...isolated,
      preload: join(import.meta.dirname, "preload.cjs"),
      devTools: !app.isPackaged,
    },
  });
  window.once("ready-to-show", () => window.show());
  void window.loadURL(`${origin}/`);
  return window;
}

/** Whether a message comes from a page of ours, and from its top frame: the only one that is answered. */
export function isOurPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${origin}/`);
}

/** What is printed lies in a folder of this name for as long as its dialog is open. */
const printFolder = "lencana-cetak-";

const printing = new WeakSet<WebContents>();

/** Nothing leads out of a window: no navigation, no new window, no webview. */
export function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-navigate", (event) => event.preventDefault());
  contents.on("will-redirect", (event) => event.preventDefault());
  contents.on("will-frame-navigate", (event) => {
    // Chromium's own viewer, in which a PDF is printed, is made of frames.
    if (!event.isMainFrame && printing.has(contents)) return;
    // A preview in a frame is a blob of the page itself.
    if (event.isMainFrame || !event.url.startsWith(`blob:${origin}/`)) event.preventDefault();
  });
  contents.on("will-attach-webview", (event) => event.preventDefault());
}

/** No permission but the camera's picture, which reads codes off sheets; no device, no download, no word to any network. */
export function refuseEverything(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const media = permission === "media" && "mediaTypes" in details ? (details.mediaTypes ?? []) : [];
    decide(media.length > 0 && media.every((type) => type === "video"));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, _origin, details) => permission === "media" && details.mediaType === "video",
  );
  session.setDevicePermissionHandler(() => false);
  session.on("will-download", (event) => event.preventDefault());
  const network = { urls: ["http://*/*", "https://*/*", "ws://*/*", "wss://*/*", "ftp://*/*"] };
  session.webRequest.onBeforeRequest(network, (_request, decide) => decide({ cancel: true }));
}

const kinds: Record<string, string> = {
  ".pdf": "Dokumen PDF",
  ".xlsx": "Buku kerja Excel",
  ".json": "Berkas edisi",
  ".zip": "Arsip ZIP",
  ".docx": "Dokumen Word",
  ".typ": "Templat piagam",
  ".html": "Halaman pemeriksa bukti",
};

/** Asks where to, and writes the file there whole or not at all. */
export async function saveFile(
  window: BrowserWindow,
  name: string,
  content: FileContent,
): Promise<BridgeOutcome> {
  const ending = extname(name).toLowerCase();
  const kind = kinds[ending];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: "Simpan berkas",
    buttonLabel: "Simpan",
    defaultPath: join(app.getPath("documents"), fileNameOf(name)),
    filters: kind ? [{ name: kind, extensions: [ending.slice(1)] }] : [],
  });
  if (canceled || !filePath) return { done: false, problem: null };
  try {
    await writeWhole(filePath, content);
    return { done: true, problem: null };
  } catch (error) {
    return { done: false, problem: saveProblem(filePath, error) };
  }
}

/** Removes what a print left behind whose application ended before its dialog: it may name winners. Run at start. */
export async function removeLeftPrints(): Promise<void> {
  await removeFolders(tmpdir(), printFolder);
}

/**
 * Opens the print dialog on a PDF. Chromium says "success" with no paper in the tray, so nobody may conclude from
 * `done` that something was printed; a failure it does know of is passed on.
 */
export async function printPdf(
  name: string,
  content: FileContent,
  printer: string | null,
): Promise<BridgeOutcome> {
  const folder = await mkdtemp(join(tmpdir(), printFolder));
  const window = new BrowserWindow({ show: false, webPreferences: { ...isolated, plugins: true } });
  printing.add(window.webContents);
  try {
    const file = join(folder, fileNameOf(name));
    if ("path" in content) await copyFile(content.path, file);
    else await writeFile(file, content);
    await window.loadURL(pathToFileURL(file).href);
    return await showPrintDialog(window.webContents, name, printer);
  } catch (error) {
    return {
      done: false,
      problem: printProblem(name, error instanceof Error ? error.message : String(error)),
    };
  } finally {
    window.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The printers of the system, those that users know by another name with that. */
export async function listPrinters(window: BrowserWindow): Promise<Printer[]> {
  const printers = await window.webContents.getPrintersAsync();
  return printers.map(({ name, displayName }) => ({ name, label: displayName || name }));
}

function showPrintDialog(
  contents: WebContents,
  name: string,
  printer: string | null,
): Promise<BridgeOutcome> {
  const chosen = printer === null ? {} : { deviceName: printer };
  return new Promise((resolve) => {
    contents.print({ silent: false, printBackground: true, ...chosen }, (success, reason) => {
      const closed = success || /cancell?ed/i.test(reason);
      resolve({ done: success, problem: closed ? null : printProblem(name, reason) });
    });
  });
}

function printProblem(name: string, reason: string): string {
  return `${name} tidak dapat dicetak (${reason}). Periksa pencetaknya, atau simpan berkasnya lalu cetak dari pembaca PDF.`;
}
