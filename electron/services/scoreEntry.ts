import { AppError } from "../contract/errors.ts";
import { isSecured } from "../database/queries/accounts.ts";
import { findKeying } from "../database/queries/security.ts";
import { type EnteredVia, listPanelistScores } from "../database/queries/sheets.ts";
import type { DecimalText } from "../domain/edition.ts";
import type { Context } from "./context.ts";
import { typeScores } from "./keyedScores.ts";
import { readKeyedSheets, shownValue } from "./keyedSheets.ts";
import { command } from "./ledgerWriting.ts";
import type { RoundAtWork } from "./roundAtWork.ts";
import { saveScores, type SaveOutcome, type ScoreToSave } from "./scores.ts";
import type { Session } from "./session.ts";
import { refuseTypingBlock } from "./typingBlock.ts";

/** Saves values from wherever they come, all or none: at once, or as a pass where a round takes two people. */
export function enterScores(
  context: Context,
  at: RoundAtWork,
  scores: ScoreToSave[],
  { act, via }: { act: string; via: EnteredVia },
): SaveOutcome & { savedAt: string } {
  const { db } = context;
  refuseTypingBlock(db, at);
  const savedAt = context.clock.now();
  const keying = keyingOf(context, at);
  const outcome = command(context, at.byKeys.editionId, { act }, (record) =>
    keying === "single"
      ? saveScores(db, at, scores, { savedAt, via, record })
      : typeScores({ db, at, account: getOwnAccount(context), keying, savedAt, via, record }, scores),
  );
  return { ...outcome, savedAt };
}

/** What the one at this window may see of a panelist's values (null: the desk's), by entry and indicator id. */
export function listShownScores(
  context: Context,
  at: RoundAtWork,
  panelistId: number | null,
): { entryId: number; indicatorId: number; value: DecimalText }[] {
  const { db } = context;
  if (keyingOf(context, at) === "single") return listPanelistScores(db, at.round.id, panelistId);
  const account = getOwnAccount(context);
  return [...readKeyedSheets(db, at.round.id, panelistId)].flatMap(([entryId, sheet]) =>
    at.round.indicators.flatMap(({ id: indicatorId }) => {
      const value = shownValue(at, sheet, indicatorId, account.id);
      return value === null ? [] : [{ entryId, indicatorId, value }];
    }),
  );
}

/** How a round is typed; an edition that is open knows no second person. */
export function keyingOf({ db }: Context, { byKeys, round }: RoundAtWork) {
  return isSecured(db, byKeys.editionId) ? findKeying(db, round.id) : "single";
}

export function getOwnAccount({ session }: Context): NonNullable<Session["account"]> {
  if (!session?.account) throw new AppError("SIGN_IN", "Masuk dulu dengan nama dan PIN Anda.");
  return session.account;
}
