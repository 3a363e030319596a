import { paperKinds } from "../domain/paperKinds.ts";
import type { CorrectionView } from "../contract/seals.ts";
import type { ReadDb } from "../database/open.ts";
import { findAccount } from "../database/queries/accounts.ts";
import type { StoredCorrection } from "../database/queries/corrections.ts";
import { listPrints } from "../database/queries/register.ts";
import type { CategoryByKeys } from "../database/queries/rules.ts";
import { listSeals, listSignatures } from "../database/queries/security.ts";
import { findWholeEdition } from "../database/queries/wholeEdition.ts";
import { canonicalJson } from "../domain/canonicalJson.ts";
import type { Category, Edition } from "../domain/edition.ts";
import { formatDecimal } from "../domain/indonesian.ts";
import { placesOf, rankCategory } from "../domain/ranking.ts";
import type { RoundResult } from "../domain/result.ts";
import type { Context } from "./context.ts";
import { parseDocumentKey } from "./documentKey.ts";
import { hidesRecipient, hidesValues, isSigner } from "./embargo.ts";
import { placeNames } from "./ledgerWords.ts";
import { getRoundByKeys } from "./lookup.ts";
import { sealRows } from "./sealRows.ts";
import { sha256 } from "./sha256.ts";
import { findSigningPolicy } from "./signing.ts";

/** A request as its signers read it. */
export function correctionView(context: Context, correction: StoredCorrection): CorrectionView {
  const { db } = context;
  const { byKeys, index } = getRoundByKeys(db, correction.roundId);
  const { round } = byKeys.rounds[index]!;
  const names = placeNames(db, byKeys.editionId);
  const hash = hashOf(correction);
  const category = byKeys.category.id;
  const signatures = listSignatures(db, byKeys.editionId, subjectOf(category, round.id, correction.number));
  const hidden = hidesValues(context, byKeys, correction.roundId);
  const isOwn = correction.requestedBy === context.session?.account?.id;
  // Who asked for it wrote the values down; who signs it signs them.
  const withoutValues = hidden && !isOwn && !isSigner(context, byKeys.editionId);
  return {
    id: correction.id,
    roundId: correction.roundId,
    number: correction.number,
    reason: correction.reason,
    requestedBy: findAccount(db, correction.requestedBy)?.name ?? "",
    requestedAt: correction.requestedAt,
    state: correction.state,
    changes: correction.changes.map((change) => ({
      what: `${names.region(change.entry)} · ${names.indicator(category, round.id, change.indicator)} · ${names.panelist(change.panelist ?? "meja")}`,
      old: withoutValues ? null : change.old,
      new: withoutValues ? null : change.new,
    })),
    signatures: signatures.map(({ accountId, name, role, signedAt }) => ({
      accountId,
      name,
      role,
      signedAt,
    })),
    signaturesNeeded: findSigningPolicy(db, byKeys.editionId)?.signatures ?? 1,
    hash,
    moves: hidden
      ? ["Akibatnya pada peringkat baru terlihat setelah hasil diumumkan."]
      : movesOf(context, correction),
    atRisk: printsAtRisk(db, byKeys, index),
    revoked: listPrints(db, byKeys.editionId)
      .filter(({ revokedWhy }) => revokedWhy === revocationWords(correction, round.name))
      .map(({ key, serial }) =>
        hidesRecipient(context, key)
          ? { key: "charter", title: "Piagam · penerimanya terbuka setelah hasil diumumkan", serial }
          : { key, title: printTitle(byKeys, key), serial },
      ),
  };
}

/** How many papers in force a correction of a round revokes, and how many more where sealed rounds after it move too. */
function printsAtRisk(db: ReadDb, { editionId, rounds }: CategoryByKeys, index: number) {
  const inForce = listPrints(db, editionId).filter(({ revokedAt, wentOut }) => revokedAt === null && wentOut);
  const later = new Set(rounds.slice(index + 1).map(({ id }) => id));
  const certain = inForce.filter(({ restsOn }) => restsOn.includes(rounds[index]!.id));
  const possible = inForce.filter(
    (print) => !certain.includes(print) && print.restsOn.some((id) => later.has(id)),
  );
  return { certain: certain.length, possible: possible.length };
}

/** Why a print was revoked by a correction. */
export function revocationWords(
  { number, reason }: Pick<StoredCorrection, "number" | "reason">,
  round: string,
): string {
  return `Koreksi ${number} babak ${round}: ${reason}`;
}

/** "Berita acara · Paparan", "Piagam · Kabupaten Magetan". */
function printTitle({ rounds, entries }: CategoryByKeys, key: string): string {
  const { kind: name, at } = parseDocumentKey(key);
  const kind = paperKinds[name];
  const what =
    entries.find(({ id }) => id === at.entryId)?.label ??
    rounds.find(({ id }) => id === at.roundId)?.round.name;
  return what ? `${kind} · ${what}` : kind;
}

/** What it moves, or moved: "Kabupaten X dari peringkat 3 ke 4 (87,50 → 86,90)". */
function movesOf({ db }: Context, correction: StoredCorrection): string[] {
  const { byKeys, index } = getRoundByKeys(db, correction.roundId);
  const seals = listSeals(db, correction.roundId);
  const labels = new Map(byKeys.entries.map(({ code, label }) => [code, label]));
  const version = correction.version ?? (seals.at(-1)?.version ?? 0) + 1;
  const before = seals.find((seal) => seal.version === version - 1);
  const after = seals.find((seal) => seal.version === version);
  if (!before) return [];
  const rows = after
    ? sealRows(after.result)
    : rankWith(db, byKeys.editionId, byKeys.category.id, correction)[index]!.results;
  const old = new Map(sealRows(before.result).map((row) => [row.entry, row]));
  return rows.flatMap(({ entry, rank, total }) => {
    const was = old.get(entry);
    if (was && was.rank === rank && was.total === total) return [];
    const label = labels.get(entry) ?? entry;
    const shown = (text: string | null | undefined) => (text ? formatDecimal(text) : "tanpa nilai");
    return [
      `${label} dari peringkat ${was?.rank ?? "–"} ke ${rank ?? "–"} (${shown(was?.total)} → ${shown(total)})`,
    ];
  });
}

function rankWith(
  db: Context["db"],
  editionId: number,
  category: string,
  { roundId, changes }: StoredCorrection,
): RoundResult[] {
  const { byKeys, index } = getRoundByKeys(db, roundId);
  const key = byKeys.rounds[index]!.round.id;
  const edition = findWholeEdition(db, editionId)!;
  for (const round of edition.categories.find(({ id }) => id === category)!.rounds) {
    if (round.id !== key) continue;
    for (const sheet of round.scores) {
      for (const change of changes) {
        if (sheet.entry === change.entry && sheet.panelist === change.panelist)
          sheet.values[change.indicator] = change.new;
      }
    }
  }
  return rankEditionCategory(edition, category);
}

export function rankEditionCategory(edition: Edition, id: string): RoundResult[] {
  const category: Category = edition.categories.find((one) => one.id === id)!;
  return rankCategory(category, placesOf(edition, id));
}

/** What is signed: the request as it was made. */
export function hashOf({ roundId, number, reason, changes }: StoredCorrection): string {
  return sha256(
    canonicalJson({ roundId, number, reason, changes: changes.map((change) => ({ ...change })) }),
  );
}

export function subjectOf(category: string, round: string, number: number): string {
  return `koreksi/${category}/${round}/${number}`;
}
