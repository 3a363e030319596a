import { type CellText, planEdits, type ShownGrid } from "./cellEdits.ts";
import { parseClipboard } from "./clipboard.ts";
import { type Area, areaOf, type Selection, type Terrain } from "./movement.ts";
import { fillFrom, landBlock } from "./pastedBlock.ts";
import { shownDecimal } from "./scaleWords.ts";
import type { SheetStore } from "./sheetStore.ts";

interface BlockOptions {
  shown: ShownGrid;
  store: SheetStore;
  selection: Selection;
  terrain: Terrain;
  /** Why nothing may be typed, or null. */
  blocked: string | null;
  say: (sentence: string) => void;
  selectArea: (area: Area) => void;
}

/** What is done to many cells at once: all of them or, with the bad ones named, none. */
export function blockActs({ shown, store, selection, terrain, blocked, say, selectArea }: BlockOptions) {
  const area = areaOf(selection);

  function put(
    cells: readonly CellText[],
    said: (edits: number, emptied: number) => string,
    refused: string,
  ): boolean {
    if (blocked !== null) {
      say(blocked);
      return false;
    }
    const { edits, faults } = planEdits(shown, cells);
    if (faults.length > 0) {
      say("");
      store.refuse({ sentence: `${refused}: ${faults.length} sel tidak dapat diisi`, faults });
      return false;
    }
    store.clearRefusal();
    store.commit(edits);
    say(said(edits.length, edits.filter(({ value }) => value === null).length));
    return true;
  }

  /** Continues the source through the area; recused rows are passed over. */
  function fill(source: Area, into: Area) {
    const cells = fillFrom(source, into, (row, column) => {
      const value = shown.valueAt(row, column);
      return value === null ? "" : shownDecimal(value);
    }).filter(({ row }) => !terrain.locked(row));
    const done = put(cells, (edits) => `${edits} nilai terisi`, "Tidak ada yang diisi");
    if (done) selectArea(into);
  }

  return {
    fill,
    paste(block: string) {
      const landing = landBlock(parseClipboard(block), selection, terrain);
      if (!landing.ok) {
        say("");
        store.refuse({ sentence: landing.sentence, faults: [] });
        return;
      }
      const said = (edits: number, emptied: number) => {
        const empty = emptied > 0 ? `, ${emptied} di antaranya dikosongkan` : "";
        return `Ditempel ${areaWords(landing.area)}, ${edits} nilai berubah${empty}`;
      };
      if (put(landing.cells, said, "Tidak ada yang ditempel")) selectArea(landing.area);
    },
    clear() {
      const cells: CellText[] = [];
      for (let row = area.top; row <= area.bottom; row += 1) {
        for (let column = area.left; column <= area.right; column += 1) cells.push({ row, column, text: "" });
      }
      put(cells, clearedWords, "Tidak ada yang dikosongkan");
    },
    /** From the first row of the selection down; a single row takes the one above it. */
    fillDown() {
      const top = area.top === area.bottom ? Math.max(0, area.top - 1) : area.top;
      fill({ ...area, top, bottom: top }, { ...area, top });
    },
    fillRight() {
      const left = area.left === area.right ? Math.max(0, area.left - 1) : area.left;
      fill({ ...area, left, right: left }, { ...area, left });
    },
  };
}

function clearedWords(edits: number): string {
  return edits === 0 ? "" : `${edits} nilai dikosongkan`;
}

/** "3 baris × 2 kolom". */
export function areaWords({ top, left, bottom, right }: Area): string {
  return `${bottom - top + 1} baris × ${right - left + 1} kolom`;
}
