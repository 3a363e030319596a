import { expect } from "vitest";
import type { PdfPage } from "./readPdf.ts";

export const pointsPerMm = 72 / 25.4;

/** What lies nearer to the edge, many office printers leave out. */
export function expectInsideMargins(page: PdfPage): void {
  for (const { text, left, right, baseline } of page.placed) {
    expect.soft(left, text).toBeGreaterThan(14 * pointsPerMm);
    expect.soft(right, text).toBeLessThan(page.width - 14 * pointsPerMm);
    expect.soft(baseline, text).toBeGreaterThan(8 * pointsPerMm);
    expect.soft(baseline, text).toBeLessThan(page.height - 10 * pointsPerMm);
  }
}
