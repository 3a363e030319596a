import { type Access, role as knownRole } from "../contract/access.ts";
import { AppError } from "../contract/errors.ts";
import { roleNames } from "../contract/rights.ts";
import { isAnyEditionSecured, isSecured } from "../database/queries/accounts.ts";
import { listEditionsOf } from "../database/queries/editionOf.ts";
import { listInWords } from "../domain/indonesian.ts";
import type { Context } from "./context.ts";
import { findWhyAgain } from "./session.ts";

export { roleNames };

/** Refuses what the one at this window has no right to; on an edition that is open, everything is anybody's. */
export function authorise(context: Context, { may }: Access, input: unknown): void {
  if (may === "anybody") return;
  const editions = listEditionsOf(context.db, input);
  const secured =
    editions.length > 0 ? editions.some((id) => isSecured(context.db, id)) : isAnyEditionSecured(context.db);
  if (!secured) return;
  const { session, clock } = context;
  if (!session?.account)
    throw new AppError("SIGN_IN", "Edisi ini sudah diamankan. Masuk dulu dengan nama dan PIN Anda.");
  const why = findWhyAgain(context.db, session, clock);
  if (why !== null) throw new AppError("SIGN_IN", why);
  if (!may.includes(session.account.role)) {
    const allowed = listInWords(may.map((role) => roleNames[role]));
    throw new AppError(
      "FORBIDDEN",
      `Tindakan ini hanya untuk ${allowed}; Anda masuk sebagai ${roleNames[session.account.role]}. Mintalah kepada yang berhak.`,
    );
  }
}

/** A role as the screen says it, of what stands written; anything else as it stands. */
export function roleName(text: string): string {
  const known = knownRole.safeParse(text);
  return known.success ? roleNames[known.data] : text;
}
