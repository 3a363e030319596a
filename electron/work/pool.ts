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
  signal?: AbortSignal | undefined;
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
  | { kind: "failed"; code: ErrorCode; sentence: string; data: ErrorData; stack: string | undefined };

interface Thread {
  worker: Worker;
  queue: Promise<unknown>;
}

const source = import.meta.url.endsWith(".ts") ? "./worker.ts" : "./worker.js";

/** Worker threads, one a lane, started at first use. A cancelled run ends its thread; the next run gets a new one. */
export function startWork(): Work {
  const threads = new Map<Lane, Thread>();
  let closed = false;

  const threadOf = (lane: Lane): Thread => {
    let thread = threads.get(lane);
    if (!thread) {
      const worker = new Worker(new URL(source, import.meta.url));
      worker.unref();
      worker.on("exit", () => {
        if (threads.get(lane)?.worker === worker) threads.delete(lane);
      });
      thread = { worker, queue: Promise.resolve() };
      threads.set(lane, thread);
    }
    return thread;
  };

  return {
    run(lane, name, input, options = {}) {
      const turn = (threads.get(lane)?.queue ?? Promise.resolve()).then(() => {
        options.signal?.throwIfAborted();
        if (closed) throw cancelled();
        return runOn(threadOf(lane).worker, name, input, options);
      });
      threadOf(lane).queue = turn.catch(() => undefined);
      return turn.catch((error: unknown) => {
        throw options.signal?.aborted ? cancelled() : error;
      }) as ReturnType<Work["run"]> as never;
    },
    async close() {
      closed = true;
      await Promise.all([...threads.values()].map(({ worker }) => worker.terminate()));
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
      const { code, sentence, data, stack } = message;
      const error = code === "INTERNAL" ? new Error(sentence) : new AppError(code, sentence, data);
      if (stack) error.stack = stack;
      reject(error);
    };
    const onExit = () => {
      settle();
      reject(signal?.aborted ? cancelled() : new Error(`Worker thread ended during ${name}`));
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

function cancelled(): AppError {
  return new AppError("CANCELLED", "Pekerjaan dibatalkan; tidak ada yang disimpan.");
}
