import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Design } from "../../../electron/contract/designs.ts";
import { api } from "../../api/client.ts";
import type { OpenPdf } from "../../components/pdf/openPdf.ts";
import { type Painting, paintInto } from "./paintPage.ts";

export interface PreviewOrder {
  editionId: number;
  key: string;
  design: Design;
  recipient: string;
  page: "charter" | "test";
  /** Moves when the saved design does: its template may be another. */
  version: string;
}

export interface Preview {
  /** The last one that could be made; it stays while another is made, and when one fails. */
  pdf: OpenPdf | null;
  /** What it was made from. */
  order: PreviewOrder | null;
  failure: unknown;
  busy: boolean;
}

export interface PreviewPage {
  /** Where the page is drawn. */
  paper: RefObject<HTMLDivElement | null>;
  /** Draws it so many pixels of the screen wide, from now on. */
  paintAt: (widthPx: number) => void;
  /** Asks for what is about to be on the desk, before React has drawn it there. */
  ask: (order: PreviewOrder) => void;
}

/**
 * The very PDF of what is on the desk: one request at a time, and after it always the newest that was asked for. The page is
 * drawn from here, not by what React shows of it: reading it goes on in a thread while React is at work.
 */
export function usePreview(order: PreviewOrder | null): Preview & PreviewPage {
  const [preview, setPreview] = useState<Preview>({ pdf: null, order: null, failure: null, busy: true });
  const paper = useRef<HTMLDivElement>(null);
  const painting = useRef<Painting | null>(null);
  const widthPx = useRef(0);
  const newest = useRef<PreviewOrder | null>(null);
  const running = useRef(false);
  const gone = useRef(false);
  const shown = useRef<OpenPdf | null>(null);

  const paint = useCallback(async () => {
    painting.current?.cancel();
    if (!shown.current || !paper.current) return;
    painting.current = paintInto(paper.current, shown.current, widthPx.current);
    await painting.current.done;
  }, []);
  const paintAt = useCallback(
    (wanted: number) => {
      widthPx.current = wanted;
      void paint();
    },
    [paint],
  );

  const ask = useCallback(
    (wanted: PreviewOrder) => {
      if (newest.current !== null && isSame(newest.current, wanted)) return;
      newest.current = wanted;
      if (running.current) return;
      running.current = true;
      const follow = async () => {
        let done: PreviewOrder | null = null;
        while (newest.current !== null && newest.current !== done && !gone.current) {
          done = newest.current;
          const { version: _, ...input } = done;
          try {
            const file = await api.designs.preview(input);
            const { openPdf } = await import("../../components/pdf/openPdf.ts");
            const pdf = await openPdf(file, { outlines: true });
            if (gone.current) {
              pdf.close();
              break;
            }
            const before = shown.current;
            shown.current = pdf;
            const painted = paint();
            setPreview({ pdf, order: done, failure: null, busy: newest.current !== done });
            // The next is asked for when this one is seen: under a drag each would else be given up for the next.
            await painted;
            before?.close();
          } catch (failure) {
            const still = newest.current === done;
            setPreview((last) => ({ ...last, failure: still ? failure : last.failure, busy: !still }));
          }
        }
        running.current = false;
      };
      void follow();
    },
    [paint],
  );

  useEffect(() => {
    if (order !== null) ask(order);
  }, [order, ask]);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      newest.current = null;
      painting.current?.cancel();
      shown.current?.close();
      shown.current = null;
    };
  }, []);

  return { ...preview, paper, paintAt, ask };
}

/** The same is not made twice: a design that is not the same object was changed. */
function isSame(one: PreviewOrder, other: PreviewOrder): boolean {
  return (
    one.editionId === other.editionId &&
    one.key === other.key &&
    one.design === other.design &&
    one.recipient === other.recipient &&
    one.page === other.page &&
    one.version === other.version
  );
}
