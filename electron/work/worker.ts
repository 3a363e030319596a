import { parentPort } from "node:worker_threads";
import { AppError } from "../contract/errors.ts";
import { portOfProcess } from "./apart.ts";
import type { FromWorker, WorkProgress } from "./pool.ts";
import { tasks, type Tasks } from "./tasks.ts";

const port = parentPort ?? portOfProcess();
const send = (message: FromWorker, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

port.on("message", ({ name, input }: { name: keyof Tasks; input: never }) => {
  send({ kind: "begun" });
  const onProgress = (progress: WorkProgress) => send({ kind: "progress", progress });
  Promise.resolve()
    .then((): unknown => tasks[name](input, onProgress))
    .then(
      (output) =>
        send({ kind: "done", output }, output instanceof Uint8Array ? [output.buffer as ArrayBuffer] : []),
      (error: unknown) => send(failure(error)),
    );
});

function failure(error: unknown): FromWorker {
  const stack = error instanceof Error ? error.stack : undefined;
  if (error instanceof AppError && error.code !== "INTERNAL") {
    return { kind: "failed", code: error.code, sentence: error.message, data: error.data, stack };
  }
  const cause = error instanceof Error && "code" in error ? String(error.code) : undefined;
  return { kind: "broken", message: String(error), cause: cause === "INTERNAL" ? undefined : cause, stack };
}
