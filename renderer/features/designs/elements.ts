import type { Design, DesignElement } from "../../../electron/contract/designs.ts";
import { lyingPaper, tenth } from "../../../electron/domain/designs.ts";

export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A side or corner that is dragged; "" moves the whole. */
export type Grip = "" | "n" | "s" | "w" | "e" | "nw" | "ne" | "sw" | "se";

const leastMm = 0.5;

/** Where a box comes to when a grip of it is dragged so far, in millimetres. */
export function dragged(from: Place, grip: Grip, dx: number, dy: number): Place {
  if (grip === "") return { ...from, x: tenth(from.x + dx), y: tenth(from.y + dy) };
  const left = grip.includes("w") ? Math.min(from.x + dx, from.x + from.w - leastMm) : from.x;
  const top = grip.includes("n") ? Math.min(from.y + dy, from.y + from.h - leastMm) : from.y;
  const right = grip.includes("e") ? Math.max(from.x + from.w + dx, left + leastMm) : from.x + from.w;
  const bottom = grip.includes("s") ? Math.max(from.y + from.h + dy, top + leastMm) : from.y + from.h;
  return { x: tenth(left), y: tenth(top), w: tenth(right - left), h: tenth(bottom - top) };
}

/** As near the middle of the page as this, a box is set to it. */
const snapMm = 1.2;

/** A moved box, drawn to the middle of the page where it is nearly there. */
export function snapped(place: Place, paper: Design["paper"]): Place & { centred: boolean } {
  const middle = lyingPaper[paper].width / 2;
  const centred = Math.abs(place.x + place.w / 2 - middle) <= snapMm;
  return { ...place, x: centred ? tenth(middle - place.w / 2) : place.x, centred };
}

/** How far an arrow key goes: a millimetre, with Shift a tenth, with Ctrl ten. */
export function arrowStep(event: {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}): { dx: number; dy: number } | null {
  const far = event.shiftKey ? 0.1 : event.ctrlKey || event.metaKey ? 10 : 1;
  const ways: Record<string, [number, number]> = {
    ArrowLeft: [-far, 0],
    ArrowRight: [far, 0],
    ArrowUp: [0, -far],
    ArrowDown: [0, far],
  };
  const way = ways[event.key];
  return way ? { dx: way[0], dy: way[1] } : null;
}

/** A design with one of its parts changed. */
export function withElement(design: Design, id: string, change: Partial<DesignElement>): Design {
  const elements = design.elements.map((element) =>
    element.id === id ? Object.assign({ ...element }, change) : element,
  );
  return { ...design, elements };
}

export function withoutElement(design: Design, id: string): Design {
  return { ...design, elements: design.elements.filter((element) => element.id !== id) };
}

/** A part a place further up or down the order in which the page is read. */
export function moved(design: Design, id: string, by: 1 | -1): Design {
  const from = design.elements.findIndex((element) => element.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= design.elements.length) return design;
  const elements = [...design.elements];
  const [element] = elements.splice(from, 1);
  elements.splice(to, 0, element!);
  return { ...design, elements };
}

const lettering = {
  face: "body",
  weight: "regular",
  italic: false,
  caps: false,
  colour: "text",
  align: "center",
  valign: "middle",
} as const;

/** A new part in the middle of the page. */
export function newElement(design: Design, kind: DesignElement["kind"], picture = "emblem"): DesignElement {
  const sizes: Record<DesignElement["kind"], [number, number]> = {
    text: [120, 8],
    name: [200, 21],
    picture: [30, 30],
    signature: [64, 18],
    code: [18, 18],
    line: [60, 0.5],
  };
  const [w, h] = sizes[kind];
  const { width, height } = lyingPaper[design.paper];
  const id = freeId(design, kind);
  const box = { id, x: tenth((width - w) / 2), y: tenth((height - h) / 2), w, h };
  if (kind === "text") {
    return { kind, ...box, onBlank: false, ...lettering, size: 14, text: "Tulis teks di sini" };
  }
  if (kind === "name") {
    const look = { ...lettering, weight: "bold" as const, colour: "main" as const };
    return { kind, ...box, onBlank: true, ...look, size: 36, least: 25 };
  }
  if (kind === "picture") return { kind, ...box, onBlank: false, picture };
  if (kind === "line") return { kind, ...box, onBlank: false, colour: "accent" };
  return { kind, ...box, onBlank: kind === "code" };
}

/** The same part once more, a little lower. */
export function duplicate(design: Design, element: DesignElement): DesignElement {
  return {
    ...element,
    id: freeId(design, element.kind),
    x: tenth(element.x + 3),
    y: tenth(element.y + 3),
  };
}

function freeId({ elements }: Design, kind: string): string {
  const used = new Set(elements.map(({ id }) => id));
  let number = 1;
  while (used.has(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}
