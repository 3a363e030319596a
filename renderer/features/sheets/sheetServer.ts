import type { Grid } from "../../../electron/contract/sheets.ts";
import { api, query } from "../../api/client.ts";
import { findCode, sentenceOf } from "../../api/errors.tsx";
import { queryClient } from "../../api/queryClient.ts";
import type { CellEdit } from "./cellEdits.ts";
import { createSheetStore, type SheetServer, type SheetStore } from "./sheetStore.ts";

/** Names one grid: a round and a panelist, or null for the desk. */
export interface SheetName {
  roundId: number;
  panelistId: number | null;
}

export function gridOptions(input: SheetName) {
  return query.sheets.grid.queryOptions({ input });
}

const stores = new Map<string, SheetStore>();

/** The store of a grid. It lives as long as the window: what is not saved yet and what can be undone outlive the page. */
export function sheetStoreOf(name: SheetName): SheetStore {
  const key = `${name.roundId}/${name.panelistId ?? 0}`;
  let store = stores.get(key);
  if (!store) {
    store = createSheetStore(serverOf(name));
    stores.set(key, store);
  }
  return store;
}

window.addEventListener("beforeunload", (event) => {
  // Closing now would lose what was typed: the browser asks first.
  if ([...stores.values()].some((store) => store.unsaved() > 0)) event.preventDefault();
});

function serverOf(name: SheetName): SheetServer {
  const options = gridOptions(name);
  return {
    save: (edits) => api.sheets.setScores({ ...name, changes: [...edits] }),
    apply(edits) {
      // A reading under way began before this was saved and would bring the old value back.
      void queryClient.cancelQueries({ queryKey: options.queryKey });
      queryClient.setQueryData(options.queryKey, (grid) => grid && withEdits(grid, edits));
      void queryClient.invalidateQueries({ queryKey: options.queryKey, refetchType: "none" });
    },
    async reread() {
      await queryClient.cancelQueries({ queryKey: options.queryKey });
      return queryClient.fetchQuery({ ...options, staleTime: 0 });
    },
    findRefusal(error) {
      const code = findCode(error);
      // A full disk or a fault of the program may pass: what was typed is kept and tried again.
      if (code === null || code === "STORAGE" || code === "INTERNAL" || code === "CANCELLED") return null;
      return { sentence: sentenceOf(error), conflict: code === "CONFLICT" };
    },
    sentenceOf,
  };
}

/** The grid with these values in place; rows that keep theirs stay the same objects. */
function withEdits(grid: Grid, edits: readonly CellEdit[]): Grid {
  const columns = new Map(grid.indicators.map(({ id }, index) => [id, index]));
  const byEntry = Map.groupBy(edits, ({ entryId }) => entryId);
  const rows = grid.rows.map((row) => {
    const changed = byEntry.get(row.entryId);
    if (!changed) return row;
    const values = [...row.values];
    for (const { indicatorId, value } of changed) {
      const column = columns.get(indicatorId);
      if (column !== undefined) values[column] = value;
    }
    return { ...row, values };
  });
  return { ...grid, rows };
}
