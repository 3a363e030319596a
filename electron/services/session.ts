import type { Role } from "../contract/access.ts";
import type { Clock } from "../platform/clock.ts";

/** Who is signed in at one window. */
export interface Session {
  /** For the ledger: "jendela 2", "baris perintah". */
  from: string;
  account: { id: number; name: string; role: Role } | null;
  /** The last sign of life, an ISO instant. */
  aliveAt: string;
}

export const idleMinutes = 10;

export function openSession(from: string, clock: Clock): Session {
  return { from, account: null, aliveAt: clock.now() };
}

/** Signed in, but for too long without a sign of life. */
export function isIdle({ account, aliveAt }: Session, clock: Clock): boolean {
  return account !== null && Date.parse(clock.now()) - Date.parse(aliveAt) > idleMinutes * 60_000;
}
