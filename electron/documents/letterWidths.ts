import type { Piece } from "../domain/placeholders.ts";

/** Millimetres in a point. */
const mmPerPoint = 25.4 / 72;

/** At least what letters take in any of our typefaces, bold too, in em: what fits by this fits. */
function emOf(letter: string): number {
  if (/[iljI|.,;:'’‘“”!()[\]/ -]/.test(letter)) return 0.42;
  if (/[a-hknopq-vxyz0-9“”"]/.test(letter)) return 0.62;
  if (/[A-LN-VX-Z]/.test(letter)) return 0.92;
  return 1.25;
}

/** What the longest of some lines takes at most, in millimetres at a size in points. */
export function widestLineMm(lines: readonly (readonly Piece[])[], sizePoints: number): number {
  const widths = lines.map((line) =>
    line.reduce((sum, piece) => {
      if (typeof piece !== "string") return sum + piece.dots;
      const ems = Array.from(piece).reduce((total, letter) => total + emOf(letter), 0);
      return sum + ems * sizePoints * mmPerPoint;
    }, 0),
  );
  return Math.max(0, ...widths);
}

/** What lines take from the top of the first one's capitals to the last one's base, in millimetres. */
export function linesHeightMm(count: number, sizePoints: number): number {
  return (count * 1.2 - 0.5) * sizePoints * mmPerPoint;
}
