import { EventEmitter } from "node:events";
import type { MessagePort } from "node:worker_threads";
import { vi } from "vitest";
import type { Bridge } from "../../electron/contract/bridge.ts";
import { type BrowserWindow, ipcMain } from "./electronDouble.ts";

/** A page in a window of the double: what its scripts would see once the preload script has run. */
export interface Page {
  bridge: Bridge;
  /** `window.postMessage` of the page to itself. */
  post(message: unknown): void;
  /** The port the preload script sends into the page. */
  nextPort(): Promise<MessagePort>;
}

/** Runs the real preload script in a window of the double. */
export async function openPage(window: BrowserWindow): Promise<Page> {
  const { webContents } = window;
  const event = { sender: webContents, senderFrame: webContents.mainFrame };
  const ipcRenderer = new EventEmitter();
  webContents.on("double:to-preload", (channel: string, message: unknown, ports: MessagePort[]) => {
    vi.stubGlobal("window", page);
    ipcRenderer.emit(channel, { ports }, message);
  });

  const bridges: Bridge[] = [];
  const listeners: ((event: object) => void)[] = [];
  const arrived = new EventEmitter();
  const page = {
    location: { origin: "lencana://app" },
    addEventListener: (_type: string, listener: (event: object) => void) => void listeners.push(listener),
    postMessage: (message: unknown, origin: string, ports: MessagePort[]) =>
      arrived.emit("message", { message, origin, port: ports[0] }),
  };
  // All preload scripts of a test share one global object, which is therefore set anew whenever one is entered.
  vi.stubGlobal("window", page);
  vi.doMock("electron", () => ({
    contextBridge: { exposeInMainWorld: (_name: string, bridge: Bridge) => void bridges.push(bridge) },
    ipcRenderer: Object.assign(ipcRenderer, {
      send: (channel: string) => ipcMain.emit(channel, event),
      invoke: async (channel: string, ...args: unknown[]) => ipcMain.handlers.get(channel)?.(event, ...args),
    }),
  }));
  vi.resetModules();
  await import("../../electron/preload.ts");
  vi.doUnmock("electron");

  const [bridge] = bridges;
  if (!bridge) throw new Error("the preload script exposed no bridge");
  return {
    bridge,
    post(message) {
      vi.stubGlobal("window", page);
      for (const listen of listeners) listen({ source: page, data: message });
    },
    nextPort: () =>
      new Promise((resolve, reject) => {
        arrived.once("message", ({ message, origin, port }) => {
          const expected = message === "lencana:port" && origin === "lencana://app" && port;
          if (expected) resolve(port);
          else reject(new Error("not the port"));
        });
      }),
  };
}
