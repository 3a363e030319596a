import { getTestBrowser } from "./browser.ts";
import { bringUpToDate } from "./launchers/builds.mjs";

/** What the end-to-end tests need before the first of them: a browser and the pages as they are now. */
export default async function prepareJourneys(): Promise<void> {
  getTestBrowser();
  await bringUpToDate(
    process.env.E2E_ELECTRON ? ["main", "preload", "renderer", "verifier"] : ["renderer", "verifier"],
  );
}
