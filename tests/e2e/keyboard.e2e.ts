import type { Page } from "@playwright/test";
import { expect, test } from "./application.ts";
import { importTiedEdition, overlays, pages } from "./screens.ts";

/** More stops than any screen here has: then Tab goes nowhere. */
const mostStops = 400;

const names = new Set([
  "start",
  "Beranda",
  "Persiapan, edisi",
  "Persiapan, panelis",
  "Persiapan, tata nilai of the panel",
  "Persiapan, penghargaan",
  "Persiapan, pengamanan",
  "Penilaian",
  "sheets of a panelist",
  "Hasil with an open tie",
  "Dokumen",
  "Pengaturan",
  "Ctrl+K",
  "explanation",
  "new edition",
  "deleting an edition",
  "securing an edition",
  "mapping of columns",
  "question about a twin",
]);
const walked = [...pages, ...overlays].filter(({ name }) => names.has(name));

// Some hundred presses of Tab are no help to look at, and slow to record.
test.use({ trace: "off" });

test("Tab reaches everything that can be used, and shows where it is", async ({ page }) => {
  test.setTimeout(600_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await importTiedEdition(page);
  for (const { name, show } of walked) {
    await test.step(name, async () => {
      await show(page);
      const { missed, unseen } = await walk(page);
      expect.soft(missed, `not reached on ${name}`).toEqual([]);
      expect.soft(unseen, `focus not seen on ${name}`).toEqual([]);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
    });
  }
});

/** Presses Tab until it comes round, and says what it passed over and where nothing showed it. */
async function walk(page: Page): Promise<{ missed: string[]; unseen: string[] }> {
  await page.addStyleTag({ content: "*, ::before, ::after { transition: none !important }" });
  await page.evaluate(prepareWalk);
  for (let stop = 0; stop < mostStops; stop += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => window.walk.cameRound())) return page.evaluate(() => window.walk.outcome());
  }
  throw new Error("Tab does not come round");
}

interface Walk {
  /** Notes how the focused element looks; true when it was come upon again. */
  cameRound(): boolean;
  outcome(): { missed: string[]; unseen: string[] };
}

declare global {
  interface Window {
    walk: Walk;
  }
}

/** Runs in the page. */
function prepareWalk(): void {
  const looks = new Map<Element, string>();
  let last: Element | null = null;
  const words = (element: Element) => {
    const name = element.getAttribute("aria-label") ?? element.textContent.trim();
    return `${element.localName}[${element.getAttribute("type") ?? element.getAttribute("role") ?? ""}] ${name.slice(0, 60)}`;
  };
  const usable = (element: HTMLElement) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.tabIndex >= 0 &&
    !element.matches(":disabled, [type=file], [aria-hidden=true] *");
  /** Of the radios of one group only the chosen one is a stop. */
  const isStop = (element: HTMLElement) => {
    if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
    const group = document.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(element.name)}"]`);
    const chosen = [...group].find(({ checked }) => checked) ?? group[0];
    return chosen === element;
  };
  /** How an element looks, with what may stand in for it: the active line of a grid, the label around a hidden field. */
  const lookOf = (element: Element) => {
    const { parentElement: parent, nextElementSibling: next } = element;
    const active = document.getElementById(element.getAttribute("aria-activedescendant") ?? "");
    return [element, active, parent, parent?.parentElement, next, next?.firstElementChild]
      .filter((each) => each instanceof Element)
      .map((each) => {
        const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(each);
        return [outline, boxShadow, borderColor, backgroundColor].join(" ");
      })
      .join("\n");
  };
  window.walk = {
    cameRound() {
      const element = document.activeElement ?? document.body;
      // A grid takes Tab from cell to cell before it lets it go on.
      if (element === last && element.role === "grid") return false;
      last = element;
      if (looks.has(element)) return true;
      looks.set(element, lookOf(element));
      return false;
    },
    outcome() {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      const within = document.querySelector("[role=dialog]") ?? document;
      const all = within.querySelectorAll<HTMLElement>(
        "a[href], button, input, select, textarea, [tabindex]",
      );
      return {
        missed: [...all].filter((each) => usable(each) && isStop(each) && !looks.has(each)).map(words),
        unseen: [...looks]
          .filter(([each, look]) => each !== document.body && each.isConnected && lookOf(each) === look)
          .map(([each]) => words(each)),
      };
    },
  };
}
