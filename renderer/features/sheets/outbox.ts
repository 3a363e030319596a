import type { CellEdit } from "./cellEdits.ts";

/** Edits that are saved together, all or none, after those before them. */
export interface Parcel {
  id: number;
  edits: readonly CellEdit[];
  /** It was sent before without an answer, so it may already have arrived. */
  retried: boolean;
}

/** What a try to save ended in: refused for good, or not answered, to be tried again. */
export type SendOutcome = { kind: "saved"; savedAt: string } | { kind: "refused" } | { kind: "unanswered" };

export interface Outbox {
  add(parcel: Omit<Parcel, "retried">): void;
  /** Tries again at once what could not be sent. */
  retry(): void;
  /** Parcels not yet saved, in order. */
  waiting(): readonly Parcel[];
}

export const longestRetryMs = 15_000;

/**
 * Sends parcels one after another, so that each finds the values its user saw. One that gets no answer stays in
 * front and is tried again, ever less often; nothing overtakes it and nothing is dropped.
 */
export function createOutbox(options: {
  /** Sends one; never rejects, and has dealt with a refusal when it resolves. */
  send: (parcel: Parcel) => Promise<SendOutcome>;
  onChange: (state: "sending" | "stuck" | "empty") => void;
}): Outbox {
  const queue: Parcel[] = [];
  let running = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = 1_000;

  const drain = async () => {
    if (running) return;
    running = true;
    clearTimeout(timer);
    let parcel = queue[0];
    while (parcel) {
      options.onChange("sending");
      // The next may only go once this one is settled.
      const outcome = await options.send(parcel);
      if (outcome.kind === "unanswered") {
        queue[0] = { ...parcel, retried: true };
        break;
      }
      queue.shift();
      pauseMs = 1_000;
      parcel = queue[0];
    }
    running = false;
    if (queue.length > 0) {
      timer = setTimeout(() => void drain(), pauseMs);
      pauseMs = Math.min(2 * pauseMs, longestRetryMs);
    }
    options.onChange(queue.length > 0 ? "stuck" : "empty");
  };

  return {
    add(parcel) {
      queue.push({ ...parcel, retried: false });
      void drain();
    },
    retry() {
      pauseMs = 1_000;
      void drain();
    },
    waiting: () => queue,
  };
}
