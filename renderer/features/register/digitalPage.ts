import { OPS } from "pdfjs-dist";
import type { PDFPageProxy } from "pdfjs-dist";

/** The words at the foot of every paper of ours that has a serial. */
const foot = /No\.seri/;
/** Text that a scanner's reader lays over its picture is drawn invisibly. */
const invisible = new Set([3, 7]);

/**
 * Whether a page of a PDF is a paper as the application wrote it, and no scan of a sheet: its foot is then drawn as text. A
 * file proves nothing of what lies in the printer's tray.
 */
export async function isOwnPage(page: Pick<PDFPageProxy, "getOperatorList">): Promise<boolean> {
  const { fnArray, argsArray } = await page.getOperatorList();
  let text = "";
  let mode = 0;
  fnArray.forEach((operator, index) => {
    const [first]: unknown[] = argsArray[index] ?? [];
    if (operator === OPS.setTextRenderingMode) mode = Number(first);
    if (operator === OPS.showText && !invisible.has(mode) && Array.isArray(first)) text += textOf(first);
  });
  return foot.test(text);
}

function textOf(glyphs: readonly unknown[]): string {
  return glyphs
    .map((glyph) =>
      typeof glyph === "object" && glyph !== null && "unicode" in glyph ? String(glyph.unicode) : "",
    )
    .join("")
    .replaceAll(/\s/g, "");
}
