import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Clock } from "./clock.ts";

/** What went on, for whoever has to find a fault afterwards. Writing to it never fails. */
export interface Log {
  info(event: string, details?: Record<string, unknown>): void;
  error(event: string, error: unknown, details?: Record<string, unknown>): void;
}

const largestBytes = 1_000_000;

/** A log of one JSON object a line. A full file becomes `‹path›.1`, whose predecessor goes. */
export function openLog(path: string, clock: Clock): Log {
  const write = (line: Record<string, unknown>) => {
    try {
      mkdirSync(dirname(path), { recursive: true });
      makeRoom(path);
      appendFileSync(path, `${JSON.stringify({ at: clock.now(), ...line })}\n`);
    } catch {
      // A disk that takes no log line must not take the work down with it.
    }
  };
  return {
    info: (event, details = {}) => write({ level: "info", event, ...details }),
    error: (event, error, details = {}) =>
      write({ level: "error", event, ...details, error: describeError(error) }),
  };
}

function makeRoom(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size >= largestBytes) renameSync(path, `${path}.1`);
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? undefined : describeError(error.cause);
  const code = "code" in error ? error.code : undefined;
  return { name: error.name, code, message: error.message, stack: error.stack, cause };
}
