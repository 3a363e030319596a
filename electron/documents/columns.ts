import type { PaperSize } from "./paperData.ts";
import { breakable } from "./wording.ts";

/** A column of a wide table: its head, and the room it asks for. */
export interface ColumnHead {
  head: string;
  widthMm: number;
}

export interface HeadRules {
  /** Longer words may break. */
  longestWord: number;
  narrowestMm: number;
  widestMm: number;
}

export const PAGE_MM: Readonly<Record<PaperSize, { short: number; long: number }>> = {
  A4: { short: 210, long: 297 },
  F4: { short: 215, long: 330 },
};

/** A head with the width that its longest word asks for. */
export function columnHead(name: string, { longestWord, narrowestMm, widestMm }: HeadRules): ColumnHead {
  const head = breakable(name, longestWord);
  const longest = Math.max(...head.split(/[\s\u200b]+/).map((word) => word.length));
  return { head, widthMm: Math.min(widestMm, Math.max(narrowestMm, longest * 1.3 + 3.2)) };
}

export function widthOf(columns: readonly ColumnHead[]): number {
  return columns.reduce((sum, { widthMm }) => sum + widthMm, 0);
}

/** As many sections as the width asks for, their columns shared out evenly so that none is left alone on a page. */
export function share<Column extends ColumnHead>(columns: Column[], roomMm: number): Column[][] {
  for (let parts = Math.ceil(widthOf(columns) / roomMm); ; parts += 1) {
    const shares = Array.from({ length: parts }, (_, part) =>
      columns.slice(
        Math.round((part * columns.length) / parts),
        Math.round(((part + 1) * columns.length) / parts),
      ),
    );
    if (shares.every((shared) => shared.length <= 1 || widthOf(shared) <= roomMm)) return shares;
  }
}
