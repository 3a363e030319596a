/** Where the saving of a draft stands. */
export type SaverState =
  | { kind: "idle" }
  /** Typed, and about to be sent. */
  | { kind: "waiting" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  /** Kept as typed; sent again at the next change or flush. */
  | { kind: "failed"; error: unknown };

export interface Saver<Value> {
  /** Must be called before the first change. */
  connect(connection: SaverConnection<Value>): void;
  /** Tells another from now on, until the next connection. */
  reportTo(onState: (state: SaverState) => void): void;
  /** A newer value to save; it replaces one that still waits. */
  change(value: Value): void;
  /** Sends what waits now; resolves when nothing is under way any more. Never rejects. */
  flush(): Promise<void>;
  /** Forgets what waits or failed. */
  drop(): void;
  /** Whether something typed is not saved yet. */
  dirty(): boolean;
}

/** Who saves and who is told; may change from one render to the next. */
export interface SaverConnection<Value> {
  save: (value: Value) => Promise<unknown>;
  onState: (state: SaverState) => void;
}

interface SaverOptions {
  now?: () => Date;
  /** How long typing must rest before it is sent. */
  delayMs?: number;
}

/** Saves the latest of many changes, one save at a time, so that an older value can never overtake a newer one. */
export function createSaver<Value>(options: SaverOptions = {}): Saver<Value> {
  const { now = () => new Date(), delayMs = 700 } = options;
  let connection: SaverConnection<Value> | null = null;
  let waiting: { value: Value } | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (state: SaverState) => connection?.onState(state);
  const save = async (value: Value) => {
    if (!connection) throw new Error("a saver must be connected before it saves");
    await connection.save(value);
  };

  const drain = async () => {
    let outcome: SaverState = { kind: "idle" };
    while (waiting) {
      const sent = waiting;
      tell({ kind: "saving" });
      try {
        await save(sent.value);
        outcome = { kind: "saved", at: now() };
        if (waiting === sent) waiting = null;
      } catch (error) {
        outcome = { kind: "failed", error };
        // Typed on meanwhile: the newer value gets its own try. Otherwise it is kept until then.
        if (waiting === sent) break;
      }
    }
    tell(outcome);
  };

  const flush = async () => {
    clearTimeout(timer);
    running ??= drain().finally(() => {
      running = null;
    });
    await running;
  };

  return {
    connect(next) {
      connection = next;
    },
    reportTo(onState) {
      if (connection) connection = { ...connection, onState };
    },
    change(value) {
      waiting = { value };
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), delayMs);
      if (!running) tell({ kind: "waiting" });
    },
    flush: async () => {
      if (waiting || running) await flush();
    },
    drop() {
      clearTimeout(timer);
      waiting = null;
      if (!running) tell({ kind: "idle" });
    },
    dirty: () => waiting !== null || running !== null,
  };
}
