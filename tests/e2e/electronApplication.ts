import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type BrowserContext, expect, type Page } from "@playwright/test";
import type { Application, SavedFile } from "./application.ts";

const root = join(import.meta.dirname, "..", "..");

/** The application in Electron: the window it opens itself. */
export async function startElectron(
  program: string,
  home: string,
  watch: (context: BrowserContext) => void,
): Promise<Application> {
  const asRoot = process.platform === "linux" && process.getuid?.() === 0;
  const electron = await _electron.launch({
    executablePath: program,
    args: [...(asRoot ? ["--no-sandbox"] : []), "--lang=id", root],
    env: { ...process.env, LENCANA_HOME: home, TZ: "Asia/Jakarta" },
  });
  watch(electron.context());
  const page = await atWorkingSize(await electron.firstWindow());
  return {
    page,
    async openWindow() {
      const opening = electron.waitForEvent("window");
      // The first menu holds "Jendela Baru" at its top.
      await electron.evaluate(({ Menu }) => {
        Menu.getApplicationMenu()?.items[0]?.submenu?.items[0]?.click();
      });
      return atWorkingSize(await opening);
    },
    async savedBy(act): Promise<SavedFile> {
      const folder = mkdtempSync(join(tmpdir(), "lencana-e2e-saved-"));
      await electron.evaluate(({ dialog }, into) => {
        dialog.showSaveDialog = (...asked: unknown[]) => {
          const { defaultPath = "" } = asked.at(-1) as { defaultPath?: string };
          const name = defaultPath.split(/[\\/]/).at(-1) ?? "";
          return Promise.resolve({ canceled: false, filePath: `${into}/${name}` });
        };
      }, folder);
      try {
        await act();
        // A file that is still being written ends in .tmp.
        const saved = () => readdirSync(folder).filter((name) => !name.endsWith(".tmp"));
        await expect.poll(saved).toHaveLength(1);
        const [name = ""] = saved();
        return { name, bytes: new Uint8Array(readFileSync(join(folder, name))) };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    copy: (text) => electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text),
    spentAddress: null,
    async close() {
      await electron.close();
      return "";
    },
  };
}

async function atWorkingSize(page: Page): Promise<Page> {
  await page.setViewportSize({ width: 1366, height: 768 });
  return page;
}
