import type { ReadDb } from "../open.ts";
import { statement } from "../statement.ts";

type ScoreTuple = [entryId: number, panelistId: number | null, indicatorId: number, value: string];

const select = `
  SELECT entry_id, panelist_id, indicator_id, value FROM sheets JOIN scores ON sheet_id = sheets.id
  WHERE round_id = ?`;

/** Hands over every value of a round (or of one entry in it), a row at a time: nothing grows with their number. */
export function readScores(
  db: ReadDb,
  roundId: number,
  onlyEntry: number | null,
  take: (...score: ScoreTuple) => void,
): void {
  const rows =
    onlyEntry === null
      ? statement<[number], ScoreTuple>(db, select).raw().iterate(roundId)
      : statement<[number, number], ScoreTuple>(db, `${select} AND entry_id = ?`)
          .raw()
          .iterate(roundId, onlyEntry);
  for (const [entryId, panelistId, indicatorId, value] of rows) take(entryId, panelistId, indicatorId, value);
}
