import type { z } from "zod";
import type { keyedSheet } from "../../../electron/contract/keyings.ts";
import type { Board } from "../../../electron/contract/sheets.ts";
import { cellsByPlace, countWords } from "./boardWords.ts";

export type KeyedSheet = z.infer<typeof keyedSheet>;
export type Keying = "single" | "confirm" | "double";

/** A sheet's place on the board. */
export interface SheetAt {
  entryId: number;
  panelistId: number;
}

/** Which typing of a sheet is one's own; `closed`: the sheet is others' already. */
export type OwnPass = "first" | "second" | "closed";

/** Which typing of a sheet somebody does, from who typed it so far. */
export function ownPassOf({ by }: Pick<KeyedSheet, "by">, name: string, keying: Keying): OwnPass {
  const place = by.indexOf(name);
  if (place === 0 || (place === -1 && by.length === 0)) return "first";
  if (keying === "confirm") return "closed";
  return place === 1 || (place === -1 && by.length === 1) ? "second" : "closed";
}

/** What an operator is told about the sheet in hand. */
export function ownPassSentence(keying: Keying, pass: OwnPass, label: string): string {
  if (keying === "confirm") {
    return pass === "closed"
      ? `Lembar ${label} diketik orang lain; pilih lembar lain.`
      : "Ketikan Anda berlaku setelah disetujui verifikator; ketikan orang lain tidak terlihat.";
  }
  if (pass === "closed") return `Lembar ${label} sudah diketik dua orang lain; pilih lembar lain.`;
  const which = pass === "first" ? "pertama" : "kedua";
  return `Anda mengetik ketikan ${which} lembar ${label}; ketikan orang lain tidak terlihat.`;
}

/** How a round is typed, said above its board. */
export function keyingSentence(keying: Keying): string | null {
  if (keying === "single") return null;
  return keying === "double"
    ? "Setiap lembar diketik dua operator yang tidak saling melihat; yang berbeda diputuskan verifikator."
    : "Setiap lembar diketik satu operator dan berlaku setelah disetujui verifikator.";
}

/** The sheets that wait for a third person, in the order of the board. */
export function sheetsToCheck(sheets: readonly KeyedSheet[], keying: Keying): KeyedSheet[] {
  const wanted = keying === "double" ? "differs" : "waiting";
  return sheets.filter(({ state }) => state === wanted);
}

/** "Periksa 2 lembar berbeda", "Periksa 4 lembar menunggu". */
export function checkWords(count: number, keying: Keying): string {
  return `Periksa ${countWords(count)} lembar ${keying === "double" ? "berbeda" : "menunggu"}`;
}

/**
 * The sheet for one operator to go on with: first what they began, then what nobody typed, then what another typed
 * once. What they have typed to its end waits for somebody else.
 */
export function findNextOwnSheet(
  board: Board,
  sheets: readonly KeyedSheet[],
  name: string,
  keying: Keying,
): SheetAt | null {
  const cell = cellsByPlace(board);
  const typists = new Map(sheets.map((sheet) => [`${sheet.entryId}/${sheet.panelistId}`, sheet.by]));
  const byOf = ({ entryId, panelistId }: SheetAt) => typists.get(`${entryId}/${panelistId}`) ?? [];
  const places = board.panelists.flatMap(({ id: panelistId }) =>
    board.entries.map(({ id: entryId }) => ({ entryId, panelistId })),
  );
  const stateOf = ({ entryId, panelistId }: SheetAt) => cell(entryId, panelistId)?.state;
  return (
    places.find((at) => stateOf(at) === "partial" && byOf(at).includes(name)) ??
    places.find((at) => stateOf(at) === "empty") ??
    places.find((at) => {
      const [state, by] = [stateOf(at), byOf(at)];
      if (state !== "once" && state !== "partial") return false;
      return keying === "double" && !by.includes(name) && by.length < 2;
    }) ??
    null
  );
}
