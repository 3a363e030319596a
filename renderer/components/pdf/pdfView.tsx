import { ActionIcon, Button, Text } from "@mantine/core";
import { useElementSize, useEventListener, useMergedRef } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { useRef, useState } from "react";
import "./pdf.css";
import type { OpenPdf } from "./openPdf.ts";
import { PdfPage } from "./pdfPage.tsx";
import classes from "./pdfView.module.css";
import { nextZoom, scaleFor, zoomWords } from "./zoom.ts";
import type { Zoom } from "./zoom.ts";

const paddingPx = 32;

/** The pages of a PDF under each other, with zoom and pages by button and key. */
export function PdfView({
  pdf,
  label,
  notice,
  outdated,
  onDrawn,
}: {
  pdf: OpenPdf | null;
  /** What is shown, for screen readers: the paper's title. */
  label: string;
  /** Lies over the pages without moving them. */
  notice: string | null;
  /** The pages are of another paper than the label says, and step back until theirs come. */
  outdated: boolean;
  onDrawn: (pdf: OpenPdf, number: number, failure: unknown) => void;
}) {
  const { ref: stage, width, height } = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState<Zoom>({ fit: "width" });
  const [at, setAt] = useState(1);
  const pageCount = pdf?.pageCount ?? 0;
  const first = pdf?.firstPage.getViewport({ scale: 1 });
  const space = { width: width - paddingPx - scrollbarPx, height: height - paddingPx };
  const scale = first && width > 0 ? scaleFor(zoom, first, space) : null;
  const current = Math.min(at, Math.max(1, pageCount));

  const goTo = (page: number) =>
    pageElements(scroller.current)[page - 1]?.scrollIntoView({ block: "start", inline: "nearest" });
  const zoomBy = (direction: "in" | "out") => scale !== null && setZoom(nextZoom(scale, direction));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      "+": () => zoomBy("in"),
      "=": () => zoomBy("in"),
      "-": () => zoomBy("out"),
      "0": () => setZoom({ fit: "width" }),
      ArrowRight: () => goTo(Math.min(pageCount, current + 1)),
      ArrowLeft: () => goTo(Math.max(1, current - 1)),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  const keys = useEventListener("keydown", onKeyDown);
  const scrollerRef = useMergedRef(scroller, keys);

  return (
    <div className={classes.view}>
      <div className={classes.toolbar} role="toolbar" aria-label="Pratinjau">
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Halaman sebelumnya"
          disabled={current <= 1}
          onClick={() => goTo(current - 1)}
        >
          <IconChevronLeft size={20} aria-hidden />
        </ActionIcon>
        <Text size="sm" className={classes.where}>
          {pageCount > 0 ? `Halaman ${current} dari ${pageCount}` : "–"}
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Halaman berikutnya"
          disabled={current >= pageCount}
          onClick={() => goTo(current + 1)}
        >
          <IconChevronRight size={20} aria-hidden />
        </ActionIcon>
        <span className={classes.space} />
        <ActionIcon variant="subtle" color="gray" aria-label="Perkecil" onClick={() => zoomBy("out")}>
          <IconZoomOut size={20} aria-hidden />
        </ActionIcon>
        <Text size="sm" className={classes.factor}>
          {scale === null ? "–" : zoomWords(scale)}
        </Text>
        <ActionIcon variant="subtle" color="gray" aria-label="Perbesar" onClick={() => zoomBy("in")}>
          <IconZoomIn size={20} aria-hidden />
        </ActionIcon>
        <FitButton zoom={zoom} fit="width" onFit={setZoom}>
          Pas lebar
        </FitButton>
        <FitButton zoom={zoom} fit="page" onFit={setZoom}>
          Pas halaman
        </FitButton>
      </div>
      <div ref={stage} className={classes.stage}>
        {notice !== null && (
          <Text size="sm" className={classes.notice} role="status">
            {notice}
          </Text>
        )}
        <div
          ref={scrollerRef}
          className={classes.scroller}
          data-outdated={outdated || undefined}
          data-pages
          role="region"
          aria-label={`Isi ${label}`}
          tabIndex={0}
          onScroll={() => setAt(pageInView(scroller.current))}
        >
          {pdf !== null &&
            scale !== null &&
            Array.from({ length: pageCount }, (_, index) => (
              <PdfPage
                // By place: a new version of the paper draws over the old one instead of blinking.
                key={index}
                pdf={pdf}
                number={index + 1}
                scale={scale}
                onDrawn={onDrawn}
              />
            ))}
        </div>
      </div>
    </div>
  );
}

/** Room for a scrollbar, so that one that comes or goes does not change the fit. */
const scrollbarPx = 16;

function FitButton({
  zoom,
  fit,
  onFit,
  children,
}: {
  zoom: Zoom;
  fit: "width" | "page";
  onFit: (zoom: Zoom) => void;
  children: string;
}) {
  const pressed = "fit" in zoom && zoom.fit === fit;
  return (
    <Button
      size="compact-sm"
      variant={pressed ? "light" : "subtle"}
      color={pressed ? undefined : "gray"}
      aria-pressed={pressed}
      onClick={() => onFit({ fit })}
    >
      {children}
    </Button>
  );
}

function pageElements(scroller: HTMLElement | null): HTMLElement[] {
  return [...(scroller?.querySelectorAll<HTMLElement>(".pdf-page") ?? [])];
}

function pageInView(scroller: HTMLElement | null): number {
  if (!scroller) return 1;
  const middle = scroller.getBoundingClientRect().top + scroller.clientHeight / 2;
  const above = pageElements(scroller).filter((page) => page.getBoundingClientRect().top <= middle);
  return Math.max(1, above.length);
}
