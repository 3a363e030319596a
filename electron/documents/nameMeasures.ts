import type { Design } from "../contract/designs.ts";
import { PaperError } from "./paperError.ts";
import { typefaceFonts } from "./typefaces.ts";
import type { PaperCompiler } from "./typst.ts";

/** How a design sets the name of whoever a charter is given to: its letters, and the box in millimetres. */
export interface NameStyle {
  font: string[];
  weight: string;
  italic: boolean;
  caps: boolean;
  size: number;
  least: number;
  w: number;
  h: number;
}

/** A name with every style it may be printed in; without any it is on no charter. */
export interface NameToMeasure {
  name: string;
  styles: readonly NameStyle[];
}

export interface MeasuredNames {
  /** Points at which each of the names is set where it is set smallest, in their order; null where it is on no charter. */
  sizes: (number | null)[];
  /** Signs of the texts that the typefaces of charter or other papers lack. */
  missing: string[];
}

const signsOf = new Intl.Segmenter("id", { granularity: "grapheme" });

/** The styles in which a design sets names; none in a design that has no place for one. */
export function nameStylesOf({ elements, typefaces }: Design): NameStyle[] {
  return elements.flatMap((one): NameStyle[] => {
    if (one.kind !== "name") return [];
    const { face, weight, italic, caps, size, least, w, h } = one;
    return [{ font: typefaceFonts[typefaces][face], weight, italic, caps, size, least, w, h }];
  });
}

/** Sets names as the charters' designs do, and tries every sign of the texts in each typeface. */
export function measureNames(
  compiler: PaperCompiler,
  names: readonly NameToMeasure[],
  texts: readonly string[],
): MeasuredNames {
  const settings = names.flatMap(({ name, styles }, index) =>
    styles.map((style) => ({
      index,
      words: style.caps ? name.toLocaleUpperCase("id") : name,
      style,
    })),
  );
  const sizes = names.map((): number | null => null);
  // A name of several lines says its size once a line.
  for (const value of compiler.query("nameSizes.typ", { settings }, "size")) {
    const { index, points } = readSize(value);
    sizes[index] = Math.min(sizes[index] ?? points, points);
  }
  return { sizes, missing: findMissing(compiler, texts) };
}

function findMissing(compiler: PaperCompiler, texts: readonly string[]): string[] {
  const all = new Set(texts.flatMap((text) => Array.from(signsOf.segment(text), ({ segment }) => segment)));
  let signs = [...all].filter((sign) => sign.trim() !== "");
  const missing: string[] = [];
  // The typesetter names one text that it cannot show and stops there.
  for (;;) {
    const lacking = tryOut(compiler, signs);
    if (lacking.length === 0) return missing;
    missing.push(...lacking);
    signs = signs.filter((sign) => !lacking.includes(sign));
  }
}

function tryOut(compiler: PaperCompiler, signs: readonly string[]): string[] {
  try {
    compiler.compile("nameGlyphs.typ", { signs });
    return [];
  } catch (error) {
    const problems =
      error instanceof PaperError && error.code === "INVALID" ? error.data.problems : undefined;
    const lacking = (problems ?? []).flatMap(({ path }) => {
      const index = /^\$\.signs\[(\d+)\]$/.exec(path)?.[1];
      return index === undefined ? [] : [signs[Number(index)]!];
    });
    if (lacking.length === 0) throw error;
    return lacking;
  }
}

function readSize(value: unknown): { index: number; points: number } {
  if (Array.isArray(value) && value.length === 2) {
    const [index, points]: unknown[] = value;
    if (typeof index === "number" && typeof points === "number") return { index, points };
  }
  throw new TypeError(`not a size: ${JSON.stringify(value)}`);
}
