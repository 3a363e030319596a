import { findTargets, type SvgDrawing, type SvgElement, withoutComments } from "./svgRead.ts";

/** PDF/A holds no more groups within each other; no drawing program makes nearly as many. */
const mostNested = 26;
/**
 * With what masks, patterns and copies draw in their turn. The typesetter's native code goes down one step for each and
 * ends the whole application where its stack does, which some two thousand steps do.
 */
const mostDrawn = 60;
/** References in all: beyond this a drawing is made to be slow. */
const mostSteps = 1_000_000;

/** Whether a drawing is nested deeper, itself or by what it refers to, than can be drawn; what refers to itself is. */
export function isTooDeep({ elements }: SvgDrawing): boolean {
  if (elements.some(({ depth }) => depth > mostNested)) return true;
  const next = nextOf(elements);
  if (!next) return true;
  const heights: number[] = [];
  // Goes no deeper than it allows, whatever the drawing is.
  const heightOf = (index: number, level: number): number => {
    const known = heights[index];
    if (known !== undefined) return level + known > mostDrawn ? Number.POSITIVE_INFINITY : known;
    if (level >= mostDrawn) return Number.POSITIVE_INFINITY;
    let height = 1;
    for (const one of next[index]!) {
      height = Math.max(height, 1 + heightOf(one, level + 1));
      if (height === Number.POSITIVE_INFINITY) return height;
    }
    heights[index] = height;
    return height;
  };
  return elements.some((_, index) => heightOf(index, 0) > mostDrawn);
}

/** Where drawing goes on from each element: what it holds, and what it refers to by itself or by a rule of a style. */
function nextOf(elements: readonly SvgElement[]): number[][] | null {
  const places = new Map<string, number>();
  for (const [index, element] of elements.entries()) {
    const id = valueOf(element, "id");
    if (id !== "") places.set(id, index);
  }
  const next = elements.map((): number[] => []);
  const rules = rulesOf(elements);
  let steps = 0;
  for (const [index, element] of elements.entries()) {
    if (element.parent !== null) next[element.parent]!.push(index);
    const own = element.attributes.map(({ name, value }) =>
      name.endsWith("href") ? `url(${value})` : value,
    );
    const styled = namesOf(element).flatMap((name) => [...(rules.get(name) ?? [])]);
    const targets = new Set([...targetsIn(own.join(" ")), ...styled]);
    steps += targets.size;
    if (steps > mostSteps) return null;
    for (const target of targets) {
      const place = places.get(target);
      if (place !== undefined) next[index]!.push(place);
    }
  }
  return next;
}

function targetsIn(text: string): string[] {
  return findTargets(text).flatMap((target) => (target.startsWith("#") ? [target.slice(1)] : []));
}

const anything = "*";

/** What rules of a style refer to, by each word of a selector that may name an element: more rather than less. */
function rulesOf(elements: readonly SvgElement[]): Map<string, Set<string>> {
  const rules = new Map<string, Set<string>>();
  for (const { name, text } of elements) {
    if (name !== "style") continue;
    // Selector, brace, body, brace: what a brace opens once more in a body are the rules of an @media.
    const pieces = withoutComments(text).split(/([{}])/);
    for (let at = 1; at < pieces.length; at += 2) {
      if (pieces[at] !== "{" || pieces[at + 2] === "{") continue;
      const [selector = "", body = ""] = [pieces[at - 1], pieces[at + 1]];
      const targets = targetsIn(body);
      if (targets.length === 0) continue;
      const words = /[*[:]/.test(selector) ? [anything] : selector.split(/[\s,>+~]+|(?=[.#])/);
      for (const word of words) {
        const known = rules.get(word) ?? new Set();
        for (const target of targets) known.add(target);
        rules.set(word, known);
      }
    }
  }
  return rules;
}

function namesOf(element: SvgElement): string[] {
  const classes = valueOf(element, "class").split(/\s+/);
  return [anything, element.name, `#${valueOf(element, "id")}`, ...classes.map((one) => `.${one}`)];
}

function valueOf({ attributes }: SvgElement, key: string): string {
  return attributes.find(({ name }) => name === key)?.value ?? "";
}
