import { useEffect, useRef, useState } from "react";
import type { Design } from "../../../electron/contract/designs.ts";
import { api } from "../../api/client.ts";
import type { OpenPdf } from "../../components/pdf/openPdf.ts";

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

/** The very PDF of what is on the desk: one request at a time, and after it always the newest that was asked for. */
export function usePreview(order: PreviewOrder | null): Preview {
  const [preview, setPreview] = useState<Preview>({ pdf: null, order: null, failure: null, busy: true });
  const newest = useRef<PreviewOrder | null>(null);
  const running = useRef(false);
  const gone = useRef(false);
  const shown = useRef<OpenPdf | null>(null);

  useEffect(() => {
    newest.current = order;
    if (running.current || order === null) return;
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
          setPreview({ pdf, order: done, failure: null, busy: newest.current !== done });
          // Its page may still be drawing until React has let go of it.
          setTimeout(() => before?.close(), 2_000);
        } catch (failure) {
          const still = newest.current === done;
          setPreview((last) => ({ ...last, failure: still ? failure : last.failure, busy: !still }));
        }
      }
      running.current = false;
    };
    void follow();
  }, [order]);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      shown.current?.close();
      shown.current = null;
    };
  }, []);

  return preview;
}
