import type { ReadDb } from "../database/open.ts";
import { findPolicy, listKeyings, listRuleBooks } from "../database/queries/security.ts";
import { findWholeEdition } from "../database/queries/wholeEdition.ts";
import { canonicalJson, type Json } from "../domain/canonicalJson.ts";
import { shortHead } from "../domain/ledger.ts";
import { sha256 } from "./sha256.ts";

/** The rule book as one document: all that decides a result and nothing else. */
export function ruleBookContent(db: ReadDb, editionId: number): Json {
  const edition = findWholeEdition(db, editionId, { withScores: false });
  if (!edition) return null;
  const keyings = listKeyings(db, editionId);
  return {
    format: "lencana/rulebook@1",
    edition: { year: edition.year, title: edition.title },
    policy: policyContent(db, editionId),
    categories: edition.categories.map(({ id, name, rounds }) => ({
      id,
      name,
      rounds: rounds.map(
        ({ scores: _scores, decisions: _decisions, recusals: _recusals, event: _event, ...rules }) => ({
          ...rules,
          keying: keyings.get(`${id}/${rules.id}`) ?? "single",
          indicators: rules.indicators.map(({ id: key, name: label, weight, scale, direction }) => ({
            id: key,
            name: label,
            weight,
            scale: { ...scale },
            direction,
          })),
        }),
      ),
    })),
    awards: edition.awards.map((award) => ({ ...award })),
    recusal: "Panelis yang berhalangan tidak menilai; nilai peserta itu dirata-ratakan atas panelis lainnya.",
    rounding: "Setengah menjauhi nol.",
  };
}

export function ruleBookHash(db: ReadDb, editionId: number): string {
  return sha256(canonicalJson(ruleBookContent(db, editionId)));
}

/** The version in force: the newest, when it is frozen; null while it is being written or amended. */
export function findRuleBookInForce(
  db: ReadDb,
  editionId: number,
): { version: number; hash: string; short: string } | null {
  const [newest] = listRuleBooks(db, editionId);
  if (!newest?.hash) return null;
  return { version: newest.version, hash: newest.hash, short: shortHead(newest.hash) };
}

function policyContent(db: ReadDb, editionId: number): Json {
  const policy = findPolicy(db, editionId);
  return (
    policy && { signatures: policy.signatures, signers: policy.signers, panelistNames: policy.panelistNames }
  );
}
