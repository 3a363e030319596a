import type { Board } from "../../../electron/contract/sheets.ts";
import { formatDecimal } from "../../../electron/domain/indonesian.ts";

export type BoardCell = Board["cells"][number];

/** A board by place: the cell of an entry and a panelist. */
export function cellsByPlace(board: Board): (entryId: number, panelistId: number) => BoardCell | undefined {
  const cells = new Map(board.cells.map((cell) => [`${cell.entryId}/${cell.panelistId}`, cell]));
  return (entryId, panelistId) => cells.get(`${entryId}/${panelistId}`);
}

/** Whether a sheet still lacks a value in force. */
export function isOpen({ state }: BoardCell): boolean {
  return state !== "complete" && state !== "recused";
}

/** "3 lembar belum lengkap", "Semua 25 lembar lengkap". */
export function progressWords(board: Board): string {
  const wanted = board.cells.filter(({ state }) => state !== "recused");
  if (wanted.length === 0) return "Belum ada lembar nilai";
  const open = wanted.filter(isOpen).length;
  return open === 0
    ? `Semua ${countWords(wanted.length)} lembar lengkap`
    : `${countWords(open)} lembar belum lengkap`;
}

/** "7.709". */
export function countWords(count: number): string {
  return formatDecimal(String(count));
}

/** What a cell says beside its icon: "3 dari 4", never a colour alone. */
export function cellWords({ state, given }: BoardCell, indicators: number): string {
  switch (state) {
    case "empty":
      return "kosong";
    case "partial":
      return `${given} dari ${indicators}`;
    case "once":
      return "satu ketikan";
    case "differs":
      return "berbeda";
    case "waiting":
      return "menunggu";
    case "complete":
      return "lengkap";
    default:
      return "tidak menilai";
  }
}

/**
 * The sheet to go on with: of the first panelist who lacks any, the first in the order of the entries. Those that
 * only lack their second typing come last; those that a third person must settle are not typed on.
 */
export function findNextSheet(board: Board): { entryId: number; panelistId: number } | null {
  return (
    findSheet(board, ({ state }) => state === "empty" || state === "partial") ??
    findSheet(board, ({ state }) => state === "once")
  );
}

function findSheet(board: Board, wanted: (cell: BoardCell) => boolean) {
  const cell = cellsByPlace(board);
  for (const panelist of board.panelists) {
    for (const entry of board.entries) {
      const found = cell(entry.id, panelist.id);
      if (found && wanted(found)) return { entryId: entry.id, panelistId: panelist.id };
    }
  }
  return null;
}

/** The entries to show: those that match every word looked for, and, if so asked, lack a value somewhere. */
export function entriesToShow(board: Board, looked: string, onlyOpen: boolean): Board["entries"] {
  const words = looked.toLocaleLowerCase("id").split(/\s+/).filter(Boolean);
  const open = new Set(board.cells.filter(isOpen).map(({ entryId }) => entryId));
  return board.entries.filter(({ id, code, label }) => {
    const text = `${code} ${label}`.toLocaleLowerCase("id");
    return (!onlyOpen || open.has(id)) && words.every((word) => text.includes(word));
  });
}
