import type { BridgeContent, BridgeOutcome, Printer } from "../../electron/contract/bridge.ts";
import { AppError } from "../../electron/contract/errors.ts";

export interface PickOptions {
  /** MIME types and endings: ["image/png", ".xlsx"]. */
  accept: string[];
  /** What is being asked for; read out by screen readers. */
  label: string;
}

/** Files in and out, the same in the desktop window and in a browser. */
export const files = {
  /** Asks the user for one file; null when the dialog was closed. */
  pick({ accept, label }: PickOptions): Promise<File | null> {
    return new Promise((resolve) => {
      const input = document.createElement("input");
      input.type = "file";
      input.accept = accept.join(",");
      input.ariaLabel = label;
      input.hidden = true;
      const settle = (file: File | null) => {
        input.remove();
        resolve(file);
      };
      input.addEventListener("change", () => settle(input.files?.[0] ?? null), { once: true });
      input.addEventListener("cancel", () => settle(null), { once: true });
      document.body.append(input);
      input.click();
    });
  },

  /** Saves a file where the user wants it; false when the dialog was closed. One that is kept is saved from the disk. */
  async save(file: File, kept: string | null = null): Promise<boolean> {
    if (window.lencana) return settled(await window.lencana.saveFile(file.name, await contentOf(file, kept)));
    const address = URL.createObjectURL(file);
    const anchor = document.createElement("a");
    anchor.href = address;
    anchor.download = file.name;
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return true;
  },

  /**
   * Opens the print dialog for a PDF, with a printer chosen in it where the window can. "sent" only says that the system took
   * it: paper may still be missing. A browser tells nothing.
   */
  async print(
    file: File,
    printer: string | null = null,
    kept: string | null = null,
  ): Promise<"sent" | "cancelled" | "unknown"> {
    if (!window.lencana) return (await printInFrame(URL.createObjectURL(file))) ? "unknown" : "cancelled";
    const done = settled(await window.lencana.printPdf(file.name, await contentOf(file, kept), printer));
    return done ? "sent" : "cancelled";
  },

  /** The printers of this computer; null in a browser, which does not say. */
  async listPrinters(): Promise<Printer[] | null> {
    return (await window.lencana?.listPrinters()) ?? null;
  },
};

async function contentOf(file: File, kept: string | null): Promise<BridgeContent> {
  return kept === null ? new Uint8Array(await file.arrayBuffer()) : { kept };
}

function settled({ done, problem }: BridgeOutcome): boolean {
  if (problem !== null) throw new AppError("STORAGE", problem);
  return done;
}

let printFrame: HTMLIFrameElement | null = null;

function printInFrame(address: string): Promise<boolean> {
  const previous = printFrame;
  if (previous) {
    URL.revokeObjectURL(previous.src);
    previous.remove();
  }
  const frame = document.createElement("iframe");
  printFrame = frame;
  frame.style.cssText = "position:fixed;width:1px;height:1px;left:-10px;top:0;border:0";
  frame.title = "Cetak";
  frame.ariaHidden = "true";
  frame.src = address;
  return new Promise((resolve) => {
    frame.addEventListener(
      "load",
      () => {
        try {
          frame.contentWindow?.focus();
          frame.contentWindow?.print();
          resolve(true);
        } catch {
          // A browser that shows PDFs with a viewer of its own: the user prints from there.
          resolve(window.open(address) !== null);
        }
      },
      { once: true },
    );
    document.body.append(frame);
  });
}
