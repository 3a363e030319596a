import type { Paper, Proof } from "./paperData.ts";

/** What stands at the foot of every page; null where there is nothing to say. */
export function proofFoot(proof: Proof | null | undefined): string | null {
  if (!proof) return null;
  const parts = [
    ...(proof.ruleBook === null ? [] : [`Tata nilai ${proof.ruleBook}`]),
    ...(proof.serial === null ? [] : [`No. seri ${proof.serial}`]),
    ...(proof.version === null ? [] : [`Versi hasil ${proof.version}`]),
  ];
  return parts.length === 0 ? null : parts.join(" · ");
}

/** Whether any page of a paper has such a foot: it then needs a line more of room. */
export function hasProofFoot(paper: Paper): boolean {
  const own = paper.kind === "charter" ? paper.charters : paper.kind === "scoreSheet" ? paper.sheets : [];
  return [paper, ...own].some(({ proof }) => proofFoot(proof) !== null);
}

/** The head of the ledger as recap, minutes and dossier print it; null where it is not to be printed. */
export function ledgerHead({ proof }: Pick<Paper, "proof">): string | null {
  return proof?.head ?? null;
}
