import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { getTestBrowser } from "../../build/browser.ts";
import { bringUpToDate } from "../../build/launchers/builds.mjs";
import { prepareSampleHome, startHost } from "./hostApplication.ts";
import { goTo, ranking, sample } from "./walking.ts";

const folder = join(import.meta.dirname, "..", "..", "docs");

/** Writes the README's picture: the ranking of the sample edition, in the real application. */
async function takePicture(): Promise<void> {
  await bringUpToDate(["renderer"]);
  const home = mkdtempSync(join(tmpdir(), "lencana-picture-"));
  prepareSampleHome(home);
  const browser = await chromium.launch({ executablePath: getTestBrowser() });
  const office = { locale: "id-ID", timezoneId: "Asia/Jakarta", viewport: { width: 1366, height: 768 } };
  const { page, close } = await startHost(browser, home, () => {}, office);
  await goTo(page, sample.panelResults);
  await ranking(page).first().waitFor();
  await page.waitForLoadState("networkidle");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, "screenshot.png") });
  await close();
  await browser.close();
  rmSync(home, { recursive: true, force: true });
}

await takePicture();
