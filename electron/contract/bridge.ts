/**
 * What Electron's preload puts into a window as `window.lencana`; a browser has none. The contract itself is spoken
 * over a MessagePort: the page posts `askForPort` to itself, and is sent `portMessage` with the port.
 */
export interface Bridge {
  /** Asks where to, and writes there whole or not at all. */
  saveFile(name: string, content: BridgeContent): Promise<BridgeOutcome>;
  /**
   * Hands a PDF to the print dialog, with that printer chosen in it. `done` does not mean that paper came out: only the user
   * can tell.
   */
  printPdf(name: string, content: BridgeContent, printer: string | null): Promise<BridgeOutcome>;
  /** The printers that the system knows. */
  listPrinters(): Promise<Printer[]>;
}

/** Bytes, or what a file that the application keeps on its disk is named by: no byte of it then comes into the page. */
export type BridgeContent = Uint8Array | { kept: string };

export interface Printer {
  /** As the system knows it. */
  name: string;
  /** As its users know it. */
  label: string;
}

/** An error would lose its class on the way into the page, so what went wrong travels as a sentence to show. */
export interface BridgeOutcome {
  /** False when the user closed the dialog, or when there is a problem. */
  done: boolean;
  problem: string | null;
}

export const askForPort = "lencana:ask-port";
export const portMessage = "lencana:port";
