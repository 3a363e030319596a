import { Worker } from "node:worker_threads";
import { AppError, type ErrorCode, type ErrorData } from "../contract/errors.ts";
import { type Launch, launchNode, startApart } from "./apart.ts";
import type { TaskName, Tasks } from "./tasks.ts";

/**
 * Threads are kept apart by what would make a user wait: a preview never queues behind 514 charters. "apart" is a
 * process of its own, for an expert's template: a thread that is caught inside native code cannot be ended.
 */
export type Lane = "ranking" | "preview" | "bulk" | "interchange" | "apart";

export interface WorkProgress {
  done: number;
  total: number;
  label: string;
}

export interface RunOptions {
  /** Stops the run, even when it has begun: its thread ends. */
  signal?: AbortSignal | undefined;
  /** Nobody waits any more: a run that has not begun is left out, one under way goes on and keeps its thread warm. */
  unwanted?: AbortSignal | undefined;
  onProgress?: ((progress: WorkProgress) => void) | undefined;
  /** A run that takes longer is ended and refused. */
  timeoutMs?: number | undefined;
}

/** A thread, or a process that stands in for one. */
export type Runner = Pick<Worker, "postMessage" | "terminate" | "ref" | "unref" | "on" | "off">;

export interface Work {
  run<Name extends TaskName>(
    lane: Lane,
    name: Name,
    input: Parameters<Tasks[Name]>[0],
    options?: RunOptions,
  ): Promise<Awaited<ReturnType<Tasks[Name]>>>;
  close(): Promise<void>;
}

export type FromWorker =
  /** The thread is up and turns to the run: from here its time counts. */
  | { kind: "begun" }
  | { kind: "progress"; progress: WorkProgress }
  | { kind: "done"; output: unknown }
  | { kind: "failed"; code: ErrorCode; sentence: string; data: ErrorData; stack: string | undefined }
  /** What no task expected; `cause` is the code that SQLite or the file system gave. */
  | { kind: "broken"; message: string; cause: string | undefined; stack: string | undefined };

const source = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";

/** Worker threads, one a lane, started at first use. A cancelled run ends its thread; the next run gets a new one. */
export function startWork({ launch = launchNode }: { launch?: Launch | undefined } = {}): Work {
  const workers = new Map<Lane, Runner>();
  /** When the last run of a lane will have ended: a thread does one thing at a time. */
  const ends = new Map<Lane, Promise<unknown>>();
  let closed = false;

  const workerOf = (lane: Lane): Runner => {
    const there = workers.get(lane);
    if (there) return there;
    const script = new URL(source, import.meta.url);
    const worker = lane === "apart" ? startApart(launch, script) : new Worker(script);
    worker.unref();
    const forget = () => {
      if (workers.get(lane) === worker) workers.delete(lane);
    };
    worker.on("error", forget).on("exit", forget);
    workers.set(lane, worker);
    return worker;
  };

  return {
    run(lane, name, input, options = {}) {
      const turn = (ends.get(lane) ?? Promise.resolve()).then(() => {
        if (closed || options.signal?.aborted || options.unwanted?.aborted) throw cancelled();
        return runOn(workerOf(lane), lane, name, input, options);
      });
      ends.set(
        lane,
        turn.catch(() => undefined),
      );
      return turn as never;
    },
    async close() {
      closed = true;
      await Promise.all([...workers.values()].map((worker) => worker.terminate()));
    },
  };
}

function runOn(
  worker: Runner,
  lane: Lane,
  name: string,
  input: unknown,
  { signal, onProgress, timeoutMs }: RunOptions,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: FromWorker) => {
      if (message.kind === "begun") {
        if (timeoutMs !== undefined) timer = setTimeout(onTimeout, timeoutMs);
        return undefined;
      }
      if (message.kind === "progress") return onProgress?.(message.progress);
      settle();
      if (message.kind === "done") return resolve(message.output);
      reject(errorOf(message));
    };
    const onExit = () => {
      settle();
      // Nothing but a cancel or the end of the application stops a thread from outside; a process may also burst.
      reject(lane !== "apart" || signal?.aborted || ending ? cancelled() : burst());
    };
    const onError = (error: unknown) => {
      settle();
      reject(error);
    };
    let ending = false;
    const onAbort = () => {
      ending = true;
      void worker.terminate();
    };
    const onTimeout = () => {
      settle();
      // Only when it is gone does the next run get another.
      void worker.terminate().then(() => reject(tooLong(timeoutMs ?? 0)));
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("exit", onExit).off("error", onError);
      signal?.removeEventListener("abort", onAbort);
      worker.unref();
    };
    worker.ref();
    worker.on("message", onMessage).on("exit", onExit).on("error", onError);
    signal?.addEventListener("abort", onAbort);
    worker.postMessage({ name, input });
  });
}

function errorOf(message: Extract<FromWorker, { kind: "failed" | "broken" }>): Error {
  const error =
    message.kind === "failed"
      ? new AppError(message.code, message.sentence, message.data)
      : Object.assign(new Error(message.message), message.cause ? { code: message.cause } : {});
  if (message.stack) error.stack = message.stack;
  return error;
}

function tooLong(timeoutMs: number): AppError {
  return new AppError(
    "INVALID",
    `Sumber rancangan tidak selesai dalam ${Math.round(timeoutMs / 1000)} detik dan dihentikan; mungkin ada perulangan yang tidak berakhir. Perbaiki sumbernya; rancangan terakhir yang benar tetap dipakai.`,
  );
}

function burst(): AppError {
  return new AppError(
    "INVALID",
    "Sumber rancangan menghabiskan memori dan dihentikan; mungkin ada perulangan yang terlalu panjang. Perbaiki sumbernya; rancangan terakhir yang benar tetap dipakai.",
  );
}

function cancelled(): AppError {
  return new AppError("CANCELLED", "Pekerjaan dibatalkan; tidak ada yang disimpan.");
}
