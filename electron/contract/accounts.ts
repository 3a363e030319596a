import { z } from "zod";
import { administering, anybodyMay, role } from "./access.ts";
import { id, name } from "./values.ts";

/** Six signs at least: a PIN of digits or a passphrase. */
export const pin = z
  .string()
  .min(6, "Paling sedikit 6 angka atau huruf")
  .max(200, "Paling panjang 200 huruf");

export const account = z.object({ id, name: z.string(), role, closed: z.boolean() });
export type AccountRow = z.infer<typeof account>;

/** Who sits at this window. */
export const session = z.object({
  account: account.nullable(),
  /** The PIN is asked for again: idle too long, the account closed, or its PIN changed at another window. */
  locked: z.boolean(),
  /** Why, as a sentence; null while it is not locked. */
  why: z.string().nullable(),
  /** At least one edition is secured, so that signing in means something. */
  secured: z.boolean(),
  idleMinutes: z.number().int(),
});
export type SessionView = z.infer<typeof session>;

/** Shown this once, to be printed. */
const recoveryCode = z.object({ recoveryCode: z.string() });

export const accounts = {
  /** Names and roles to choose from at the door. */
  list: anybodyMay.output(z.array(account)),
  session: anybodyMay.output(session),
  /** After wrong tries the next one has to wait; the sentence says how long. */
  signIn: anybodyMay.input(z.object({ accountId: id, pin: z.string().max(200) })).output(session),
  signOut: anybodyMay.output(session),
  /** The person at this window is still there. */
  stillHere: anybodyMay.output(session),
  /** With the recovery code of the new account, shown this once, to be printed and handed over. */
  create: administering
    .input(z.object({ name, role, pin }))
    .output(z.object({ accounts: z.array(account), recoveryCode: z.string() })),
  /**
   * One's own PIN, by whoever knows the old one. With it comes a new recovery code, so that whoever made the account
   * holds neither any more. Other windows of the account are asked for the new PIN.
   */
  changePin: anybodyMay
    .input(z.object({ accountId: id, oldPin: z.string().max(200), newPin: pin }))
    .output(recoveryCode),
  /** The account can no longer sign in; what it did stays under its name. */
  close: administering.input(z.object({ accountId: id })).output(z.array(account)),
  /**
   * A forgotten PIN, of any role: only with the printed recovery code, which is then spent and replaced. Nobody can
   * set another's PIN; without PIN and code the secretary closes the account and makes a new one.
   */
  recover: anybodyMay
    .input(z.object({ accountId: id, code: z.string().max(100), newPin: pin }))
    .output(recoveryCode),
};
