import type { SecurityView } from "../../../electron/contract/security.ts";

type Policy = NonNullable<SecurityView["policy"]>;

/** Names somebody as a signer or no longer; there are never more signatures needed than people to give them. */
export function toggleSigner(policy: Policy, accountId: number, named: boolean): Policy {
  const others = policy.signers.filter((id) => id !== accountId);
  const signers = named ? [...others, accountId] : others;
  return { ...policy, signers, signatures: Math.max(1, Math.min(policy.signatures, signers.length)) };
}

/** What is wrong with the number of signatures for so many named people; null: nothing. */
export function findSignaturesFault(signatures: number, named: number): string | null {
  if (signatures < 1) return "Paling sedikit satu tanda tangan";
  return signatures > named ? `Paling banyak ${named}, sebanyak yang ditunjuk` : null;
}
