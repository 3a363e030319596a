import { encode } from "uqr";
import type { Proof } from "./paperData.ts";

/**
 * The square of a paper's internal code, as lines of 0 and 1; null where it has none. Level M reads with a seventh of it
 * gone, and keeps the squares as large as the foot of a page allows.
 */
export function codeMatrix(proof: Pick<Proof, "code"> | null | undefined): string | null {
  if (!proof?.code) return null;
  const { data } = encode(proof.code, { ecc: "M", border: 0 });
  return data.map((row) => row.map((dark) => (dark ? "1" : "0")).join("")).join("\n");
}

/**
 * The same as one SVG drawing, a path of horizontal runs: crisp at any size, and for the typesetter a single object.
 * Null where there is no code.
 */
export function codeDrawing(proof: Pick<Proof, "code"> | null | undefined): string | null {
  const rows = codeMatrix(proof)?.split("\n");
  if (!rows) return null;
  const runs = rows.flatMap((row, y) =>
    Array.from(row.matchAll(/1+/g), ({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
  );
  return `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${rows.length} ${rows.length}'><path d='${runs.join("")}'/></svg>`;
}
