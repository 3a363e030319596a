import type { Paper } from "../documents/paperData.ts";
import type { Lane } from "../work/pool.ts";
import type { Context } from "./context.ts";

/** What an expert's template may take for one paper before it counts as never ending. */
const patienceMs = 8_000;

/** Where papers are made, and how long they may take: an expert's template runs apart, where it can be ended. */
export function placeOf(
  papers: readonly Paper[],
  lane: Lane,
): { lane: Lane; limit: { timeoutMs: number } | object } {
  const own = papers.some((paper) => paper.kind === "charter" && paper.design.source !== null);
  return own
    ? { lane: "apart", limit: { timeoutMs: patienceMs + 250 * (papers.length - 1) } }
    : { lane, limit: {} };
}

/** What a paper of pictures or a design that came from outside may take: more, for the process may only be starting. */
const patienceForStrangersMs = 30_000;

/** One paper as a PDF, of what nobody here has seen printed: in a process that may end without the application. */
export function renderStranger(context: Context, paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const own = placeOf([paper], "apart");
  const limit = "timeoutMs" in own.limit ? own.limit : { timeoutMs: patienceForStrangersMs };
  return context.work.run("apart", "renderPaper", { ...resourcesOf(context), paper }, limit);
}

export function resourcesOf({ paths }: Context): { fonts: string[]; resources: string } {
  return { fonts: paths.fonts, resources: paths.resources };
}

/** One paper as a PDF, for somebody who waits for it. */
export function renderForPreview(
  context: Context,
  paper: Paper,
  unwanted?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const { lane, limit } = placeOf([paper], "preview");
  return context.work.run(lane, "renderPaper", { ...resourcesOf(context), paper }, { unwanted, ...limit });
}
