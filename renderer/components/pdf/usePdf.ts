import { useEffect, useRef, useState } from "react";
import type { OpenPdf } from "./openPdf.ts";

interface PdfState {
  /** The last PDF that opened well; it stays while another one is being read. */
  pdf: OpenPdf | null;
  /** What was thrown for the file asked for now; null while it may still succeed. */
  failure: unknown;
}

/** Opens a file's PDF, keeping the last good one until the new one is read. */
export function usePdf(file: File | null | undefined): PdfState {
  const [state, setState] = useState<PdfState>({ pdf: null, failure: null });
  const current = useRef<OpenPdf | null>(null);

  useEffect(() => {
    if (!file) return undefined;
    let wanted = true;
    const read = async () => {
      try {
        // pdfjs is large and only needed here.
        const { openPdf } = await import("./openPdf.ts");
        const pdf = await openPdf(file);
        if (!wanted) {
          pdf.close();
          return;
        }
        const before = current.current;
        current.current = pdf;
        setState({ pdf, failure: null });
        // Its pages may still be drawing until React has let go of them.
        setTimeout(() => before?.close(), 2_000);
      } catch (failure) {
        if (wanted) setState(({ pdf }) => ({ pdf, failure }));
      }
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [file]);

  useEffect(
    () => () => {
      current.current?.close();
      current.current = null;
    },
    [],
  );

  return state;
}
