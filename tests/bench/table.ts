/** One figure beside what it is held against, both of the same run. */
export interface Figure {
  what: string;
  ours: string;
  reference: string;
  /** "1.12 ×", or "—" where the goal is not a ratio. */
  ratio: string;
  goal: string;
  met: boolean;
}

export function ratioFigure(
  what: string,
  oursMs: number,
  reference: { name: string; ms: number },
  most: number,
): Figure {
  const ratio = oursMs / reference.ms;
  return {
    what,
    ours: `${oursMs.toFixed(0)} ms`,
    reference: `${reference.name}: ${reference.ms.toFixed(0)} ms`,
    ratio: `${ratio.toFixed(2)} ×`,
    goal: `≤ ${most} ×`,
    met: ratio <= most,
  };
}

/** A Markdown table of all figures. */
export function toTable(figures: Figure[]): string {
  const rows = figures.map(
    ({ what, ours, reference, ratio, goal, met }) =>
      `| ${what} | ${ours} | ${reference} | ${ratio} | ${goal} | ${met ? "yes" : "**no**"} |`,
  );
  return [
    "| figure | ours | reference | ratio | goal | met |",
    "|---|---|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs both in turn, A B A B …, so that a machine whose speed drifts is fair to both; medians in milliseconds. */
export async function inTurn(
  runs: number,
  ours: () => unknown,
  reference: () => unknown,
): Promise<{ ours: number; reference: number }> {
  const times = { ours: [] as number[], reference: [] as number[] };
  for (let run = 0; run < runs; run++) {
    times.reference.push(await timed(reference));
    times.ours.push(await timed(ours));
  }
  return { ours: median(times.ours), reference: median(times.reference) };
}

export async function timed(act: () => unknown): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
