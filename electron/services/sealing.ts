import type { SealView } from "../contract/seals.ts";
import { countUnsettled } from "../database/queries/keyings.ts";
import { listSeals, listSignatures } from "../database/queries/security.ts";
import type { CategoryByKeys } from "../database/queries/rules.ts";
import { listInWords } from "../domain/indonesian.ts";
import { canonicalJson, type Json } from "../domain/canonicalJson.ts";
import type { RankedRound } from "../work/rankTask.ts";
import type { Context } from "./context.ts";
import { findRuleBookInForce, ruleBookHash } from "./ruleBookContent.ts";
import { isFinal } from "./roundAtWork.ts";
import { sealContent } from "./sealContent.ts";
import { sealInputs } from "./sealInputs.ts";
import { hearSecondOpinion } from "./secondOpinion.ts";
import { sha256 } from "./sha256.ts";
import { findSigningPolicy } from "./signing.ts";
import { unsignedStatements } from "./tieStatements.ts";

/** A round of a category on its way to the seal. */
export interface RoundToSeal {
  byKeys: CategoryByKeys;
  index: number;
  ranked: RankedRound;
}

/** "segel/utama/paparan/1": what signatures for this version of the seal are put to. */
export function sealSubject({ byKeys, index }: RoundToSeal, version: number): string {
  return `segel/${byKeys.category.id}/${byKeys.rounds[index]!.round.id}/${version}`;
}

/** What would be sealed now, and its hash. */
export function presentSeal(
  { db }: Context,
  { byKeys, index, ranked }: RoundToSeal,
): { content: Json; hash: string } {
  const ruleBook = findRuleBookInForce(db, byKeys.editionId)?.hash ?? null;
  const inputs = sealInputs(db, byKeys, index);
  const content = sealContent(byKeys.category.id, byKeys.rounds[index]!, ranked.result, ruleBook, inputs);
  return { content, hash: sha256(canonicalJson(content)) };
}

/** Every condition of the seal with whether it holds. */
export async function sealConditions(
  context: Context,
  { byKeys, index, ranked }: RoundToSeal,
): Promise<SealView["conditions"]> {
  const { db } = context;
  const { editionId } = byKeys;
  const complete = ranked.result.complete && ranked.result.results.length > 0;
  const disagreement = complete
    ? await hearSecondOpinion(context, editionId, byKeys.category.id, ranked.result)
    : null;
  const inForce = findRuleBookInForce(db, editionId);
  const earlier = byKeys.rounds.slice(0, index).filter(({ id }) => listSeals(db, id).length === 0);
  const unsettled = countUnsettled(db, byKeys.rounds[index]!.id);
  const unsigned = unsignedStatements(db, byKeys.rounds[index]!.stored);
  const intact = inForce !== null && inForce.hash === ruleBookHash(db, editionId);
  return [
    condition(
      intact,
      "Tata nilai ditandatangani dan tidak berubah sejak itu",
      inForce ? "Tata nilai berubah sejak ditandatangani" : "Tata nilai belum ditandatangani",
    ),
    ...(index === 0
      ? []
      : [
          condition(
            earlier.length === 0,
            "Babak sebelumnya disegel",
            `Babak "${earlier[0]?.round.name}" belum disegel`,
          ),
        ]),
    condition(
      complete,
      "Semua lembar nilai lengkap dan kuorum terpenuhi",
      "Masih ada lembar nilai yang belum lengkap",
    ),
    condition(
      unsettled === 0,
      "Tidak ada ketikan yang berbeda atau menunggu",
      `${unsettled} sel ketikan masih berbeda atau menunggu`,
    ),
    condition(
      unsigned.length === 0,
      "Pernyataan berhalangan panelis ditandatangani",
      `Pernyataan berhalangan ${listInWords(unsigned)} belum ditandatangani`,
    ),
    condition(
      ranked.result.undecided.length === 0,
      "Tidak ada seri yang belum diputuskan",
      "Masih ada seri yang belum diputuskan",
    ),
    condition(
      complete && disagreement === null,
      "Mesin peringkat kedua sepakat sampai angka terakhir",
      disagreement ?? "Mesin peringkat kedua baru menghitung setelah semua nilai lengkap",
    ),
  ];
}

function condition(holds: boolean, fulfilled: string, open: string): SealView["conditions"][number] {
  return { sentence: holds ? fulfilled : open, holds };
}

export async function sealView(context: Context, at: RoundToSeal): Promise<SealView> {
  const { db } = context;
  const { byKeys, index, ranked } = at;
  const { id, round } = byKeys.rounds[index]!;
  const conditions = listSeals(db, id).length > 0 ? [] : await sealConditions(context, at);
  // Only now: it may have been sealed while the second engine reckoned.
  const newest = listSeals(db, id).at(-1);
  const present = newest ? null : presentSeal(context, at);
  const subject = sealSubject(at, newest?.version ?? 1);
  const hash = newest?.hash ?? present?.hash;
  const signatures = listSignatures(db, byKeys.editionId, subject).filter((one) => one.hash === hash);
  const ready = isFinal(ranked) && conditions.every(({ holds }) => holds);
  return {
    roundId: id,
    roundName: round.name,
    state: newest ? "sealed" : ready ? "ready" : "open",
    version: newest?.version ?? null,
    sealedAt: newest?.sealedAt ?? null,
    hash: newest?.hash ?? null,
    conditions: newest ? [] : conditions,
    signatures: signatures.map(({ accountId, name, role, signedAt }) => ({
      accountId,
      name,
      role,
      signedAt,
    })),
    signaturesNeeded: findSigningPolicy(db, byKeys.editionId)?.signatures ?? 1,
    presentHash: present?.hash ?? null,
  };
}
