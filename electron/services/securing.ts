import { AppError } from "../contract/errors.ts";
import { inTransaction, type WriteDb } from "../database/open.ts";
import {
  insertAccount,
  listAccounts,
  setPin,
  setSecured,
  type StoredAccount,
} from "../database/queries/accounts.ts";
import { saveDocument } from "../database/queries/documents.ts";
import { listPrints, revokePrint } from "../database/queries/register.ts";
import { openRuleBook, savePolicy } from "../database/queries/security.ts";
import { accountCommand } from "./accountFacts.ts";
import type { Context } from "./context.ts";
import { readAllFacts } from "./editionFacts.ts";
import { appendFacts } from "./ledgerWriting.ts";
import { hashSecrets } from "./pins.ts";
import { checkPin } from "./pinTries.ts";
import { signInto } from "./session.ts";

/** Who secures: somebody new, as first secretary, or the secretary there is; a code where one is given out. */
type Secretary =
  | (Pick<StoredAccount, "name" | "pinHash" | "recoveryHash"> & { id: null; recoveryCode: string })
  | (StoredAccount & { recoveryCode: string | null });

/** The account that secures, by its PIN; one from before every account had a recovery code gets it now. */
export async function takeSecretary(context: Context, name: string, pin: string): Promise<Secretary> {
  const accounts = listAccounts(context.db).filter(({ closedAt }) => !closedAt);
  if (accounts.length === 0) return { name, id: null, ...(await hashSecrets(pin, context.pinCost)) };
  const known = accounts.find(
    (one) => one.name.toLowerCase() === name.toLowerCase() && one.role === "secretary",
  );
  if (!known) {
    throw new AppError(
      "FORBIDDEN",
      `Hanya sekretaris yang dapat mengamankan edisi; "${name}" bukan akun sekretaris di komputer ini.`,
    );
  }
  const account = await checkPin(context, known.id, pin);
  if (account.recoveryHash !== null) return { ...account, recoveryCode: null };
  const { recoveryCode, recoveryHash } = await hashSecrets(pin, context.pinCost);
  return { ...account, recoveryHash, recoveryCode };
}

/** Makes the edition secured in one step, with everything as it is now as the first entries of its ledger. */
export function secure(context: Context, editionId: number, secretary: Secretary): void {
  const { db, clock } = context;
  inTransaction(db, () => {
    const now = clock.now();
    const id = admit(context, secretary, now);
    setSecured(db, editionId, now);
    savePolicy(db, editionId, { signatures: 1, signers: [id], panelistNames: "named" });
    openRuleBook(db, editionId, 1, null, now);
    revokeOpenPapers(db, editionId, now);
    const facts = readAllFacts(db, editionId);
    appendFacts(
      context,
      editionId,
      { act: "security.secure" },
      Array.from(facts, ([subject, value]) => ({ subject, old: null, new: value })),
    );
  });
}

/** What went out of the open edition shows a result that nobody has sealed: once it is, its papers have other serials. */
function revokeOpenPapers(db: WriteDb, editionId: number, now: string): void {
  for (const { serial, key, restsOn, revokedAt } of listPrints(db, editionId)) {
    if (revokedAt !== null || restsOn.length === 0) continue;
    const why = "Edisi diamankan sesudah dokumen ini keluar, dan hasilnya baru berlaku setelah disegel.";
    revokePrint(db, editionId, serial, now, why);
    saveDocument(db, editionId, key, { printedAt: null });
  }
}

/** Seats the secretary at this window, with an account and a recovery code that are kept. */
function admit(context: Context, secretary: Secretary, now: string): number {
  const { db, session } = context;
  const role = "secretary" as const;
  if (secretary.id !== null) {
    const { id, name, pinHash, recoveryHash, recoveryCode } = secretary;
    if (session) signInto(session, { id, name, role, pinHash }, now);
    if (recoveryCode !== null) {
      accountCommand(context, "security.secure", () => setPin(db, id, { pinHash, recoveryHash }));
    }
    return id;
  }
  const { name, pinHash, recoveryHash } = secretary;
  return accountCommand(context, "accounts.create", () => {
    const id = insertAccount(db, { name, role, pinHash, recoveryHash }, now);
    if (session) signInto(session, { id, name, role, pinHash }, now);
    return id;
  });
}
