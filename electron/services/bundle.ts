import { AppError } from "../contract/errors.ts";
import { iterateLedger } from "../database/queries/ledger.ts";
import { listRuleBooks, listSeals } from "../database/queries/security.ts";
import { type Bundle, readRuleBook, readSealResult } from "../verifier/bundle.ts";
import { buildBundle } from "../verifier/bundleHtml.ts";
import { verifierScript } from "../verifier/script.ts";
import { listCategories } from "../database/queries/categories.ts";
import { emptyHead } from "../domain/ledger.ts";
import type { Context } from "./context.ts";
import { getCategoryByKeys, getEdition } from "./lookup.ts";

/** Everything sealed of an edition as one page that proves itself, and the head it proves. */
export function makeBundle({ db, paths }: Context, editionId: number): { html: string; head: string } {
  const edition = getEdition(db, editionId);
  const signed = listRuleBooks(db, editionId).find(({ frozenAt }) => frozenAt !== null);
  if (!signed?.content || !signed.hash) {
    throw new AppError(
      "NOT_READY",
      "Belum ada tata nilai yang ditandatangani, jadi belum ada yang dapat dibuktikan.",
    );
  }
  const seals = listCategories(db, editionId).flatMap(({ id }) => {
    const { category, rounds } = getCategoryByKeys(db, id);
    return rounds.flatMap(({ id: roundId, round }) =>
      listSeals(db, roundId).map(({ version, result, hash, sealedAt }) => ({
        category: category.id,
        round: round.id,
        version,
        result: readSealResult(result),
        hash,
        sealedAt,
      })),
    );
  });
  const ledger = Array.from(iterateLedger(db, editionId), ({ seq, body, hash }) => ({ seq, body, hash }));
  const bundle: Bundle = {
    format: "lencana/bundle@1",
    editionId,
    title: edition.title,
    ledger,
    ruleBook: { version: signed.version, content: readRuleBook(signed.content), hash: signed.hash },
    seals,
    head: ledger.at(-1)?.hash ?? emptyHead,
  };
  return { html: buildBundle(bundle, verifierScript(paths)), head: bundle.head };
}
