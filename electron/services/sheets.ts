import type { Noun } from "../contract/changes.ts";
import { AppError } from "../contract/errors.ts";
import { listKeyedSheets } from "../database/queries/keyings.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { countSheetValues } from "../database/queries/sheets.ts";
import { type Context, os } from "./context.ts";
import { hidesValues } from "./embargo.ts";
import { type RoundAtWork, getRoundAtWork } from "./roundAtWork.ts";
import { enterScores, keyingOf, listShownScores } from "./scoreEntry.ts";
import { fillOf, keyedFill } from "./sheetStates.ts";
import { findTypingBlock } from "./typingBlock.ts";

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
      blocked: findTypingBlock(context.db, at)?.sentence ?? null,
      complete: cells.length > 0 && cells.every(({ state }) => state === "complete" || state === "recused"),
    };
  }),

  grid: os.sheets.grid.handler(async ({ input, context }) => {
    const at = await getRoundAtWork(context, input.roundId);
    refuseOutsider(at, input.panelistId);
    const hidden = hidesValues(context, at.byKeys, at.round.id);
    const recused = new Map(
      at.round.recusals.flatMap(({ panelistId, entryId, reason }) =>
        panelistId === input.panelistId ? [[entryId, reason] as const] : [],
      ),
    );
    const place = new Map(at.round.indicators.map(({ id }, index) => [id, index]));
    const rows = new Map(
      at.entries.map(({ id }) => [id, at.round.indicators.map((): string | null => null)]),
    );
    const shown = hidden ? [] : listShownScores(context, at, input.panelistId);
    for (const { entryId, indicatorId, value } of shown) {
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
      blocked: hidden
        ? `Babak "${at.round.name}" sudah disegel; nilainya terbuka lagi setelah hasil diumumkan.`
        : (findTypingBlock(context.db, at)?.sentence ?? null),
    };
  }),

  setScores: os.sheets.setScores.handler(async ({ input, context }) => {
    const at = await getRoundAtWork(context, input.roundId);
    refuseOutsider(at, input.panelistId);
    const changes = input.changes.map((change) => ({ ...change, panelistId: input.panelistId }));
    const { savedAt } = enterScores(context, at, changes, { act: "sheets.setScores", via: "grid" });
    announceScores(context, at, changes);
    return { savedAt };
  }),
};

const scoreNouns: Noun[] = ["sheets", "results", "documents", "editions", "keyings", "seals", "ledger"];

/** Tells every window and the ranking which entries' scores changed. */
export function announceScores(context: Context, at: RoundAtWork, changes: { entryId: number }[]): void {
  const { id: categoryId, editionId } = at.byKeys;
  context.rankings.touchScores(
    categoryId,
    at.round.id,
    changes.map(({ entryId }) => entryId),
  );
  context.changes.publish("change", { editionId, nouns: scoreNouns });
}

function boardCells(context: Context, at: RoundAtWork) {
  const fill = fillByPlace(context, at);
  const recused = new Set(at.round.recusals.map(placeOf));
  return at.entries.flatMap(({ id: entryId }) =>
    at.panel.map((panelistId) => {
      const { state, given } = fill(placeOf({ entryId, panelistId }));
      const isRecused = recused.has(placeOf({ entryId, panelistId }));
      return { entryId, panelistId: panelistId ?? 0, state: isRecused ? ("recused" as const) : state, given };
    }),
  );
}

function fillByPlace(context: Context, at: RoundAtWork) {
  const { db } = context;
  const wanted = at.round.indicators.length;
  const keying = keyingOf(context, at);
  if (keying === "single") {
    const given = new Map(countSheetValues(db, at.round.id).map((sheet) => [placeOf(sheet), sheet.given]));
    return (place: string) => fillOf(given.get(place) ?? 0, wanted);
  }
  const rows = new Map(listKeyedSheets(db, at.round.id).map((row) => [placeOf(row), row]));
  return (place: string) => keyedFill(rows.get(place), wanted, keying);
}

function placeOf({ entryId, panelistId }: { entryId: number; panelistId: number | null }): string {
  return `${entryId}:${panelistId ?? 0}`;
}

/** Refuses a panelist who does not sit on the round's panel, and the desk where panelists score. */
export function refuseOutsider({ panel, round }: RoundAtWork, panelistId: number | null): void {
  if (panel.includes(panelistId)) return;
  throw new AppError(
    "INVALID",
    panelistId === null
      ? `Babak "${round.name}" dinilai oleh panelis; pilih lembar seorang panelis.`
      : `Panelis ini tidak duduk di panel babak "${round.name}". Muat ulang papan penilaian.`,
  );
}
