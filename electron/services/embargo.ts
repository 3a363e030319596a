import { AppError } from "../contract/errors.ts";
import { isSecured } from "../database/queries/accounts.ts";
import { findAward, listCategories } from "../database/queries/categories.ts";
import { findDeclaration } from "../database/queries/corrections.ts";
import { findPolicy, listSealedRounds } from "../database/queries/security.ts";
import type { CategoryByKeys } from "../database/queries/rules.ts";
import { timeText } from "../domain/indonesian.ts";
import type { RankedRound } from "../work/rankTask.ts";
import type { Context } from "./context.ts";
import { getCategoryByKeys } from "./lookup.ts";
import { isFinal } from "./roundAtWork.ts";

export function declarationOf(context: Context, editionId: number) {
  const declaration = findDeclaration(context.db, editionId);
  return (
    declaration && { ...declaration, hidden: isUnderEmbargo(context, editionId) && !maySeeWinners(context) }
  );
}

/**
 * Whether rank and recipients of a category are hidden from whoever sits at this window: from the moment its last round
 * is complete and decided, from those who neither check nor sign it; from its seal until the embargo of the declaration
 * has ended, from everybody but chair and secretary.
 */
export function hidesWinners(
  context: Context,
  byKeys: CategoryByKeys,
  ranked: readonly RankedRound[],
): boolean {
  return hidesSealedResult(context, byKeys) || hidesBeforeSeal(context, byKeys, ranked);
}

/** The second of the two times, in which the values of the last round are hidden with its ranking. */
export function hidesSealedResult(context: Context, byKeys: CategoryByKeys): boolean {
  const { db } = context;
  if (!isSecured(db, byKeys.editionId) || maySeeWinners(context)) return false;
  return isLastSealed(context, byKeys) && isUnderEmbargo(context, byKeys.editionId);
}

/** Whether the values of a round are hidden: of a last round that is sealed and not yet announced. */
export function hidesValues(context: Context, byKeys: CategoryByKeys, roundId: number): boolean {
  return byKeys.rounds.at(-1)?.id === roundId && hidesSealedResult(context, byKeys);
}

/** Whether a paper's key would say who receives an award: a charter's names the entry it is for. */
export function hidesRecipient(context: Context, key: string): boolean {
  return hidingRecipients(context)(key);
}

/** The same of hundreds of keys, with one look at each award. */
export function hidingRecipients(context: Context): (key: string) => boolean {
  const hidden = new Map<string, boolean>();
  const isHidden = (awardId: number) => {
    const award = findAward(context.db, awardId);
    // Of an award that is gone nobody can say any more whose winners it would show.
    if (!award) return !maySeeWinners(context);
    return hidesSealedResult(context, getCategoryByKeys(context.db, award.categoryId));
  };
  return (key) => {
    const [, awardId] = /^charter\/(\d+)\//.exec(key) ?? [];
    if (awardId === undefined) return false;
    const known = hidden.get(awardId) ?? isHidden(Number(awardId));
    hidden.set(awardId, known);
    return known;
  };
}

/** Whoever the rule book names to sign must see what they sign. */
export function isSigner({ db, session }: Context, editionId: number): boolean {
  const id = session?.account?.id;
  return id !== undefined && findPolicy(db, editionId)?.signers.includes(id) === true;
}

/** Refuses what would show the winners of a round's category before their time; without a ranking, only once sealed. */
export function refuseUnderEmbargo(
  context: Context,
  byKeys: CategoryByKeys,
  roundId: number,
  ranked: readonly RankedRound[] = [],
): void {
  if (byKeys.rounds.at(-1)?.id !== roundId) return;
  if (hidesSealedResult(context, byKeys)) throw embargo();
  if (!hidesBeforeSeal(context, byKeys, ranked)) return;
  throw new AppError(
    "FORBIDDEN",
    "Babak terakhir sudah lengkap; sebelum diumumkan peringkatnya hanya dilihat yang memeriksa dan menandatanganinya.",
  );
}

/** Clocks of the office's laptops differ by some minutes; "at once" is the time of the window that says it. */
const clockSlackMs = 10 * 60_000;

/** Refuses a time that is long past, and to hide again what everybody has been able to see. */
export function refuseLateEmbargo({ db, clock }: Context, editionId: number, until: string): void {
  const now = Date.parse(clock.now());
  const declared = findDeclaration(db, editionId);
  if (declared && Date.parse(declared.embargoUntil) <= now) {
    throw new AppError(
      "CONFLICT",
      `Hasil sudah terbuka untuk semua sejak ${timeText(declared.embargoUntil)}, jadi tidak dapat ditahan lagi.`,
    );
  }
  if (Date.parse(until) < now - clockSlackMs) {
    throw new AppError(
      "INVALID",
      `Waktu pengumuman ${timeText(until)} sudah lewat. Pilih waktu yang akan datang, atau buka sekarang juga.`,
    );
  }
}

/** Refuses what holds the results of a whole edition while any of its winners are hidden. */
export function refuseHiddenWinners(context: Context, editionId: number): void {
  const categories = listCategories(context.db, editionId);
  if (categories.some(({ id }) => hidesSealedResult(context, getCategoryByKeys(context.db, id))))
    throw embargo();
}

function embargo(): AppError {
  return new AppError(
    "FORBIDDEN",
    "Hasil akhir belum diumumkan; sebelum waktunya hanya ketua dan sekretaris yang melihatnya.",
  );
}

/** They type until the seal, or look on: the ranking is not their work. */
const onlookers: ReadonlySet<string> = new Set(["viewer", "operator", "auditor"]);

function hidesBeforeSeal(context: Context, byKeys: CategoryByKeys, ranked: readonly RankedRound[]): boolean {
  const { db, session } = context;
  const { editionId } = byKeys;
  if (!isSecured(db, editionId) || !onlookers.has(session?.account?.role ?? "")) return false;
  return isFinal(ranked.at(-1)) && !isLastSealed(context, byKeys) && !isSigner(context, editionId);
}

function isLastSealed({ db }: Context, { editionId, category, rounds }: CategoryByKeys): boolean {
  const last = rounds.at(-1);
  return last !== undefined && listSealedRounds(db, editionId).has(`${category.id}/${last.round.id}`);
}

function isUnderEmbargo({ db, clock }: Context, editionId: number): boolean {
  const declaration = findDeclaration(db, editionId);
  return !declaration || Date.parse(clock.now()) < Date.parse(declaration.embargoUntil);
}

function maySeeWinners({ session }: Context): boolean {
  return session?.account?.role === "chair" || session?.account?.role === "secretary";
}
