import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { startHost } from "../../electron/host.ts";
import { checkoutPaths } from "../../electron/platform/paths.ts";
import { expect, test } from "./application.ts";
import { prepareSampleHome } from "./hostApplication.ts";
import { goTo, sample } from "./walking.ts";

const sri = { name: "Sri Wahyuni", pin: "tiga burung di dahan" };
const minuteMs = 60_000;

test("a window left alone locks by itself; the PIN brings back the very page, with what was typed", async ({
  browser,
}) => {
  const home = mkdtempSync(join(tmpdir(), "lencana-idle-"));
  prepareSampleHome(home);
  // Both clocks go on by themselves, and are put forward together.
  let aheadMs = 0;
  const clock = { now: () => new Date(Date.now() + aheadMs).toISOString() };
  const paths = checkoutPaths(join(import.meta.dirname, "..", ".."), home);
  const host = await startHost({ paths, clock });
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.clock.install();
  const pass = async (minutes: number) => {
    aheadMs += minutes * minuteMs;
    await page.clock.fastForward(minutes * minuteMs);
  };

  await page.goto(host.address());
  await secure(page);
  await goTo(page, sample.panelists);
  const field = page.getByLabel("Panelis baru");
  await field.fill("Prof. Dr. Ratna");

  await test.step("whoever still types stays", async () => {
    await pass(6);
    await field.press("End");
    await pass(6);
    await field.pressSequentially("wati");
    await expect(page.getByRole("heading", { name: "Terkunci" })).toHaveCount(0);
  });

  await test.step("whoever left does not", async () => {
    await pass(11);
    await expect(page.getByRole("heading", { name: "Terkunci" })).toBeVisible();
    await expect(page.getByText("terkunci karena lama tidak dipakai")).toBeVisible();
    await page.mouse.move(300, 300);
    await pass(1);
    await expect(page.getByRole("heading", { name: "Terkunci" })).toBeVisible();
  });

  await test.step("the PIN brings back the very page", async () => {
    await page.getByLabel(`PIN ${sri.name}`).fill(sri.pin);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Terkunci" })).toHaveCount(0);
    await expect(field).toHaveValue("Prof. Dr. Ratnawati");
    await expect(field).toBeFocused();
    await page.keyboard.type(", M.Si.");
    await expect(field).toHaveValue("Prof. Dr. Ratnawati, M.Si.");
  });

  await context.close();
  await host.close();
  rmSync(home, { recursive: true, force: true });
});

async function secure(page: Page): Promise<void> {
  await goTo(page, sample.security);
  await page.getByRole("button", { name: "Amankan edisi" }).click();
  await page.getByLabel("Nama sekretaris").fill(sri.name);
  await page.getByLabel("PIN", { exact: true }).fill(sri.pin);
  await page.getByLabel("Ulangi PIN").fill(sri.pin);
  await page.getByRole("dialog").getByRole("button", { name: "Amankan edisi" }).click();
  await page.getByRole("button", { name: "Saya sudah mencetak atau mencatatnya" }).click();
}
