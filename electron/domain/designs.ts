/** Width and height of paper that lies, in millimetres. */
export const lyingPaper = { A4: { width: 297, height: 210 }, F4: { width: 330, height: 215 } } as const;

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

interface Drawn {
  paper: "A4" | "F4";
  elements: readonly Box[];
}

/** A design spread over another size of paper: boxes keep their share of the page, words and frames their size. */
export function onPaper<Design extends Drawn>(design: Design, paper: "A4" | "F4"): Design {
  if (design.paper === paper) return design;
  const [from, to] = [lyingPaper[design.paper], lyingPaper[paper]];
  const across = to.width / from.width;
  const down = to.height / from.height;
  const elements = design.elements.map((element) => ({
    ...element,
    x: tenth(element.x * across),
    y: tenth(element.y * down),
    w: tenth(element.w * across),
    h: tenth(element.h * down),
  }));
  return { ...design, paper, elements };
}

/** Millimetres to a tenth. */
export function tenth(mm: number): number {
  return Math.round(mm * 10) / 10;
}

/** Millimetres as Indonesians write them: "12,5". */
export function mmText(mm: number): string {
  return String(tenth(mm)).replace(".", ",");
}
