import type { Page } from "@playwright/test";
import { expect, test } from "./application.ts";
import { goTo, sample } from "./walking.ts";

test("a window that was hidden shows what happened meanwhile as soon as it is looked at", async ({
  application,
  page,
}) => {
  await goTo(page, sample.edition);
  const title = page.getByRole("textbox", { name: "Judul edisi" });
  await expect(title).toHaveValue("ASN Achievement Awards 2021");
  const other = await application.openWindow();
  await goTo(other, sample.edition);
  await setHidden(page, true);

  const typed = other.getByRole("textbox", { name: "Judul edisi" });
  await typed.fill("Penghargaan Capaian ASN 2021");
  await typed.blur();
  await expect(other.getByRole("main")).toContainText(/Tersimpan/);
  await expect(title).toHaveValue("ASN Achievement Awards 2021");

  await setHidden(page, false);
  await expect(title).toHaveValue("Penghargaan Capaian ASN 2021");
});

/** As a browser tells a window that another tab covers it, or no longer. */
async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => value });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
}

test("the pages are those that are shipped, whatever built them", async ({ page }) => {
  const scripts = await page.evaluate(() =>
    Promise.all(
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.endsWith(".js"))
        .map(async ({ name }) => (await fetch(name)).text()),
    ),
  );
  expect(scripts.join("").length).toBeGreaterThan(100_000);
  // Only the libraries' builds for developers say so.
  expect(scripts.filter((text) => text.includes("React DevTools for a better development"))).toEqual([]);
});
