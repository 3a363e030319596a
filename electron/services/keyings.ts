import { AppError } from "../contract/errors.ts";
import { listKeyedSheets, listTypists, type KeyedSheetRow } from "../database/queries/keyings.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { type Context, os } from "./context.ts";
import {
  clearOwnPass,
  clearSheet,
  type KeyingAct,
  nameOf,
  putScore,
  readSheet,
  refuseTypist,
  sheetName,
} from "./keyedScores.ts";
import { cellOf, isDifferent, isOpenCell, type KeyedSheet, type TwoHanded } from "./keyedSheets.ts";
import { command } from "./ledgerWriting.ts";
import { type RoundAtWork, getRoundAtWork } from "./roundAtWork.ts";
import type { Place } from "./scores.ts";
import { getOwnAccount, keyingOf } from "./scoreEntry.ts";
import { announceScores, refuseOutsider } from "./sheets.ts";
import { keyedState } from "./sheetStates.ts";
import { refuseTypingBlock } from "./typingBlock.ts";

type SheetPlace = Omit<Place, "indicatorId"> & { roundId: number };

export const keyings = {
  list: os.keyings.list.handler(async ({ input, context }) => {
    const at = await getRoundAtWork(context, input.roundId);
    const keying = keyingOf(context, at);
    return { keying, sheets: keying === "single" ? [] : sheetsOf(context, at, keying) };
  }),

  differences: os.keyings.differences.handler(async ({ input, context }) => {
    const { at, sheet } = await openSheetToCheck(context, input, "double");
    return at.round.indicators.flatMap(({ id, name }) => {
      const cell = sheet.cells.get(id);
      const [first, second] = [cell?.passes[1], cell?.passes[2]];
      if (!cell || !first || !second || !isDifferent(cell)) return [];
      const read = ({ value, accountId }: typeof first) => ({ value, by: nameOf(context.db, accountId) });
      return [{ indicatorId: id, indicator: name, first: read(first), second: read(second) }];
    });
  }),

  resolve: os.keyings.resolve.handler(async ({ input, context }) => {
    const { at, account } = await openSheetToCheck(context, input, "double");
    refuseTypingBlock(context.db, at);
    const indicator = at.round.indicators.find(({ id }) => id === input.indicatorId);
    if (!indicator) throw new AppError("NOT_FOUND", "Indikator ini tidak ada lagi. Muat ulang lembarnya.");
    const place = { panelistId: input.panelistId, entryId: input.entryId, indicatorId: indicator.id };
    run(context, at, { act: "keyings.resolve", reason: input.note }, "double", (act) => {
      const sheet = getTypedSheet(act, place);
      refuseTypist(act, place, sheet, account);
      const cell = cellOf(sheet, indicator.id);
      const chosen = cell.passes[input.pass];
      if (!chosen || !isDifferent(cell)) {
        throw new AppError(
          "CONFLICT",
          `${sheetName(context.db, at, place)}, ${indicator.name}: tidak ada (lagi) dua ketikan yang berbeda. Muat ulang perbedaannya.`,
        );
      }
      refuseUnseen(at, place, input.seen && [input.seen], [{ indicatorId: indicator.id, value: chosen.value }]);
      putScore(act, place, cell, chosen.value);
    });
  }),

  waiting: os.keyings.waiting.handler(async ({ input, context }) => {
    const { at, sheet } = await openSheetToCheck(context, input, "confirm");
    if (![...sheet.cells.values()].some(isOpenCell)) return [];
    return at.round.indicators.flatMap(({ id, name }) => {
      const value = sheet.cells.get(id)?.passes[1]?.value;
      return value === undefined ? [] : [{ indicatorId: id, indicator: name, value }];
    });
  }),

  confirm: os.keyings.confirm.handler(async ({ input, context }) => {
    const at = await getRoundAtWork(context, input.roundId);
    const keying = getTwoHanded(context, at);
    const { accept, note, seen, ...place } = input;
    refuseOutsider(at, place.panelistId);
    refuseTypingBlock(context.db, at);
    if (!accept && note.trim() === "") {
      throw new AppError("INVALID", "Tulis alasan lembar ini dikembalikan, agar pengetiknya tahu.");
    }
    if (accept && keying !== "confirm") throw wrongKeying(at, "confirm");
    const doing = { act: accept ? "keyings.confirm" : "keyings.sendBack", reason: note.trim() || null };
    run(context, at, doing, keying, (act) => {
      const sheet = getTypedSheet(act, place);
      refuseTypist(act, place, sheet, act.account);
      if (!accept) return clearSheet(act, place);
      acceptSheet(act, place, sheet, seen);
    });
  }),

  clearOwn: os.keyings.clearOwn.handler(async ({ input, context }) => {
    const at = await getRoundAtWork(context, input.roundId);
    const keying = getTwoHanded(context, at);
    refuseOutsider(at, input.panelistId);
    refuseTypingBlock(context.db, at);
    run(context, at, { act: "keyings.clearOwn" }, keying, (act) => clearOwnPass(act, input));
  }),
};

function run(
  context: Context,
  at: RoundAtWork,
  doing: { act: string; reason?: string | null },
  keying: TwoHanded,
  work: (act: KeyingAct & { place: Omit<Place, "indicatorId"> }) => void,
): void {
}
