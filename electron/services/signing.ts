import { AppError } from "../contract/errors.ts";
import type { StoredAccount } from "../database/queries/accounts.ts";
import type { ReadDb } from "../database/open.ts";
import { applicationChain, findHead } from "../database/queries/ledger.ts";
import {
  type StoredPolicy,
  findPolicy,
  insertSignature,
  listRuleBooks,
  listSignatures,
} from "../database/queries/security.ts";
import type { Context } from "./context.ts";
import { appendEvent } from "./ledgerWriting.ts";
import { readRuleBookText } from "./ruleBookText.ts";

type SigningPolicy = Pick<StoredPolicy, "signatures" | "signers">;

/** What is signed, and by whom. */
export interface ToSign {
  /** "tatanilai/1", "segel/utama/paparan/1", "koreksi/utama/paparan/2" */
  subject: string;
  /** The hash of what the signer had before their eyes. */
  read: string;
  /** The hash of what it is now. */
  present: string;
  account: Pick<StoredAccount, "id" | "name" | "role">;
}

/**
 * Puts a signature to what was read and says whether enough have signed that very thing: N of the M named in the
 * rule book. Run inside a command.
 */
export function collectSignature(
  context: Context,
  editionId: number,
  { subject, read, present, account }: ToSign,
): boolean {
  const { db, clock } = context;
  const policy = findSigningPolicy(db, editionId);
  if (!policy?.signers.includes(account.id)) {
    throw new AppError(
      "FORBIDDEN",
      `${account.name} tidak termasuk penanda tangan yang ditunjuk tata nilai.`,
    );
  }
  if (read !== present) {
    throw new AppError(
      "CONFLICT",
      "Isinya sudah berubah sejak Anda membacanya. Baca lagi, lalu tanda tangani.",
    );
  }
  const earlier = listSignatures(db, editionId, subject).filter(({ hash }) => hash === present);
  if (earlier.some(({ accountId }) => accountId === account.id)) {
    throw new AppError("CONFLICT", `${account.name} sudah menandatangani ini. Menunggu penanda tangan lain.`);
  }
  const { id: accountId, name, role } = account;
  pinAccounts(context, editionId);
  insertSignature(db, editionId, { subject, hash: present, accountId, name, role, signedAt: clock.now() });
  return (
    countSigners(policy.signers, [...earlier.map((one) => one.accountId), accountId]) >= policy.signatures
  );
}

/** Whose account it is stands in the application's own chain: the edition's, whose head is printed, vouches for it. */
function pinAccounts(context: Context, editionId: number): void {
  const head = findHead(context.db, applicationChain);
  if (!head) return;
  const { seq, hash } = head;
  appendEvent(context, editionId, { act: "akun.kepala", subject: "akun", details: { seq, hash } });
}

/**
 * N of M as the rule book that was signed last has them: an amendment that names others is itself signed by those
 * before it. Before the first is signed, as they are set now.
 */
export function findSigningPolicy(db: ReadDb, editionId: number): SigningPolicy | null {
  const signed = listRuleBooks(db, editionId).find(({ content }) => content !== null);
  return signed?.content ? readRuleBookText(JSON.parse(signed.content)).policy : findPolicy(db, editionId);
}

/** How many of the named people are among those who signed. */
function countSigners(signers: readonly number[], signed: readonly number[]): number {
  return signers.filter((id) => signed.includes(id)).length;
}
