/** Counts from the last sign of life that was told to the server, as the server itself does. */
export interface Watchdog {
  /** Somebody moved or typed; true when the server should hear of it. */
  alive: () => boolean;
  /** So long without a sign that the server has locked the window. */
  idle: () => boolean;
}

/** Tells the server at most once in `everyMs`. */
export function createWatchdog(options: { idleMs: number; everyMs: number; now: () => number }): Watchdog {
  const { idleMs, everyMs, now } = options;
  let told = now();
  return {
    alive() {
      if (now() - told < everyMs) return false;
      told = now();
      return true;
    },
    idle: () => now() - told > idleMs,
  };
}
