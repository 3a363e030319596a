import { AppError } from "../contract/errors.ts";
import { listKeyedSheets, listTypists } from "../database/queries/keyings.ts";
import { listPanelists } from "../database/queries/panelists.ts";
import { type Context, os } from "./context.ts";
import {
  acceptSheet,
  clearOwnPass,
  clearSheet,
  type KeyingAct,
  readSheet,
  refuseTypist,
  resolveCell,
  type SheetPlace,
} from "./keyedScores.ts";
import { isDifferent, isOpenCell, type KeyedSheet, type TwoHanded } from "./keyedSheets.ts";
import { command } from "./ledgerWriting.ts";
import { type RoundAtWork, getRoundAtWork } from "./roundAtWork.ts";
import { getOwnAccount, keyingOf } from "./scoreEntry.ts";
import { announceScores, refuseOutsider } from "./sheets.ts";
import { keyedState } from "./sheetStates.ts";
import { nameOf } from "./typists.ts";
import { refuseTypingBlock } from "./typingBlock.ts";

export const keyings = {
  list: os.keyings.list.handler(async ({ input, context }) => {
    const at = await getRoundAtWork(context, input.roundId);
    const keying = keyingOf(context, at);
    return { keying, sheets: keying === "single" ? [] : sheetsOf(context, at, keying) };
  }),

  differences: os.keyings.differences.handler(async ({ input, context }) => {
    const { at, sheet } = await getSheetToCheck(context, input, "double");
    return at.round.indicators.flatMap(({ id, name }) => {
      const cell = sheet.cells.get(id);
      const [first, second] = [cell?.passes[1], cell?.passes[2]];
      if (!cell || !first || !second || !isDifferent(cell)) return [];
      const reading = ({ value, accountId }: typeof first) => ({ value, by: nameOf(context.db, accountId) });
      return [{ indicatorId: id, indicator: name, first: reading(first), second: reading(second) }];
    });
  }),

  resolve: os.keyings.resolve.handler(async ({ input, context }) => {
    const at = await getTypedRound(context, input, "double");
    perform(context, at, input, { act: "keyings.resolve", reason: input.note }, (one) =>
      resolveCell(one, input),
    );
  }),

  waiting: os.keyings.waiting.handler(async ({ input, context }) => {
    const { at, sheet } = await getSheetToCheck(context, input, "confirm");
    if (![...sheet.cells.values()].some(isOpenCell)) return [];
    return at.round.indicators.flatMap(({ id, name }) => {
      const value = sheet.cells.get(id)?.passes[1]?.value;
      return value === undefined ? [] : [{ indicatorId: id, indicator: name, value }];
    });
  }),

  confirm: os.keyings.confirm.handler(async ({ input, context }) => {
    // Sending back is the way out also where one of two operators has left before the end.
    const at = await getTypedRound(context, input, input.accept ? "confirm" : null);
    const note = input.note.trim();
    if (!input.accept && note === "") {
      throw new AppError("INVALID", "Tulis alasan lembar ini dikembalikan, agar pengetiknya tahu.");
    }
    const doing = { act: input.accept ? "keyings.confirm" : "keyings.sendBack", reason: note || null };
    perform(context, at, input, doing, (one) =>
      input.accept ? acceptSheet(one, input, input.seen) : clearSheet(one, input),
    );
  }),

  clearOwn: os.keyings.clearOwn.handler(async ({ input, context }) => {
    const at = await getTypedRound(context, input, null);
    perform(context, at, input, { act: "keyings.clearOwn" }, (one) => clearOwnPass(one, input));
  }),
};

/** Does one act on a sheet, as one command told to the ledger and to every window. */
function perform(
  context: Context,
  at: RoundAtWork,
  { entryId }: SheetPlace,
  doing: { act: string; reason?: string | null },
  work: (act: KeyingAct) => void,
): void {
  const { db, clock } = context;
  refuseTypingBlock(db, at);
  const keying = getTwoHanded(context, at, null);
  command(context, at.byKeys.editionId, doing, (record) =>
    work({ db, at, account: getOwnAccount(context), keying, savedAt: clock.now(), via: "grid", record }),
  );
  announceScores(context, at, [{ entryId }]);
}

/** A round that is typed the wanted way (null: either that takes two people), with the sheet's place in it. */
async function getTypedRound(
  context: Context,
  { roundId, panelistId, entryId }: SheetPlace & { roundId: number },
  wanted: TwoHanded | null,
): Promise<RoundAtWork> {
  const at = await getRoundAtWork(context, roundId);
  getTwoHanded(context, at, wanted);
  refuseOutsider(at, panelistId);
  if (!at.entries.some(({ id }) => id === entryId)) {
    throw new AppError(
      "NOT_FOUND",
      "Daerah ini tidak (lagi) ikut dalam babak ini. Muat ulang papan penilaian.",
    );
  }
  return at;
}

/** A typed sheet for somebody who did not type it. */
async function getSheetToCheck(
  context: Context,
  input: SheetPlace & { roundId: number },
  wanted: TwoHanded,
): Promise<{ at: RoundAtWork; sheet: KeyedSheet }> {
  const at = await getTypedRound(context, input, wanted);
  const one = { db: context.db, at, account: getOwnAccount(context) };
  const sheet = readSheet(one, input);
  refuseTypist(one, input, sheet);
  return { at, sheet };
}

function getTwoHanded(context: Context, at: RoundAtWork, wanted: TwoHanded | null): TwoHanded {
  const keying = keyingOf(context, at);
  if (keying !== "single" && (wanted === null || keying === wanted)) return keying;
  const words = {
    double: "tidak diketik dua kali, jadi tidak ada dua ketikan yang dibandingkan",
    confirm: "tidak memakai persetujuan orang kedua, jadi tidak ada lembar yang menunggu",
  };
  throw new AppError(
    "NOT_READY",
    `Babak "${at.round.name}" ${wanted ? words[wanted] : "diketik satu orang; nilainya langsung berlaku"}.`,
  );
}

function sheetsOf({ db }: Context, at: RoundAtWork, keying: TwoHanded) {
  const names = new Map(listPanelists(db, at.byKeys.editionId).map(({ id, name }) => [id, name]));
  const place = ({ entryId, panelistId }: SheetPlace) => `${entryId}:${panelistId ?? 0}`;
  const rows = new Map(listKeyedSheets(db, at.round.id).map((row) => [place(row), row]));
  const typists = Map.groupBy(listTypists(db, at.round.id), place);
  const recused = new Set(at.round.recusals.map(place));
  return at.entries.flatMap(({ id: entryId, label }) =>
    at.panel.flatMap((panelistId) => {
      const key = place({ entryId, panelistId });
      if (recused.has(key)) return [];
      const row = rows.get(key);
      return [
        {
          entryId,
          label,
          panelistId: panelistId ?? 0,
          panelist: panelistId === null ? "Meja sekretariat" : names.get(panelistId)!,
          state: row ? keyedState(row, at.round.indicators.length, keying) : ("empty" as const),
          by: (typists.get(key) ?? []).map(({ name }) => name),
          differences: row?.differences ?? 0,
        },
      ];
    }),
  );
}
