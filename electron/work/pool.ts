import { Worker } from "node:worker_threads";
import { AppError, type ErrorCode, type ErrorData } from "../contract/errors.ts";
import type { TaskName, Tasks } from "./tasks.ts";

/** Threads are kept apart by what would make a user wait: a preview never queues behind 514 charters. */
export type Lane = "ranking" | "preview" | "bulk" | "interchange";

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
}

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
  | { kind: "progress"; progress: WorkProgress }
  | { kind: "done"; output: unknown }
  | { kind: "failed"; code: ErrorCode; sentence: string; data: ErrorData; stack: string | undefined }
  /** What no task expected; `cause` is the code that SQLite or the file system gave. */
  | { kind: "broken"; message: string; cause: string | undefined; stack: string | undefined };

const source = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";

/** Worker threads, one a lane, started at first use. A cancelled run ends its thread; the next run gets a new one. */
export function startWork(): Work {
  const workers = new Map<Lane, Worker>();
  /** When the last run of a lane will have ended: a thread does one thing at a time. */
  const ends = new Map<Lane, Promise<unknown>>();
  let closed = false;

  const workerOf = (lane: Lane): Worker => {
    const there = workers.get(lane);
    if (there) return there;
    const worker = new Worker(new URL(source, import.meta.url));
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
        return runOn(workerOf(lane), name, input, options);
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
  worker: Worker,
  name: string,
  input: unknown,
  { signal, onProgress }: RunOptions,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: FromWorker) => {
      if (message.kind === "progress") return onProgress?.(message.progress);
      settle();
      if (message.kind === "done") return resolve(message.output);
      reject(errorOf(message));
    };
    const onExit = () => {
      settle();
      // Nothing but a cancel or the end of the application stops a thread from outside.
      reject(cancelled());
    };
    const onError = (error: unknown) => {
      settle();
      reject(error);
    };
    const onAbort = () => void worker.terminate();
    const settle = () => {
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

function cancelled(): AppError {
  return new AppError("CANCELLED", "Pekerjaan dibatalkan; tidak ada yang disimpan.");
}
