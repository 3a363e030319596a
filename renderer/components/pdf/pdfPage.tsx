import type { PDFPageProxy } from "pdfjs-dist";
import { useEffect, useRef, useState } from "react";
import { drawPage } from "./drawPage.ts";
import type { Drawing } from "./drawPage.ts";
import type { OpenPdf } from "./openPdf.ts";

/** One page, drawn while it is near the view. What it showed last stays until the next drawing is whole. */
export function PdfPage({
  pdf,
  number,
  scale,
  onDrawn,
}: {
  pdf: OpenPdf;
  number: number;
  scale: number;
  /** A drawing of this page came on screen, or could not be made. */
  onDrawn: (pdf: OpenPdf, number: number, failure: unknown) => void;
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
      setSize(element, pdf.firstPage, scale);
      return undefined;
    }
    let wanted = true;
    let drawing: Drawing | null = null;
    const draw = async () => {
      try {
        const page = await pdf.getPage(number);
        if (!wanted) return;
        drawing = drawPage(page, scale, window.devicePixelRatio);
        const drawn = await drawing.done;
        if (!drawn) return;
        setSize(element, page, scale);
        element.replaceChildren(drawn.canvas, drawn.text);
        onDrawn(pdf, number, null);
      } catch (failure) {
        if (wanted) onDrawn(pdf, number, failure);
      }
    };
    void draw();
    return () => {
      wanted = false;
      drawing?.cancel();
    };
  }, [pdf, number, scale, near, onDrawn]);

  return <div ref={holder} className="pdf-page" role="group" aria-label={`Halaman ${number}`} />;
}

function setSize(element: HTMLElement, page: PDFPageProxy, scale: number) {
  const { width, height } = page.getViewport({ scale });
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}
