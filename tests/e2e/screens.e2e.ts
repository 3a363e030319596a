import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { sampleWith } from "../support/changedSample.ts";
import { expect, test } from "./application.ts";
import { overlays, pages, type Screen } from "./screens.ts";
import { pick } from "./walking.ts";

test.describe.configure({ timeout: 600_000 });

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`every page in ${colorScheme} is free of axe violations and fits its window`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await importTiedEdition(page);
    await lookAtAll(page, pages);
  });

  test(`everything that opens over a page in ${colorScheme} is free of axe violations`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await lookAtAll(page, overlays);
  });

  test.describe(() => {
    test.use({ data: "empty" });
    test(`the very first screen in ${colorScheme} is free of axe violations`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.getByRole("heading", { name: "Mulai dari mana?" }).waitFor();
      await look(page, "first run");
    });
  });
}

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
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary}`),
  }));
  expect.soft(found, `axe on ${name}`).toEqual([]);
  for (const size of sizes) {
    await page.setViewportSize(size);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(beyond, `pixels that ${name} is too wide at ${size.width}`).toBeLessThanOrEqual(0);
  }
}

/** Nothing is being fetched or moved: what is seen is what stays. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator("[aria-busy=true], .mantine-Skeleton-root")).toHaveCount(0);
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== "running"),
  );
}

/** An edition beside the sample whose fifth and sixth of the selection are equal in everything. */
async function importTiedEdition(page: Page): Promise<void> {
  const equal = { JP: 80, IPASN: 88.71, MERIT: 355.5, DIKLAT: 84, INOVASI: 42, PROMOSI: 88.1 };
  const content = sampleWith(
    ["edition.title", "Edisi dengan seri"],
    ["categories[0].rounds[0].scores[27].values", equal],
  );
  const act = () => page.getByRole("button", { name: /^Impor berkas edisi/ }).click();
  await pick(page, act, { name: "seri.json", content });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Edisi dengan seri");
}
