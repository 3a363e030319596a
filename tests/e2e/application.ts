import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import { startElectron } from "./electronApplication.ts";
import { prepareSampleHome, startHost } from "./hostApplication.ts";

export { expect };

export interface SavedFile {
  name: string;
  bytes: Uint8Array;
}

/** The application as its users have it: started as a program, used through its windows. */
export interface Application {
  /** The first window. */
  page: Page;
  /** One more window on the same data. */
  openWindow(): Promise<Page>;
  /** The file that an act saves. */
  savedBy(act: () => Promise<void>): Promise<SavedFile>;
  /** Puts a text on the clipboard, as copying in another program does. */
  copy(text: string): Promise<void>;
  /** The address that let the first window in, or null where windows need none. */
  spentAddress: string | null;
  /** Ends the program; what it complained of on its way. */
  close: () => Promise<string>;
}

interface Settings {
  /** What is there when it starts: nothing, or the sample edition of 2021. */
  data: "empty" | "sample";
}

/** A test with an application of its own in a fresh data folder. It fails on any error in a console or a page. */
export const test = base.extend<Settings & { application: Application; page: Page }>({
  data: ["sample", { option: true }],

  application: async ({ browser, data }, use) => {
    const home = freshFolder();
    if (data === "sample") cpSync(getSampleHome(), home, { recursive: true });
    const faults: string[] = [];
    const program = process.env.E2E_ELECTRON;
    const watch = (context: BrowserContext) => watchFaults(context, faults);
    const application = program
      ? await startElectron(program, home, watch)
      : await startHost(browser, home, watch);
    await use(application);
    const complaints = await application.close();
    rmSync(home, { recursive: true, force: true });
    expect(faults, "errors in the windows").toEqual([]);
    expect(complaints, "what the program complained of").toBe("");
  },

  page: async ({ application }, use) => use(application.page),
});

let sampleHome: string | null = null;

/** A data folder with the sample edition, to be copied; prepared once in each process that tests. */
function getSampleHome(): string {
  if (sampleHome !== null) return sampleHome;
  const home = freshFolder();
  process.once("exit", () => rmSync(home, { recursive: true, force: true }));
  prepareSampleHome(home);
  sampleHome = home;
  return home;
}

function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), "lencana-e2e-"));
}

/** A refused or cancelled call is logged by the browser as a failed load; the tests see to what the screen answers. */
const refusal = /^Failed to load resource: .* status of (401|403|404|409|412|413|422|499) /;

function watchFaults(context: BrowserContext, faults: string[]): void {
  context.on("console", (message) => {
    const refused = refusal.test(message.text()) && message.location().url.includes("/rpc/");
    if (message.type() === "error" && !refused) faults.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => faults.push(String(error.error().stack)));
}
