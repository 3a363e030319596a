import { getDocument, GlobalWorkerOptions, PDFWorker } from "pdfjs-dist";
import type { PDFPageProxy } from "pdfjs-dist";

GlobalWorkerOptions.workerSrc = new URL("pdfjs-dist/build/pdf.worker.min.mjs", import.meta.url).href;

/** One thread for all: starting one for each would take longer than reading a page. */
let thread: PDFWorker | null = null;

/** A PDF whose pages can be drawn until it is closed. */
export interface OpenPdf {
  file: File;
  pageCount: number;
  /** Other pages are taken to be as large until they are read. */
  firstPage: PDFPageProxy;
  /** Pages count from 1. */
  getPage(number: number): Promise<PDFPageProxy>;
  close(): void;
}

/** Reads a PDF that was made here: its fonts are embedded, so none of the system's are taken in their stead. */
export async function openPdf(
  file: File,
  /** Letters as outlines: nothing of the browser waits for a font, which shows where a PDF comes every moment. */
  { outlines = false }: { outlines?: boolean } = {},
): Promise<OpenPdf> {
  thread ??= new PDFWorker();
  const task = getDocument({
    worker: thread,
    data: new Uint8Array(await file.arrayBuffer()),
    useSystemFonts: false,
    disableFontFace: outlines,
    // Only rare picture formats need it, and the content security policy does not let it run.
    useWasm: false,
    stopAtErrors: true,
  });
  try {
    const pdf = await task.promise;
    return {
      file,
      pageCount: pdf.numPages,
      firstPage: await pdf.getPage(1),
      getPage: (number) => pdf.getPage(number),
      close: () => void task.destroy(),
    };
  } catch (error) {
    void task.destroy();
    throw error;
  }
}
