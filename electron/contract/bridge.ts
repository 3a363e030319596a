/**
 * What Electron's preload puts into a window as `window.lencana`; a browser has none. The renderer calls `connect`
 * and is then sent one MessagePort, over which the contract is spoken:
 *
 *     window.addEventListener("message", (event) => {
 *       if (event.source === window && event.data === portMessage) speakOver(event.ports[0]);
 *     });
 *     window.lencana.connect();
 */
export interface Bridge {
  /** Asks for a port. Every call brings a new one; the one before it is closed. */
  connect(): void;
  /** Asks where to, and writes there; false when the user closed the dialog. Rejects with a sentence to show. */
  saveFile(name: string, bytes: Uint8Array): Promise<boolean>;
  /** Asks for a file; `accept` holds endings, ".xlsx". Null when the user closed the dialog. */
  openFile(accept: string[], label: string): Promise<PickedFile | null>;
  /** Hands a PDF to the print dialog; false when the user closed it. True does not mean that paper came out. */
  print(bytes: Uint8Array): Promise<boolean>;
}

export interface PickedFile {
  name: string;
  bytes: Uint8Array;
}

/** The data of the message that carries the port into the page. */
export const portMessage = "lencana:port";

declare global {
  interface Window {
    lencana?: Bridge;
  }
}
