import { askForPort, portMessage } from "../../electron/contract/bridge.ts";
import type { Bridge } from "../../electron/contract/bridge.ts";

declare global {
  interface Window {
    /** Put there by the desktop window's preload script; absent in a browser. */
    lencana?: Bridge;
  }
}

/** The window's port to the main process: the preload script hands it over once the page asks. */
export function receivePort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent<unknown>) => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== portMessage || !port) return;
      window.removeEventListener("message", receive);
      port.start();
      resolve(port);
    };
    window.addEventListener("message", receive);
    // To this very page; a page opened from a file has no origin to name.
    window.postMessage(askForPort, "*");
  });
}
