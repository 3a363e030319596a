import type { Page } from "@playwright/test";

/** How smoothly something scrolled. */
export interface ScrollSmoothness {
  frames: number;
  /** Frames that a display of 60 Hz would have missed. */
  droppedFrames: number;
  medianFrameMs: number;
  p95FrameMs: number;
  longestFrameMs: number;
  /** Where it came to, as a sign that it really scrolled. */
  travelledPx: { down: number; across: number };
  /** How many rows and columns were in the document at once. */
  drawn: { rows: number; cells: number };
}

export interface GridScroll {
  /** The typing grid: diagonally through it, a step every frame, and back from its ends. */
  grid: ScrollSmoothness;
  /** The same movement over an empty page of the same size, in the same window: what this machine can do at all. */
  bare: ScrollSmoothness;
}

/** A wheel turned fast: 3,600 pixels a second down, a fifth of all entries. */
const stepPx = { down: 60, across: 24 };

/** Scrolls through the typing grid that the page already shows, and through an empty sheet of its size. */
export async function measureGridScroll(page: Page, seconds = 4): Promise<GridScroll> {
  const scroller = page.getByTestId("grid-scroller");
  await scroller.waitFor();
  const grid = await scroller.evaluate(scrollThrough, { seconds, stepPx });
  const bare = await scroller.evaluateHandle(emptyTwin);
  const bareFigures = await bare.evaluate(scrollThrough, { seconds, stepPx });
  await bare.evaluate((twin) => twin.remove());
  return { grid, bare: bareFigures };
}

/** An empty sheet of the same size laid over the scroller. */
function emptyTwin(scroller: HTMLElement | SVGElement): HTMLElement {
  const twin = document.createElement("div");
  const { left, top, width, height } = scroller.getBoundingClientRect();
  twin.style.cssText = `position:fixed;z-index:999;overflow:auto;background:#fff;left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
  const sheet = document.createElement("div");
  sheet.style.cssText = `width:${scroller.scrollWidth}px;height:${scroller.scrollHeight}px`;
  twin.append(sheet);
  document.body.append(twin);
  return twin;
}

/** Runs in the page: one step of a wheel every frame, turning round at the ends. */
async function scrollThrough(
  scroller: HTMLElement | SVGElement,
  { seconds, stepPx: step }: { seconds: number; stepPx: { down: number; across: number } },
): Promise<ScrollSmoothness> {
  const refreshMs = 1000 / 60;
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  // Places are worked out here: asking the page for them every frame would make it lay itself out once more.
  const ends = {
    down: scroller.scrollHeight - scroller.clientHeight,
    across: scroller.scrollWidth - scroller.clientWidth,
  };
  const there = { down: 0, across: 0 };
  const direction = { down: 1, across: 1 };
  const travelled = { down: 0, across: 0 };
  const advance = (axis: "down" | "across") => {
    if (there[axis] >= ends[axis]) direction[axis] = -1;
    if (there[axis] <= 0) direction[axis] = 1;
    const next = Math.min(ends[axis], Math.max(0, there[axis] + direction[axis] * step[axis]));
    travelled[axis] += Math.abs(next - there[axis]);
    there[axis] = next;
  };
  const scrollFor = async (ms: number) => {
    const taken: number[] = [];
    let last = await frame();
    const end = last + ms;
    while (last < end) {
      advance("down");
      advance("across");
      scroller.scrollTo(there.across, there.down);
      const now = await frame();
      taken.push(now - last);
      last = now;
    }
    return taken;
  };
  scroller.scrollTo(0, 0);
  await frame();
  // The first second belongs to the compiler of the page's script.
  await scrollFor(1000);
  travelled.down = 0;
  travelled.across = 0;
  const frameMs = await scrollFor(seconds * 1000);
  // The way counts only if the page went it.
  const arrived =
    Math.abs(scroller.scrollTop - there.down) <= 1 && Math.abs(scroller.scrollLeft - there.across) <= 1;
  const sorted = frameMs.toSorted((a, b) => a - b);
  const share = (part: number) => Number((sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(1));
  return {
    frames: frameMs.length,
    droppedFrames: frameMs.reduce((sum, ms) => sum + Math.max(0, Math.round(ms / refreshMs) - 1), 0),
    medianFrameMs: share(0.5),
    p95FrameMs: share(0.95),
    longestFrameMs: share(1),
    travelledPx: arrived ? travelled : { down: 0, across: 0 },
    drawn: {
      rows: scroller.querySelectorAll("[role=row]").length,
      cells: scroller.querySelectorAll("[role=gridcell]").length,
    },
  };
}
