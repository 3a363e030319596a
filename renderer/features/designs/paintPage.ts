import type { OpenPdf } from "../../components/pdf/openPdf.ts";

export interface Painting {
  /** When the page is whole and in its place, or the painting was given up for a newer one. */
  done: Promise<void>;
  cancel(): void;
}

/** Draws the first page into an element, where the page drawn last stays until this one is whole. */
export function paintInto(element: HTMLElement, { firstPage }: OpenPdf, widthPx: number): Painting {
  const natural = firstPage.getViewport({ scale: 1 });
  const wide = widthPx * window.devicePixelRatio;
  const viewport = firstPage.getViewport({ scale: Math.max(0.2, wide / natural.width) });
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.ariaHidden = "true";
  // As for print: on screen it would wait for a frame of the browser before each step.
  const painting = firstPage.render({ canvas, viewport, intent: "print" });
  const done = painting.promise.then(
    () => element.replaceChildren(canvas),
    () => {},
  );
  return { done, cancel: () => painting.cancel() };
}
