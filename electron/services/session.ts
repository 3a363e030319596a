import type { Role } from "../contract/access.ts";
import type { ReadDb } from "../database/open.ts";
import { findAccount, type StoredAccount } from "../database/queries/accounts.ts";
import type { Clock } from "../platform/clock.ts";

/** Who is signed in at one window. */
export interface Session {
  /** For the ledger: "jendela 2", "baris perintah". */
  from: string;
  account: { id: number; name: string; role: Role } | null;
  /** The stored hash of the PIN that signed in: with another PIN the session is over. Null without an account. */
  pinHash: string | null;
  /** The last sign of life, an ISO instant. */
  aliveAt: string;
}

export const idleMinutes = 10;

export function openSession(from: string, clock: Clock): Session {
  return { from, account: null, pinHash: null, aliveAt: clock.now() };
}

/** From now on this account sits at the window. */
export function signInto(
  session: Session,
  { id, name, role, pinHash }: Pick<StoredAccount, "id" | "name" | "role" | "pinHash">,
  now: string,
): void {
  session.account = { id, name, role };
  session.pinHash = pinHash;
  session.aliveAt = now;
}

/** Signed in, but for too long without a sign of life. */
export function isIdle({ account, aliveAt }: Session, clock: Clock): boolean {
  return account !== null && Date.parse(clock.now()) - Date.parse(aliveAt) > idleMinutes * 60_000;
}

/** Why the one signed in at this window has to do so again, as a sentence; null while nothing stands against it. */
export function findWhyAgain(db: ReadDb, session: Session, clock: Clock): string | null {
  const { account } = session;
  if (!account) return null;
  const stored = findAccount(db, account.id);
  if (stored?.closedAt !== null) return `Akun ${account.name} sudah ditutup. Masuk dengan akun lain.`;
  if (stored.pinHash !== session.pinHash) {
    return `PIN ${account.name} sudah diganti. Masuk lagi dengan PIN yang baru.`;
  }
  return isIdle(session, clock)
    ? "Jendela ini terkunci karena lama tidak dipakai. Masukkan PIN Anda untuk melanjutkan."
    : null;
}
