import { decoded } from "../domain/svgRead.ts";

/** Words as they were laid out on a page, in its points from the top left. */
export interface DrawnText {
  text: string;
  /** Of the letters, across or down, whichever is less. */
  size: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** "#rrggbb", with two more digits where it covers in part; null for what is no plain colour. */
  fill: string | null;
  /** Inside something that cuts off what reaches beyond it. */
  clipped: boolean;
}

export interface DrawnPage {
  width: number;
  height: number;
  texts: DrawnText[];
}

/** Across, down and moved by: a point (x, y) comes to (a·x + c·y + e, b·x + d·y + f). */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

interface State {
  matrix: Matrix;
  fill: string | null;
  clipped: boolean;
}

/** The words of each page, from the SVG that Typst draws of it. */
export function drawnPages(svg: string): DrawnPage[] {
  return svg.split('<g class="typst-page"').slice(1).map(readPage);
}

function readPage(page: string): DrawnPage {
  const head = page.slice(0, page.indexOf(">"));
  const texts: DrawnText[] = [];
  const states: State[] = [{ matrix: [1, 0, 0, 1, 0, 0], fill: null, clipped: false }];
  let box: [x: number, y: number, width: number, height: number] = [0, 0, 0, 0];
  // The page's own group is open already and moves the page only.
  const body = page.slice(head.length + 1);
  for (const [, close, name, attributes = "", alone, words = ""] of body.matchAll(tag)) {
    if (close) {
      states.pop();
      if (states.length === 0) break;
      continue;
    }
    const state = within(states.at(-1)!, attributes);
    if (name === "foreignObject") {
      box = [
        numberOf(attributes, "x"),
        numberOf(attributes, "y"),
        numberOf(attributes, "width"),
        numberOf(attributes, "height"),
      ];
    }
    if (attributes.includes('class="tsel"'))
      texts.push({ ...placed(state.matrix, box), ...looks(state), text: decoded(words) });
    if (!alone) states.push(state);
  }
  return { width: numberOf(head, "data-page-width"), height: numberOf(head, "data-page-height"), texts };
}

const tag = /<(\/?)([\w:-]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>([^<]*)/g;

function looks({ fill, clipped }: State): Pick<DrawnText, "fill" | "clipped"> {
  return { fill, clipped };
}

function within(outer: State, attributes: string): State {
  if (attributes === "") return outer;
  const transform = valueOf(attributes, "transform");
  // Only letters say their colour: what else is painted says nothing of what stands in it.
  const isText = attributes.includes('class="typst-text"');
  return {
    matrix: transform === null ? outer.matrix : times(outer.matrix, matrixOf(transform)),
    fill: isText ? valueOf(attributes, "fill") : outer.fill,
    clipped: outer.clipped || / clip-path="/.test(attributes),
  };
}

function placed(matrix: Matrix, [x, y, width, height]: readonly [number, number, number, number]) {
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ].map(([across = 0, down = 0]) => {
    const [a, b, c, d, e, f] = matrix;
    return { across: a * across + c * down + e, down: b * across + d * down + f };
  });
  const [a, b, c, d] = matrix;
  const [wide, high] = [Math.hypot(a, b), Math.hypot(c, d)];
  // Slanted far enough letters are as thin as those that are pressed together.
  const least = Math.min(wide, high, Math.abs(a * d - b * c) / Math.max(wide, high, Number.MIN_VALUE));
  return {
    // The box is as high as the letters' size.
    size: height * least,
    left: Math.min(...corners.map(({ across }) => across)),
    right: Math.max(...corners.map(({ across }) => across)),
    top: Math.min(...corners.map(({ down }) => down)),
    bottom: Math.max(...corners.map(({ down }) => down)),
  };
}

function matrixOf(transform: string): Matrix {
  return Array.from(transform.matchAll(/(\w+)\(([^)]*)\)/g)).reduce<Matrix>(
    (all, [, kind, inside = ""]) => {
      const [one = 0, two, ...rest] = inside.split(/[\s,]+/).map(Number);
      if (kind === "translate") return times(all, [1, 0, 0, 1, one, two ?? 0]);
      if (kind === "scale") return times(all, [one, 0, 0, two ?? one, 0, 0]);
      if (kind === "matrix")
        return times(all, [one, two ?? 0, rest[0] ?? 0, rest[1] ?? 0, rest[2] ?? 0, rest[3] ?? 0]);
      // Typst writes no other; one that comes some day must not pass for none.
      return [0, 0, 0, 0, 0, 0];
    },
    [1, 0, 0, 1, 0, 0],
  );
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function valueOf(attributes: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
}

function numberOf(attributes: string, name: string): number {
  return Number(valueOf(attributes, name) ?? 0);
}
