import { AppError } from "../contract/errors.ts";
import { inTransaction } from "../database/open.ts";
import { findAccount, setTries, type StoredAccount } from "../database/queries/accounts.ts";
import { applicationChain } from "../database/queries/ledger.ts";
import { refuseAlteredAccount } from "./accountFacts.ts";
import type { Context } from "./context.ts";
import type { EventAct } from "./ledgerWords.ts";
import { appendEvent } from "./ledgerWriting.ts";
import { pinFits, plainCode, waitSeconds } from "./pins.ts";
import { createTurns } from "./turns.ts";

const turnsOf = createTurns();

/**
 * One try after the other for each account: whoever asks many times at once waits as long as whoever asks in a row.
 * No try may stand inside another's turn.
 */
export function inTurn<T>({ db }: Context, accountId: number, work: () => Promise<T>): Promise<T> {
  return turnsOf(db)(accountId, work);
}

/** The account whose PIN this is; wrong tries are counted, told to the ledger, and slow the next one down. */
export function checkPin(context: Context, accountId: number, pin: string): Promise<StoredAccount> {
  return inTurn(context, accountId, () => tryPin(context, accountId, pin));
}

/** The account of the one at this window, whose PIN is asked for once more where something is signed. */
export async function checkOwnPin(context: Context, pin: string): Promise<StoredAccount> {
  const own = context.session?.account;
  if (!own) throw new AppError("SIGN_IN", "Masuk dulu dengan nama dan PIN Anda.");
  return checkPin(context, own.id, pin);
}

/** As checkPin, inside a turn. */
export async function tryPin(context: Context, accountId: number, pin: string): Promise<StoredAccount> {
  const account = getUsable(context, accountId);
  if (!(await pinFits(pin, account.pinHash))) {
    const wait = countWrongTry(context, account, "akun.pin-salah");
    const next = wait > 0 ? ` Coba lagi setelah ${wait} detik.` : " Coba lagi.";
    throw new AppError("INVALID", `PIN untuk ${account.name} salah.${next}`);
  }
  refuseAlteredAccount(context, account);
  if (account.wrongTries > 0) setTries(context.db, account.id, 0, null);
  return account;
}

/** The account whose printed recovery code this is, inside a turn; wrong codes count as wrong PINs do. */
export async function tryCode(context: Context, accountId: number, code: string): Promise<StoredAccount> {
  const account = getUsable(context, accountId);
  const { recoveryHash } = account;
  if (recoveryHash === null || !(await pinFits(plainCode(code), recoveryHash))) {
    const wait = countWrongTry(context, account, "akun.kode-salah");
    const next = wait > 0 ? ` Coba lagi setelah ${wait} detik.` : "";
    throw new AppError(
      "INVALID",
      `Kode pemulihan tidak cocok. Ketik persis seperti tercetak terakhir untuk ${account.name}.${next}`,
    );
  }
  refuseAlteredAccount(context, account);
  return account;
}

export function getAccount({ db }: Context, id: number): StoredAccount {
  const account = findAccount(db, id);
  if (!account) throw new AppError("NOT_FOUND", "Akun ini tidak ada. Muat ulang daftar akun.");
  return account;
}

function getUsable(context: Context, id: number): StoredAccount {
  const account = getAccount(context, id);
  if (account.closedAt) throw new AppError("FORBIDDEN", `Akun ${account.name} sudah ditutup.`);
  refuseWhileWaiting(context, account);
  return account;
}

function refuseWhileWaiting({ clock }: Context, { name, waitUntil }: StoredAccount): void {
  const seconds = waitUntil ? Math.ceil((Date.parse(waitUntil) - Date.parse(clock.now())) / 1000) : 0;
  if (seconds > 0) {
    throw new AppError(
      "FORBIDDEN",
      `PIN untuk ${name} beberapa kali salah. Tunggu ${seconds} detik, lalu coba lagi.`,
    );
  }
}

function countWrongTry(context: Context, { id, name, role }: StoredAccount, act: EventAct): number {
  const { db, clock } = context;
  return inTransaction(db, () => {
    const tries = getAccount(context, id).wrongTries + 1;
    const wait = waitSeconds(tries);
    const until = wait > 0 ? new Date(Date.parse(clock.now()) + wait * 1000).toISOString() : null;
    setTries(db, id, tries, until);
    appendEvent(context, applicationChain, { act, subject: `akun/${id}`, details: { name, role } });
    return wait;
  });
}
