import { AppError } from "../contract/errors.ts";
import { inTransaction } from "../database/open.ts";
import { countSheetValues, listPanelistScores } from "../database/queries/sheets.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { type Context, os } from "./context.ts";
import { type RoundAtWork, getRoundAtWork } from "./roundAtWork.ts";
import { saveScores } from "./scores.ts";

export const sheets = {
  board: os.sheets.board.handler(async ({ input, context }) => {
    const at = await getRoundAtWork(context, input.roundId);
    const names = new Map(listPanelists(context.db, at.byKeys.editionId).map(({ id, name }) => [id, name]));
    const panelists = at.panel.map((id) =>
      id === null
        ? { id: 0, key: "", name: "Meja sekretariat" }
        : { id, key: at.byKeys.panelistKeyOf.get(id)!, name: names.get(id)! },
    );
    const cells = boardCells(context, at);
    return {
      roundId: at.round.id,
      indicators: at.round.indicators.length,
      entries: at.entries.map(({ id, code, label }) => ({ id, code, label })),
      panelists,
      cells,
      blocked: at.blocked,
      complete: cells.length > 0 && cells.every(({ state }) => state === "complete" || state === "recused"),
    };
  }),

  grid: os.sheets.grid.handler(async ({ input, context }) => {
    const at = await getRoundAtWork(context, input.roundId);
    refuseOutsider(at, input.panelistId);
    const recused = new Map(
      at.round.recusals.flatMap(({ panelistId, entryId, reason }) =>
        panelistId === input.panelistId ? [[entryId, reason] as const] : [],
      ),
    );
    const place = new Map(at.round.indicators.map(({ id }, index) => [id, index]));
    const rows = new Map(
      at.entries.map(({ id }) => [id, at.round.indicators.map((): string | null => null)]),
    );
    for (const { entryId, indicatorId, value } of listPanelistScores(
      context.db,
      at.round.id,
      input.panelistId,
    )) {
      const values = rows.get(entryId);
      const index = place.get(indicatorId);
      if (values && index !== undefined) values[index] = value;
    }
    return {
      roundId: at.round.id,
      panelistId: input.panelistId,
      indicators: at.round.indicators,
      rows: at.entries.map(({ id, code, label }) => ({
        entryId: id,
        code,
        label,
        recused: recused.get(id) ?? null,
        values: rows.get(id)!,
      })),
      blocked: at.blocked,
    };
  }),

  setScores: os.sheets.setScores.handler(async ({ input, context }) => {
    const at = await getRoundAtWork(context, input.roundId);
    refuseOutsider(at, input.panelistId);
    if (at.blocked) throw new AppError("NOT_READY", at.blocked);
    const savedAt = context.clock.now();
    const changes = input.changes.map((change) => ({ ...change, panelistId: input.panelistId }));
    inTransaction(context.db, () => saveScores(context.db, at, changes, savedAt, "grid"));
    announceScores(context, at, changes);
    return { savedAt };
  }),
};

/** Tells every window and the ranking which entries' scores changed. */
export function announceScores(context: Context, at: RoundAtWork, changes: { entryId: number }[]): void {
  const { id: categoryId, editionId } = at.byKeys;
  context.rankings.touchScores(
    categoryId,
    at.round.id,
    changes.map(({ entryId }) => entryId),
  );
  context.changes.publish("change", { editionId, nouns: ["sheets", "results", "documents", "editions"] });
}

function boardCells({ db }: Context, at: RoundAtWork) {
  const given = new Map(
    countSheetValues(db, at.round.id).map((sheet) => [
      `${sheet.entryId}:${sheet.panelistId ?? 0}`,
      sheet.given,
    ]),
  );
  const recused = new Set(at.round.recusals.map(({ entryId, panelistId }) => `${entryId}:${panelistId}`));
  const wanted = at.round.indicators.length;
  return at.entries.flatMap(({ id: entryId }) =>
    at.panel.map((panelistId) => {
      const key = `${entryId}:${panelistId ?? 0}`;
      const count = given.get(key) ?? 0;
      const state = recused.has(key) ? ("recused" as const) : fillOf(count, wanted);
      return { entryId, panelistId: panelistId ?? 0, state, given: count };
    }),
  );
}

function fillOf(given: number, wanted: number): "empty" | "partial" | "complete" {
  if (given === 0) return "empty";
  return given < wanted ? "partial" : "complete";
}

function refuseOutsider({ panel, round }: RoundAtWork, panelistId: number | null): void {
  if (panel.includes(panelistId)) return;
  throw new AppError(
    "INVALID",
    panelistId === null
      ? `Babak "${round.name}" dinilai oleh panelis; pilih lembar seorang panelis.`
      : `Panelis ini tidak duduk di panel babak "${round.name}". Muat ulang papan penilaian.`,
  );
}
