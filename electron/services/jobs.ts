import { AppError } from "../contract/errors.ts";
import type { RunOptions } from "../work/pool.ts";
import { type Context, os } from "./context.ts";

export const jobs = {
  watch: os.jobs.watch.handler(async function* ({ input, context, signal }) {
    yield* context.progress.subscribe(input.job, signal ? { signal } : {});
  }),

  cancel: os.jobs.cancel.handler(({ input, context }) => {
    context.running.get(input.job)?.abort();
  }),
};

/** Runs heavy work under a job id: its progress can be watched, and it ends when cancelled or when the caller goes. */
export async function underJob<T>(
  context: Context,
  job: string | undefined,
  callerGone: AbortSignal | undefined,
  work: (options: RunOptions) => Promise<T>,
): Promise<T> {
  if (job === undefined) return work({ signal: callerGone });
  if (context.running.has(job))
    throw new AppError("CONFLICT", "Pekerjaan ini sudah berjalan. Tunggu sampai selesai.");
  const controller = new AbortController();
  context.running.set(job, controller);
  try {
    return await work({
      signal: callerGone ? AbortSignal.any([controller.signal, callerGone]) : controller.signal,
      onProgress: (progress) => context.progress.publish(job, { job, ...progress }),
    });
  } finally {
    context.running.delete(job);
  }
}
