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
  /** Idle too long: the PIN is asked for again. */
  locked: z.boolean(),
  /** At least one edition is secured, so that signing in means something. */
  secured: z.boolean(),
  idleMinutes: z.number().int(),
});
export type SessionView = z.infer<typeof session>;

export const accounts = {
  /** Names and roles to choose from at the door. */
  list: anybodyMay.output(z.array(account)),
  session: anybodyMay.output(session),
  /** After wrong tries the next one has to wait; the sentence says how long. */
  signIn: anybodyMay.input(z.object({ accountId: id, pin: z.string().max(200) })).output(session),
  signOut: anybodyMay.output(session),
  /** The person at this window is still there. */
  stillHere: anybodyMay.output(session),
  create: administering.input(z.object({ name, role, pin })).output(z.array(account)),
  changePin: anybodyMay
    .input(z.object({ accountId: id, oldPin: z.string().max(200), newPin: pin }))
    .output(z.void()),
  /** A forgotten PIN: the secretary gives a new one. */
  resetPin: administering.input(z.object({ accountId: id, pin })).output(z.void()),
  /** The account can no longer sign in; what it did stays under its name. */
  close: administering.input(z.object({ accountId: id })).output(z.array(account)),
  /** The secretary's own forgotten PIN: only with the recovery code printed when the edition was secured. */
  recover: anybodyMay
    .input(z.object({ accountId: id, code: z.string().max(100), newPin: pin }))
    .output(z.object({ recoveryCode: z.string() })),
};
