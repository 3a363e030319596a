import type { AccountRow, SessionView } from "../contract/accounts.ts";
import { AppError } from "../contract/errors.ts";
import {
  closeAccount,
  findAccount,
  insertAccount,
  isAnyEditionSecured,
  listAccounts,
  setPin,
  type StoredAccount,
} from "../database/queries/accounts.ts";
import { listSecuredEditions } from "../database/queries/editions.ts";
import { applicationChain } from "../database/queries/ledger.ts";
import { accountCommand } from "./accountFacts.ts";
import { writeAnchor } from "./anchor.ts";
import { announce, type Context, os } from "./context.ts";
import { appendEvent } from "./ledgerWriting.ts";
import { getEdition } from "./lookup.ts";
import { checkPin, getAccount, inTurn, tryCode, tryPin } from "./pinTries.ts";
import { hashSecrets } from "./pins.ts";
import { findWhyAgain, idleMinutes, signInto } from "./session.ts";
import { findSigningPolicy } from "./signing.ts";

export { checkOwnPin, checkPin } from "./pinTries.ts";

export const accounts = {
  list: os.accounts.list.handler(({ context }) => rowsOf(context)),

  session: os.accounts.session.handler(({ context }) => viewOf(context)),

  signIn: os.accounts.signIn.handler(async ({ input, context }) => {
    const account = await checkPin(context, input.accountId, input.pin);
    const { session, clock } = context;
    if (session) signInto(session, account, clock.now());
    event(context, "akun.masuk", account);
    return viewOf(context);
  }),

  signOut: os.accounts.signOut.handler(({ context }) => {
    const { session } = context;
    if (session?.account) {
      event(context, "akun.keluar", session.account);
      session.account = null;
      session.pinHash = null;
    }
    return viewOf(context);
  }),

  stillHere: os.accounts.stillHere.handler(({ context }) => {
    const { db, session, clock } = context;
    // Whoever comes back to a locked window gives the PIN; moving the mouse is not enough.
    if (session && findWhyAgain(db, session, clock) === null) session.aliveAt = clock.now();
    return viewOf(context);
  }),

  create: os.accounts.create.handler(async ({ input, context }) => {
    const { db, clock } = context;
    const { recoveryCode, ...hashes } = await hashSecrets(input.pin, context.pinCost);
    accountCommand(context, "accounts.create", () => {
      refuseNamesake(context, input.name);
      insertAccount(db, { name: input.name, role: input.role, ...hashes }, clock.now());
    });
    changed(context);
    return { accounts: rowsOf(context), recoveryCode };
  }),

  changePin: os.accounts.changePin.handler(({ input, context }) =>
    inTurn(context, input.accountId, async () => {
      const account = await tryPin(context, input.accountId, input.oldPin);
      return replacePin(context, account, input.newPin, "accounts.changePin");
    }),
  ),

  close: os.accounts.close.handler(({ input, context }) => {
    const { db, clock } = context;
    const account = getAccount(context, input.accountId);
    if (account.closedAt) throw new AppError("CONFLICT", `Akun ${account.name} sudah ditutup.`);
    const others = listAccounts(db).filter(
      ({ id, role, closedAt }) => id !== account.id && role === "secretary" && !closedAt,
    );
    if (account.role === "secretary" && others.length === 0) {
      throw new AppError(
        "CONFLICT",
        `${account.name} satu-satunya sekretaris. Buat akun sekretaris lain dulu.`,
      );
    }
    const signsFor = listSecuredEditions(db).find((id) =>
      findSigningPolicy(db, id)?.signers.includes(account.id),
    );
    if (signsFor !== undefined) {
      throw new AppError(
        "CONFLICT",
        `${account.name} ditunjuk menandatangani ${getEdition(db, signsFor).title}. Ganti dulu penanda tangannya lewat perubahan tata nilai.`,
      );
    }
    accountCommand(context, "accounts.close", () => closeAccount(db, account.id, clock.now()));
    changed(context);
    return rowsOf(context);
  }),

  recover: os.accounts.recover.handler(({ input, context }) =>
    inTurn(context, input.accountId, async () => {
      const account = await tryCode(context, input.accountId, input.code);
      return replacePin(context, account, input.newPin, "accounts.recover");
    }),
  ),
};

/**
 * Another PIN, and with it another recovery code: whoever made the account, or found the old code, can no longer get
 * in with it. Every other window of the account is asked for the new PIN.
 */
async function replacePin(
  context: Context,
  account: StoredAccount,
  pin: string,
  act: string,
): Promise<{ recoveryCode: string }> {
  const { session } = context;
  const { recoveryCode, ...hashes } = await hashSecrets(pin, context.pinCost);
  accountCommand(context, act, () => setPin(context.db, account.id, hashes));
  if (session?.account?.id === account.id && session.pinHash === account.pinHash) {
    session.pinHash = hashes.pinHash;
  }
  changed(context);
  return { recoveryCode };
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
  act: "akun.masuk" | "akun.keluar",
  { id, name, role }: Pick<StoredAccount, "id" | "name" | "role">,
): void {
  appendEvent(context, applicationChain, { act, subject: `akun/${id}`, details: { name, role } });
}

/** Every window looks again who sits at it. */
function changed(context: Context): void {
  writeAnchor(context);
  announce(context, null, "accounts", "ledger");
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
  const why = session ? findWhyAgain(db, session, clock) : null;
  const account = session?.account ?? null;
  return {
    account: account && { ...account, closed: findAccount(db, account.id)?.closedAt !== null },
    locked: why !== null,
    why,
    secured: isAnyEditionSecured(db),
    idleMinutes,
  };
}
