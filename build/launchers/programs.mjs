import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { root } from "./builds.mjs";

const electronNames = {
  linux: "electron",
  win32: "electron.exe",
  darwin: "Electron.app/Contents/MacOS/Electron",
};

/** Electron's program, judged by files only: asking the package itself would start a download. */
export function findElectron(env = process.env) {
  const home = join(root, "node_modules", "electron");
  const named = join(home, "path.txt");
  const name = existsSync(named) ? readFileSync(named, "utf8").trim() : electronNames[process.platform];
  if (!name) return null;
  if (!env.ELECTRON_OVERRIDE_DIST_PATH && !existsSync(named)) return null;
  const path = join(env.ELECTRON_OVERRIDE_DIST_PATH || join(home, "dist"), name);
  return isFile(path) ? path : null;
}

export function hasDisplay(env = process.env) {
  return process.platform !== "linux" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Shows an address in a window of its own where a browser can do that, else in a tab. Whether anything could be started. */
export function openBrowser(address, env = process.env) {
  const browser = findBrowser(env);
  if (browser) return start(browser, [...browserFlags(), `--app=${address}`]);
  if (process.platform === "win32") return start("cmd.exe", ["/c", "start", "", address]);
  if (process.platform === "darwin") return start("/usr/bin/open", [address]);
  const opener = onPath(["xdg-open"], env).find(isFile);
  return opener ? start(opener, [address]) : false;
}

/** A browser of this machine that takes Chromium's flags: Chromium, Chrome or Edge. */
export function findBrowser(env = process.env) {
  return browserPaths(env).find(isFile) ?? null;
}

function browserPaths(env) {
  if (process.platform === "win32") {
    const homes = [env["ProgramFiles(x86)"], env.ProgramFiles, env.LOCALAPPDATA].filter(Boolean);
    const names = ["Microsoft\\Edge\\Application\\msedge.exe", "Google\\Chrome\\Application\\chrome.exe"];
    return names.flatMap((name) => homes.map((home) => join(home, name)));
  }
  if (process.platform === "darwin") {
    return ["Google Chrome", "Microsoft Edge", "Chromium"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  const names = [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
  ];
  return onPath(names, env);
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function onPath(names, env) {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Chromium refuses to start as root with its sandbox; it is shown nothing but our own page. */
function browserFlags() {
  return process.platform === "linux" && process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}

function start(program, args) {
  const child = spawn(program, args, { detached: true, stdio: "ignore" });
  // The address is printed in any case, so a browser that will not start costs nothing.
  child.once("error", () => {});
  child.unref();
  return true;
}
