import { PaperError } from "./paperError.ts";
import type { PaperCompiler } from "./typst.ts";

export interface MeasuredNames {
  /** Points at which a charter sets each of the names, in their order. */
  sizes: number[];
  /** Signs of the texts that the typefaces of charter or other papers lack. */
  missing: string[];
}

const signsOf = new Intl.Segmenter("id", { granularity: "grapheme" });

/** Sets names as a charter on A4 does, the narrower of its papers, and tries every sign of the texts in each typeface. */
export function measureNames(
  compiler: PaperCompiler,
  names: readonly string[],
  texts: readonly string[],
): MeasuredNames {
  const sizes = names.map(() => Number.POSITIVE_INFINITY);
  // A name of several lines says its size once a line.
  for (const value of compiler.query("nameSizes.typ", { names }, "size")) {
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
