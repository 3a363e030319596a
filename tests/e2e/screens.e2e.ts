import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./application.ts";
import { importTiedEdition, overlays, pages, type Screen } from "./screens.ts";

test.describe.configure({ timeout: 900_000 });

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
];

test("every page is free of axe violations in light and dark, and fits its window", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await importTiedEdition(page);
  await lookAtAll(page, pages);
});

test("so is everything that opens over a page", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lookAtAll(page, overlays);
});

test.describe("with nothing there yet", () => {
  test.use({ data: "empty" });
  test("so is the very first screen", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.getByRole("heading", { name: "Mulai dari mana?" }).waitFor();
    await look(page, "first run");
  });
});

async function lookAtAll(page: Page, screens: Screen[]): Promise<void> {
  for (const { name, show } of screens) {
    await test.step(name, async () => {
      await show(page);
      await look(page, name);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
    });
  }
}

async function look(page: Page, name: string): Promise<void> {
  // A colour on its way from one scheme to the other has a contrast of its own.
  await page.addStyleTag({ content: "*, ::before, ::after { transition: none !important }" });
  await settled(page);
  for (const size of sizes) {
    await page.setViewportSize(size);
    // The window changes first and the page follows in the frame after.
    const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect
      .soft(async () => expect(await beyond()).toBeLessThanOrEqual(0), `${name} is too wide at ${size.width}`)
      .toPass({ timeout: 2000 });
  }
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
    await settled(page);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`),
    }));
    expect.soft(found, `axe on ${name} in ${colorScheme}`).toEqual([]);
  }
}

/** Nothing is being fetched or moved: what is seen is what stays. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator("[aria-busy=true], .mantine-Skeleton-root")).toHaveCount(0);
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== "running"),
  );
}
