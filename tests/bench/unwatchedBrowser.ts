import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

type Reply = { result?: Record<string, unknown>; error?: { message: string } };

/** A window of a browser that nobody looks into while it works. */
export interface UnwatchedWindow {
  /** Opens an address and waits until a button with this text stands on the page. */
  openUntilButton(address: string, text: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * The browser without a test driver attached. A driver has every request's call stack recorded, and for that V8 reads
 * the whole script again: at a start that is a fifth of what would be measured.
 */
export async function startUnwatchedBrowser(program: string) {
  const home = mkdtempSync(join(tmpdir(), "lencana-bench-browser-"));
  const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"];
  const quiet = ["--disable-background-networking", "--disable-component-update", "--disable-extensions"];
  const child = spawn(
    program,
    [...flags, ...quiet, `--user-data-dir=${home}`, "--remote-debugging-port=0", "about:blank"],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const send = await connect(await addressOf(child));
  return {
    async openWindow(): Promise<UnwatchedWindow> {
      const { browserContextId } = await send("Target.createBrowserContext", {});
      const { targetId } = await send("Target.createTarget", { url: "about:blank", browserContextId });
      const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
      return {
        async openUntilButton(address, text) {
          await send("Page.navigate", { url: address }, String(sessionId));
          while (!(await isThere(text, String(sessionId)))) await new Promise((next) => setTimeout(next, 10));
        },
        close: async () => void (await send("Target.disposeBrowserContext", { browserContextId })),
      };
    },
    async close() {
      child.kill("SIGTERM");
      await ended;
      rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };

  async function isThere(text: string, sessionId: string): Promise<boolean> {
    const expression = `[...document.querySelectorAll("button")].some((each) => each.checkVisibility() && each.textContent.includes(${JSON.stringify(text)}))`;
    try {
      const { result } = await send("Runtime.evaluate", { expression, returnByValue: true }, sessionId);
      return typeof result === "object" && result !== null && "value" in result && result.value === true;
    } catch {
      // The page before is just going.
      return false;
    }
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stderr) return reject(new Error("no stderr"));
    createInterface({ input: child.stderr }).on("line", (line) => {
      const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (address) resolve(address);
    });
    child.once("exit", (code) => reject(new Error(`the browser ended with ${code}`)));
  });
}

async function connect(address: string) {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (reply: Reply) => void>();
  let last = 0;
  socket.addEventListener("message", ({ data }) => {
    const reply: Reply & { id?: number } = JSON.parse(String(data));
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve, { once: true });
    socket.addEventListener("error", reject, { once: true });
  });
  return (method: string, params: object, sessionId?: string): Promise<Record<string, unknown>> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result ?? {});
      });
      socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
}
