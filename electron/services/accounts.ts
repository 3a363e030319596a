import type { AccountRow, SessionView } from "../contract/accounts.ts";
import { AppError } from "../contract/errors.ts";
import { inTransaction } from "../database/open.ts";
import {
  closeAccount,
  findAccount,
  insertAccount,
  isAnyEditionSecured,
  listAccounts,
  setPin,
  setRecovery,
  setTries,
  type StoredAccount,
} from "../database/queries/accounts.ts";
import { applicationChain } from "../database/queries/ledger.ts";
import { type Context, os } from "./context.ts";
import type { EventAct } from "./ledgerWords.ts";
import { appendEvent } from "./ledgerWriting.ts";
import { hashPin, newRecoveryCode, pinFits, plainCode, waitSeconds } from "./pins.ts";
import { idleMinutes, isIdle } from "./session.ts";

export const accounts = {
  list: os.accounts.list.handler(({ context }) => rowsOf(context)),

  session: os.accounts.session.handler(({ context }) => viewOf(context)),

  signIn: os.accounts.signIn.handler(async ({ input, context }) => {
    const account = await checkPin(context, input.accountId, input.pin);
    const { session, clock } = context;
    if (session) {
      session.account = { id: account.id, name: account.name, role: account.role };
      session.aliveAt = clock.now();
    }
    event(context, "akun.masuk", account);
    return viewOf(context);
  }),

  signOut: os.accounts.signOut.handler(({ context }) => {
    const { session } = context;
    if (session?.account) {
      event(context, "akun.keluar", session.account);
      session.account = null;
    }
    return viewOf(context);
  }),

  stillHere: os.accounts.stillHere.handler(({ context }) => {
    const { session, clock } = context;
    // Whoever comes back to a locked window gives the PIN; moving the mouse is not enough.
    if (session && !isIdle(session, clock)) session.aliveAt = clock.now();
    return viewOf(context);
  }),

  create: os.accounts.create.handler(async ({ input, context }) => {
    const pinHash = await hashPin(input.pin, context.pinCost);
    inTransaction(context.db, () => {
      refuseNamesake(context, input.name);
      const id = insertAccount(context.db, { ...input, pinHash, recoveryHash: null }, context.clock.now());
      event(context, "akun.buat", { id, name: input.name, role: input.role });
    });
    return rowsOf(context);
  }),

  changePin: os.accounts.changePin.handler(async ({ input, context }) => {
    const account = await checkPin(context, input.accountId, input.oldPin);
    await replacePin(context, account, input.newPin, "akun.ganti-pin");
  }),

  resetPin: os.accounts.resetPin.handler(async ({ input, context }) => {
    await replacePin(context, getAccount(context, input.accountId), input.pin, "akun.setel-pin");
  }),

  close: os.accounts.close.handler(({ input, context }) => {
    const { db, clock } = context;
    const account = getAccount(context, input.accountId);
    const others = listAccounts(db).filter(
      ({ id, role, closedAt }) => id !== account.id && role === "secretary" && !closedAt,
    );
    if (account.role === "secretary" && others.length === 0) {
      throw new AppError(
        "CONFLICT",
        `${account.name} satu-satunya sekretaris. Buat akun sekretaris lain dulu.`,
      );
    }
    inTransaction(db, () => {
      closeAccount(db, account.id, clock.now());
      event(context, "akun.tutup", account);
    });
    return rowsOf(context);
  }),

  recover: os.accounts.recover.handler(async ({ input, context }) => {
    const account = getAccount(context, input.accountId);
    refuseWhileWaiting(context, account);
    const fits =
      account.recoveryHash !== null && (await pinFits(plainCode(input.code), account.recoveryHash));
    if (!fits) {
      countWrongTry(context, account, "akun.kode-salah");
      throw new AppError(
        "INVALID",
        "Kode pemulihan tidak cocok. Ketik persis seperti tercetak saat edisi diamankan.",
      );
    }
    const recoveryCode = newRecoveryCode();
    const recoveryHash = await hashPin(plainCode(recoveryCode), context.pinCost);
    await replacePin(context, account, input.newPin, "akun.pulihkan");
    setRecovery(context.db, account.id, recoveryHash);
    return { recoveryCode };
  }),
};

/** The account whose PIN this is; wrong tries are counted, told to the ledger, and slow the next one down. */
export async function checkPin(context: Context, accountId: number, pin: string): Promise<StoredAccount> {
  const account = getAccount(context, accountId);
  if (account.closedAt) throw new AppError("FORBIDDEN", `Akun ${account.name} sudah ditutup.`);
  refuseWhileWaiting(context, account);
  if (!(await pinFits(pin, account.pinHash))) {
    const wait = countWrongTry(context, account, "akun.pin-salah");
    const next = wait > 0 ? ` Coba lagi setelah ${wait} detik.` : " Coba lagi.";
    throw new AppError("INVALID", `PIN untuk ${account.name} salah.${next}`);
  }
  if (account.wrongTries > 0) setTries(context.db, account.id, 0, null);
  return account;
}

/** The account of the one at this window, whose PIN is asked for once more where something is signed. */
export async function checkOwnPin(context: Context, pin: string): Promise<StoredAccount> {
  const own = context.session?.account;
  if (!own) throw new AppError("SIGN_IN", "Masuk dulu dengan nama dan PIN Anda.");
  return checkPin(context, own.id, pin);
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

function countWrongTry(context: Context, account: StoredAccount, act: EventAct): number {
  const { db, clock } = context;
  const tries = account.wrongTries + 1;
  const wait = waitSeconds(tries);
  const until = wait > 0 ? new Date(Date.parse(clock.now()) + wait * 1000).toISOString() : null;
  inTransaction(db, () => {
    setTries(db, account.id, tries, until);
    event(context, act, account);
  });
  return wait;
}

async function replacePin(
  context: Context,
  account: StoredAccount,
  pin: string,
  act: EventAct,
): Promise<void> {
  const pinHash = await hashPin(pin, context.pinCost);
  inTransaction(context.db, () => {
    setPin(context.db, account.id, pinHash);
    event(context, act, account);
  });
}

function refuseNamesake({ db }: Context, name: string): void {
  const taken = listAccounts(db).some(
    (one) => !one.closedAt && one.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken)
    throw new AppError(
      "CONFLICT",
      `Nama "${name}" sudah dipakai akun lain. Tambahkan gelar atau bagian namanya.`,
    );
}

function event(
  context: Context,
  act: EventAct,
  { id, name, role }: Pick<StoredAccount, "id" | "name" | "role">,
): void {
  appendEvent(context, applicationChain, { act, subject: `akun/${id}`, details: { name, role } });
}

function getAccount({ db }: Context, id: number): StoredAccount {
  const account = findAccount(db, id);
  if (!account) throw new AppError("NOT_FOUND", "Akun ini tidak ada. Muat ulang daftar akun.");
  return account;
}

function rowsOf({ db }: Context): AccountRow[] {
  return listAccounts(db).map(({ id, name, role, closedAt }) => ({
    id,
    name,
    role,
    closed: closedAt !== null,
  }));
}

function viewOf({ db, session, clock }: Context): SessionView {
  return {
    account: session?.account ? { ...session.account, closed: false } : null,
    locked: session ? isIdle(session, clock) : false,
    secured: isAnyEditionSecured(db),
    idleMinutes,
  };
}
