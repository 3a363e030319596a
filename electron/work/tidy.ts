import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Frees what is held no more, now. What the typesetter holds lies outside the heap that V8 watches: left to itself, memory
 * grows for hundreds of papers before V8 looks.
 */
export function tidy(): void {
  collector ??= findCollector();
  collector();
}

let collector: (() => void) | null = null;

function findCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const found: unknown = runInNewContext("globalThis.gc");
  return typeof found === "function" ? () => void found() : () => {};
}
