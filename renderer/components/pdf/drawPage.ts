import { TextLayer } from "pdfjs-dist";
import type { PDFPageProxy } from "pdfjs-dist";

/** A page as drawn: the picture, and its text lying invisibly over it for finding, copying and screen readers. */
export interface DrawnPage {
  canvas: HTMLCanvasElement;
  text: HTMLElement;
}

export interface Drawing {
  /** Null when cancelled. */
  done: Promise<DrawnPage | null>;
  cancel(): void;
}

/** A larger picture costs more memory than an office laptop should give. */
const mostPixels = 16_000_000;

/** Draws a page outside of the document, so that the last good picture stays until the new one is whole. */
export function drawPage(page: PDFPageProxy, scale: number, screenRatio: number): Drawing {
  const viewport = page.getViewport({ scale });
  const pixelRatio = Math.min(screenRatio, Math.sqrt(mostPixels / (viewport.width * viewport.height)));
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(viewport.width * pixelRatio);
  canvas.height = Math.floor(viewport.height * pixelRatio);
  canvas.ariaHidden = "true";
  const text = document.createElement("div");
  text.className = "pdf-text";
  text.style.setProperty("--total-scale-factor", String(scale));
  const painting = page.render({
    canvas,
    viewport,
    transform: pixelRatio === 1 ? undefined : [pixelRatio, 0, 0, pixelRatio, 0, 0],
  });
  const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
  let cancelled = false;
  const done = Promise.all([painting.promise, layer.render()]).then(
    () => (cancelled ? null : { canvas, text }),
    (error: unknown) => {
      if (cancelled) return null;
      throw error;
    },
  );
  return {
    done,
    cancel() {
      cancelled = true;
      painting.cancel();
      layer.cancel();
    },
  };
}
