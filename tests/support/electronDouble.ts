import { EventEmitter } from "node:events";
import { MessageChannel, type MessagePort } from "node:worker_threads";

/**
 * As much of Electron as our shell touches, for machines without its binary. The ports are real MessagePorts; windows,
 * dialogs and the printer only note what was asked of them, and answer what the test has put into `answers`.
 */
export const answers = {
  appPath: "",
  packaged: false,
  alone: true,
  savePath: null as string | null,
  print: { success: true, reason: "" },
  printers: [] as { name: string; displayName: string }[],
};
/** What the application said or did to the outside. */
export const heard = {
  exitCodes: [] as number[],
  errorBoxes: [] as string[],
  printed: [] as { url: string; contents: EventEmitter; options: object }[],
  privileged: [] as unknown[],
  paths: new Map<string, string>(),
  menu: [] as MenuEntry[],
};

interface Frame {
  url: string;
  parent: Frame | null;
}

interface MenuEntry {
  label: string;
  submenu: { label?: string; click?: () => void }[];
}

let lastId = 0;

class WebContents extends EventEmitter {
  readonly id = ++lastId;
  readonly mainFrame: Frame = { url: "about:blank", parent: null };
  decideOpen: ((details: { url: string }) => { action: string }) | null = null;

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.decideOpen = handler;
  }
  /** The preload script of this window receives it. */
  postMessage(channel: string, message: unknown, ports: MessagePort[]): void {
    this.emit("double:to-preload", channel, message, ports);
  }
  getPrintersAsync(): Promise<object[]> {
    return Promise.resolve(answers.printers);
  }
  print(options: object, done: (success: boolean, reason: string) => void): void {
    heard.printed.push({ url: this.mainFrame.url, contents: this, options });
    done(answers.print.success, answers.print.reason);
  }
}

export class BrowserWindow extends EventEmitter {
  static readonly open: BrowserWindow[] = [];
  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.open];
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.open.find((window) => window.webContents === contents) ?? null;
  }

  readonly webContents = new WebContents();
  readonly options: { show?: boolean; webPreferences: Record<string, unknown> };
  focused = 0;
  shown = false;

  constructor(options: BrowserWindow["options"]) {
    super();
    this.options = options;
    BrowserWindow.open.push(this);
    app.emit("web-contents-created", {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url;
    this.emit("ready-to-show");
  }
  show(): void {
    this.shown = true;
  }
  focus(): void {
    this.focused += 1;
  }
  isMinimized(): boolean {
    return false;
  }
  destroy(): void {
    BrowserWindow.open.splice(BrowserWindow.open.indexOf(this), 1);
    this.webContents.emit("destroyed");
    if (BrowserWindow.open.length === 0) app.emit("window-all-closed");
  }
}

class App extends EventEmitter {
  get isPackaged(): boolean {
    return answers.packaged;
  }
  getAppPath(): string {
    return answers.appPath;
  }
  getVersion(): string {
    return "9.9.9";
  }
  getPath(name: string): string {
    return `/home/staf/${name}`;
  }
  setPath(name: string, path: string): void {
    heard.paths.set(name, path);
  }
  requestSingleInstanceLock(): boolean {
    return answers.alone;
  }
  async whenReady(): Promise<void> {}
  quit(): void {
    const event = { prevented: false, preventDefault: () => (event.prevented = true) };
    this.emit("before-quit", event);
    if (!event.prevented) this.exit(0);
  }
  exit(code: number): void {
    heard.exitCodes.push(code);
    this.emit("double:exit");
  }
}
export const app = new App();

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, (event: object, ...args: unknown[]) => unknown>();
  handle(channel: string, handler: (event: object, ...args: unknown[]) => unknown): void {
    this.handlers.set(channel, handler);
  }
}
export const ipcMain = new IpcMain();

class MessagePortMain extends EventEmitter {
  readonly #port: MessagePort;
  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.on("close", () => this.emit("close"));
  }
  start(): void {
    this.#port.on("message", (data: unknown) => this.emit("message", { data, ports: [] }));
  }
  postMessage(message: unknown): void {
    this.#port.postMessage(message, []);
  }
  close(): void {
    this.#port.close();
  }
}

export class MessageChannelMain {
  readonly port1: MessagePortMain;
  /** The end that goes into a page stays a plain MessagePort there. */
  readonly port2: MessagePort;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new MessagePortMain(port1);
    this.port2 = port2;
  }
}

export const dialog = {
  showErrorBox: (_title: string, content: string) => void heard.errorBoxes.push(content),
  showSaveDialog: async (_window: BrowserWindow, options: { defaultPath: string }) => ({
    canceled: answers.savePath === null,
    filePath: answers.savePath === null ? "" : answers.savePath.replace("DEFAULT", options.defaultPath),
  }),
};

export const protocol = {
  schemes: new Map<string, (request: Request) => Promise<Response>>(),
  registerSchemesAsPrivileged: (schemes: unknown[]) => void heard.privileged.push(...schemes),
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    protocol.schemes.set(scheme, handler);
  },
};

type Decide<T> = (decision: T) => void;

class Session extends EventEmitter {
  request:
    | ((
        contents: unknown,
        permission: string,
        decide: Decide<boolean>,
        details: { mediaTypes?: string[] },
      ) => void)
    | null = null;
  check:
    | ((contents: unknown, permission: string, origin: string, details: { mediaType?: string }) => boolean)
    | null = null;
  device: (() => boolean) | null = null;
  network: {
    urls: string[];
    listener: (details: object, decide: Decide<{ cancel: boolean }>) => void;
  } | null = null;

  setPermissionRequestHandler(handler: NonNullable<Session["request"]>): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: NonNullable<Session["check"]>): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler;
  }
  readonly webRequest = {
    onBeforeRequest: (filter: { urls: string[] }, listener: NonNullable<Session["network"]>["listener"]) => {
      this.network = { urls: filter.urls, listener };
    },
  };
}
/** Starts no process: what runs in one is tested with Node's own. */
export const utilityProcess = {
  fork(): never {
    throw new Error("the double has no utility processes");
  },
};

export const session = { defaultSession: new Session() };

export const Menu = {
  buildFromTemplate: (template: MenuEntry[]) => template,
  setApplicationMenu: (menu: MenuEntry[]) => void heard.menu.splice(0, Infinity, ...menu),
};
