import type { PDFPageProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { drawPage } from "./drawPage.ts";

/** One page, drawn while it is near the view. What it showed last stays until the next drawing is whole. */
export function PdfPage({
  page,
  scale,
  label,
  onDrawn,
}: {
  page: PDFPageProxy;
  scale: number;
  label: string;
  /** A drawing of exactly this page came on screen, or could not be made. */
  onDrawn: (page: PDFPageProxy, failure: unknown) => void;
}) {
  const holder = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);

  useEffect(() => {
    const element = holder.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: "800px 0px",
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    const element = holder.current;
    if (!element) return undefined;
    if (!near) {
      element.replaceChildren();
      const { width, height } = page.getViewport({ scale });
      setSize(element, width, height);
      return undefined;
    }
    const drawing = drawPage(page, scale, window.devicePixelRatio);
    drawing.done.then(
      (drawn) => {
        if (!drawn) return;
        setSize(element, drawn.width, drawn.height);
        element.replaceChildren(drawn.canvas, drawn.text);
        onDrawn(page, null);
      },
      (error: unknown) => onDrawn(page, error),
    );
    return () => drawing.cancel();
  }, [page, scale, near, onDrawn]);

  return <div ref={holder} className="pdf-page" role="group" aria-label={label} />;
}

function setSize(element: HTMLElement, width: number, height: number) {
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}
