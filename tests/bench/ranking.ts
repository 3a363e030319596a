import Database from "better-sqlite3";
import { startWork } from "../../electron/work/pool.ts";
import { type RankInput, rank } from "../../electron/work/rankTask.ts";
import type { BigDatabase } from "./bigDatabase.ts";
import { type Figure, inTurn, median, ratioFigure, timed } from "./table.ts";

/** Ranking from disk beside a bare loop over the same rows, and again after one changed score. */
export async function benchRanking({ context, categoryId, roundId }: BigDatabase): Promise<Figure[]> {
  const input: RankInput = {
    database: context.paths.database,
    categoryId,
    changed: "all",
    withStandings: false,
  };
  const bare = new Database(context.paths.database, { readonly: true });
  const rows = bare
    .prepare(
      "SELECT sheet_id, indicator_id, value FROM scores WHERE sheet_id IN (SELECT id FROM sheets WHERE round_id = ?)",
    )
    .raw();
  let read = 0;
  const readAll = () => {
    for (const row of rows.iterate(roundId) as Iterable<[number, number, string]>) read += row[2].length;
  };
  const full = await inTurn(5, () => rank(input), readAll);
  if (read === 0) throw new Error("the bare loop read nothing");
  bare.close();
  return [
    ratioFigure(
      "ranking 514 × 100 × 15 from disk",
      full.ours,
      { name: "bare better-sqlite3 loop", ms: full.reference },
      1.5,
    ),
    await benchOneChange({ context, categoryId, roundId }, input),
  ];
}

/** One score written, then the whole ranking right again in its worker thread and back here. */
async function benchOneChange(
  { context, roundId }: Pick<BigDatabase, "context" | "categoryId" | "roundId">,
  input: RankInput,
) {
  const work = startWork();
  const sheet = context.db
    .prepare("SELECT id, entry_id AS entryId FROM sheets WHERE round_id = ? LIMIT 1")
    .get(roundId) as {
    id: number;
    entryId: number;
  };
  const write = context.db.prepare(
    "UPDATE scores SET value = ? WHERE sheet_id = ? AND indicator_id = (SELECT min(indicator_id) FROM scores WHERE sheet_id = ?)",
  );
  await work.run("ranking", "rank", input);
  const times: number[] = [];
  for (let run = 0; run < 31; run++) {
    write.run(String(run % 100), sheet.id, sheet.id);
    const changed = [{ roundId, entryId: sheet.entryId }];
    times.push(await timed(() => work.run("ranking", "rank", { ...input, changed })));
  }
  await work.close();
  const ours = median(times);
  return {
    what: "whole ranking right again after one changed score",
    ours: `${ours.toFixed(1)} ms`,
    reference: "one frame at 60 Hz: 16 ms",
    ratio: "—",
    goal: "≤ 16 ms",
    met: ours <= 16,
  };
}
