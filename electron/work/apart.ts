import { type ChildProcess, fork } from "node:child_process";
import { EventEmitter } from "node:events";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Runner } from "./pool.ts";

/** A process that was started, as either shell gives it. */
export interface Process {
  send(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
  /** Whether the application may end while it lives. */
  hold(held: boolean): void;
}

/** Starts a script in a process of its own; Electron's shell has another way than Node. */
export type Launch = (script: string, env: NodeJS.ProcessEnv) => Process;

/** Typst would fetch packages by itself: a proxy that nobody answers keeps it from the network. */
const nowhere = "http://127.0.0.1:9";
const offline = { HTTP_PROXY: nowhere, HTTPS_PROXY: nowhere, ALL_PROXY: nowhere, NO_PROXY: "" };
const names = Object.entries(offline).flatMap(([name, value]) => [
  [name, value],
  [name.toLowerCase(), value],
]);

export function launchNode(script: string, env: NodeJS.ProcessEnv): Process {
  const child: ChildProcess = fork(script, [], { env, serialization: "advanced" });
  return {
    send: (message) => void child.send(message as object),
    onMessage: (listener) => void child.on("message", listener),
    onExit: (listener) => void child.on("exit", listener),
    kill: () => void child.kill("SIGKILL"),
    hold(held) {
      if (held) child.ref();
      else child.unref();
      const { channel } = child;
      if (held) channel?.ref();
      else channel?.unref();
    },
  };
}

/** A process that the pool uses as it uses a thread. */
export function startApart(launch: Launch, script: URL): Runner {
  const events = new EventEmitter();
  const started = launch(fileURLToPath(script), { ...process.env, ...Object.fromEntries(names) });
  const gone = new Promise<void>((resolve) =>
    started.onExit(() => {
      events.emit("exit", 0);
      resolve();
    }),
  );
  started.onMessage((message) => events.emit("message", message));
  const runner = {
    postMessage: (message: unknown) => started.send(message),
    async terminate() {
      started.kill();
      await gone;
      return 0;
    },
    ref: () => started.hold(true),
    unref: () => started.hold(false),
    on(event: string, listener: (...args: unknown[]) => void) {
      events.on(event, listener);
      return runner;
    },
    off(event: string, listener: (...args: unknown[]) => void) {
      events.off(event, listener);
      return runner;
    },
  };
  return runner as unknown as Runner;
}

/** More than any charter needs: a template that grows beyond it is ended before it takes the whole machine. */
const mostBytes = 1_500_000_000;

/** In such a process: how it hears and answers. */
export function portOfProcess() {
  // The process itself may be caught in native code, so a thread beside it looks at its memory, and at who started it.
  const watch = `setInterval(() => {
    if (process.memoryUsage.rss() > ${mostBytes} || process.ppid !== ${process.ppid}) process.kill(process.pid, "SIGKILL");
  }, 100)`;
  new Worker(watch, { eval: true }).unref();
  const { parentPort } = process;
  return {
    on(_: "message", listener: (message: never) => void) {
      // Electron's utility processes have a port where Node's have a channel.
      if (parentPort) parentPort.on("message", ({ data }) => listener(data as never));
      else process.on("message", (message) => listener(message as never));
    },
    postMessage(message: unknown, _transfer?: readonly unknown[]) {
      if (parentPort) parentPort.postMessage(message);
      else process.send?.(message);
    },
  };
}
