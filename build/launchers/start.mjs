import { bringUpToDate, root } from "./builds.mjs";
import { runToEnd, useFittingNode } from "./node.mjs";
import { findElectron, hasDisplay, openBrowser } from "./programs.mjs";

await useFittingNode();
const electron = findElectron();
if (electron && hasDisplay()) await startElectron(electron);
else await startHost();

async function startElectron(program) {
  await bringUpToDate(["main", "preload", "renderer", "verifier"]);
  process.exit(await runToEnd(program, [root, ...process.argv.slice(2)]));
}

async function startHost() {
  const reason = electron ? "Tidak ada layar di sini" : "Program Electron tidak ada di komputer ini";
  console.log(`${reason}, jadi Lencana yang sama disajikan untuk peramban di 127.0.0.1.`);
  await bringUpToDate(["renderer", "verifier", "host"]);
  const { runHost } = await import("../../dist/host/host.js");
  const host = await runHost();
  endWithNpm();
  if (!hasDisplay() || !openBrowser(host.address())) console.log("Buka alamat itu di peramban komputer ini.");
}

/** A signal sent to npm ends npm and its shell but never arrives here; left behind, we would keep the data locked. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}
