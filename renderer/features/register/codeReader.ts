import type { ReadAnswer, ReadOrder } from "./codeWorker.ts";

/** Reads codes off pictures in a thread of its own, so that the page stays at hand. */
export interface CodeReader {
  read(picture: ImageData): Promise<string[]>;
  close(): void;
}

export function openCodeReader(): CodeReader {
  const worker = new Worker(new URL("./codeWorker.ts", import.meta.url), { type: "module" });
  const waiting = new Map<number, PromiseWithResolvers<string[]>>();
  let last = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<ReadAnswer>) => {
    waiting.get(data.id)?.resolve(data.codes);
    waiting.delete(data.id);
  });
  worker.addEventListener("error", () => {
    for (const { reject } of waiting.values()) reject(new Error("the reader of codes did not start"));
    waiting.clear();
  });
  return {
    read(picture) {
      const answer = Promise.withResolvers<string[]>();
      const id = ++last;
      waiting.set(id, answer);
      worker.postMessage({ id, picture } satisfies ReadOrder, [picture.data.buffer]);
      return answer.promise;
    },
    close: () => worker.terminate(),
  };
}
