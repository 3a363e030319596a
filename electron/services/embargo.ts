import { AppError } from "../contract/errors.ts";
import { isSecured } from "../database/queries/accounts.ts";
import { listCategories } from "../database/queries/categories.ts";
import { findDeclaration } from "../database/queries/corrections.ts";
import { listSealedRounds } from "../database/queries/security.ts";
import type { CategoryByKeys } from "../database/queries/rules.ts";
import { timeText } from "../domain/indonesian.ts";
import type { Context } from "./context.ts";
import { getCategoryByKeys } from "./lookup.ts";

export function declarationOf(context: Context, editionId: number) {
  const declaration = findDeclaration(context.db, editionId);
  return (
    declaration && { ...declaration, hidden: isUnderEmbargo(context, editionId) && !maySeeWinners(context) }
  );
}

/**
 * Whether the winners of a category are hidden from whoever sits at this window: from the seal of its last round until
 * the embargo of the declaration has ended, only chair and secretary see them.
 */
export function hidesWinners(context: Context, byKeys: CategoryByKeys): boolean {
  const { db } = context;
  const last = byKeys.rounds.at(-1);
  if (!last || !isSecured(db, byKeys.editionId) || maySeeWinners(context)) return false;
  const sealed = listSealedRounds(db, byKeys.editionId).has(`${byKeys.category.id}/${last.round.id}`);
  return sealed && isUnderEmbargo(context, byKeys.editionId);
}

/** Refuses what would show the winners of a round's category before their time. */
export function refuseUnderEmbargo(context: Context, byKeys: CategoryByKeys, roundId: number): void {
  if (byKeys.rounds.at(-1)?.id === roundId && hidesWinners(context, byKeys)) throw embargo();
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
  if (categories.some(({ id }) => hidesWinners(context, getCategoryByKeys(context.db, id)))) throw embargo();
}

function embargo(): AppError {
  return new AppError(
    "FORBIDDEN",
    "Hasil akhir belum diumumkan; sebelum waktunya hanya ketua dan sekretaris yang melihatnya.",
  );
}

function isUnderEmbargo({ db, clock }: Context, editionId: number): boolean {
  const declaration = findDeclaration(db, editionId);
  return !declaration || Date.parse(clock.now()) < Date.parse(declaration.embargoUntil);
}

function maySeeWinners({ session }: Context): boolean {
  return session?.account?.role === "chair" || session?.account?.role === "secretary";
}
