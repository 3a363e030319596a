import { AppError } from "../contract/errors.ts";
import type { ProsePaper } from "../documents/paperData.ts";
import { statementBlocks } from "../documents/statement.ts";
import { localDate, timeText } from "../domain/indonesian.ts";
import type { Context } from "./context.ts";
import { commonOf, getSourceRound, letterheadOf, type PaperSource } from "./paperSource.ts";
import { statementsOf, tiesOf } from "./tieStatements.ts";

/** The statement of one panelist for a round, as declared now. */
export function statementPaper(
  { db }: Context,
  source: PaperSource,
  roundId: number,
  panelistId: number,
): ProsePaper {
  const { stored } = getSourceRound(source, roundId).round;
  const statement = statementsOf(db, stored).find((one) => one.panelistId === panelistId);
  const panelist = source.panelists.get(panelistId);
  if (!statement || !panelist) {
    throw new AppError(
      "NOT_FOUND",
      "Panelis ini tidak menyatakan berhalangan lagi. Muat ulang daftar dokumen.",
    );
  }
  const key = `statement/${roundId}/${panelistId}`;
  const { signature } = statement;
  const date = source.documents.get(key)?.date ?? (signature && localDate(signature.signedAt));
  const byHand = signature === null || signature.witness !== null;
  const { edition, byKeys } = source;
  return {
    kind: "prose",
    ...commonOf(source, key, false, []),
    letterhead: letterheadOf(source),
    emblem: null,
    title: `Pernyataan Berhalangan ${panelist.name}`,
    foot: `Pernyataan berhalangan · ${panelist.name}`,
    author: edition.organiser,
    size: null,
    date,
    blocks: statementBlocks({
      editionTitle: edition.title,
      category: byKeys.category.name,
      round: stored.name,
      panelist,
      ties: tiesOf(stored, panelistId).map(({ entryId, reason }) => ({
        entry: source.regions.get(byKeys.codeOf.get(entryId)!)!.label,
        reason,
      })),
      shortHash: statement.shortHash,
      place: edition.signatory?.place ?? null,
      date,
      signed: byHand
        ? null
        : `ditandatangani dengan PIN oleh ${panelist.name} pada ${timeText(signature.signedAt)}`,
    }),
  };
}
