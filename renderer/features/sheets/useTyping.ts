import { notifications } from "@mantine/notifications";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Grid } from "../../../electron/contract/sheets.ts";
import { areaWords, blockActs } from "./blockActs.ts";
import { type CellEdit, type CellFault, planEdits, type ShownGrid } from "./cellEdits.ts";
import { clipboardText } from "./clipboard.ts";
import type { Command, EditMode } from "./gridKeys.ts";
import {
  advance,
  type Area,
  areaOf,
  clamp,
  type EnterDirection,
  isStretched,
  moveSelection,
  type Position,
  type Selection,
  selectCell,
} from "./movement.ts";
import { shownDecimal } from "./scaleWords.ts";
import type { SheetStore } from "./sheetStore.ts";
import { findNextGap, terrainOf, valuesIn } from "./shownGrid.ts";

/** A cell being typed in. Held by ids: rows may move when another window changes the entries. */
export interface CellEditing {
  entryId: number;
  indicatorId: number;
  initialText: string;
  mode: EditMode;
  fault: string | null;
  /** What the user saw when typing began. */
  was: string | null;
}

interface TypingOptions {
  grid: Grid;
  shown: ShownGrid;
  store: SheetStore;
  enter: EnterDirection;
  start: Position;
  pageRows: () => number;
  /** Scrolls a cell into view. */
  show: (position: Position) => void;
  /** Hands the focus to what stands before the grid. */
  leave: () => void;
}

const nothingTyped = { finish: () => true, save: () => null };

/** Typing into a grid: what is selected, the cell being typed in, and what every key and block does. */
export function useTyping(options: TypingOptions) {
  const { grid, shown, store, show } = options;
  const [selected, setSelected] = useState<Selection>(() => selectCell(options.start));
  const [editing, setEditing] = useState<CellEditing | null>(null);
  const [note, setNote] = useState("");
  const text = useRef("");

  const terrain = terrainOf(shown);
  const selection = withinGrid(selected);
  const readOnly = grid.blocked !== null;

  function withinGrid(each: Selection): Selection {
    const [active, anchor, extent] = [each.active, each.anchor, each.extent].map((at) => clamp(at, terrain));
    return active && anchor && extent ? { active, anchor, extent } : each;
  }

  function select(next: Selection, looked: Position = next.active) {
    setSelected(next);
    setNote(isStretched(next) ? `Terpilih ${areaWords(areaOf(next))}` : "");
    show(looked);
  }

  function selectArea(area: Area | null) {
    if (!area) return;
    const corner = { row: area.top, column: area.left };
    setSelected({ active: corner, anchor: corner, extent: { row: area.bottom, column: area.right } });
    show(corner);
  }

  function open(mode: EditMode, initialText: string | null) {
    const { row, column } = selection.active;
    const [entry, indicator] = [shown.rows[row], shown.indicators[column]];
    if (!entry || !indicator) return;
    if (readOnly) return setNote(grid.blocked ?? "");
    if (entry.recused !== null) {
      return setNote(`Terkunci, tidak dinilai panelis ini: ${entry.recused}`);
    }
    const was = shown.valueAt(row, column);
    text.current = initialText ?? (was === null ? "" : shownDecimal(was));
    setNote("");
    setEditing({
      entryId: entry.entryId,
      indicatorId: indicator.id,
      initialText: text.current,
      mode,
      fault: null,
      was,
    });
    show(selection.active);
  }

  /** Saves what is being typed, or says why it is refused. */
  function save(): CellFault | null {
    if (!editing) return null;
    const row = grid.rows.findIndex(({ entryId }) => entryId === editing.entryId);
    const column = grid.indicators.findIndex(({ id }) => id === editing.indicatorId);
    if (row < 0 || column < 0) {
      const typed = text.current.trim();
      const sentence = `Nilai ${typed} tidak disimpan: peserta atau indikatornya sudah dihapus di jendela lain.`;
      if (typed !== "") store.refuse({ sentence, faults: [] });
      return null;
    }
    const plan = planEdits(shown, [{ row, column, text: text.current }]);
    const [fault = null] = plan.faults;
    if (fault === null) store.commit(plan.edits.map((edit) => ({ ...edit, was: editing.was })));
    return fault;
  }

  /** Saves what is being typed; false while it is refused, and then it stays as typed. */
  function finish(): boolean {
    const fault = save();
    if (editing) setEditing(fault && { ...editing, fault: fault.sentence });
    // Leaving in the same breath must not save it a second time.
    if (fault === null) latest.current = nothingTyped;
    return fault === null;
  }

  const latest = useRef<{ finish: () => boolean; save: () => CellFault | null }>({ finish, save });
  useLayoutEffect(() => {
    latest.current = { finish, save };
  });
  useEffect(() => {
    // Closing or leaving the page in the middle of a cell: what was typed is saved like any other value. The browser
    // asks first where it is not; before the store looks whether anything is on its way, hence the capture.
    const close = (event: BeforeUnloadEvent) => {
      if (!latest.current.finish()) event.preventDefault();
    };
    addEventListener("beforeunload", close, { capture: true });
    return () => {
      removeEventListener("beforeunload", close, { capture: true });
      const fault = latest.current.save();
      if (!fault) return;
      const sentence = "Nilai yang terakhir diketik tidak disimpan";
      store.refuse({ sentence, faults: [fault] });
      // Whoever has left looks at another page by now.
      notifications.show({ message: `${sentence}: ${fault.sentence}`, color: "red", withBorder: true });
    };
  }, [store, latest]);

  const blocks = blockActs({
    shown,
    store,
    selection,
    terrain,
    blocked: grid.blocked,
    say: setNote,
    selectArea,
  });

  function step(kind: "undo" | "redo") {
    if (readOnly) return setNote(grid.blocked ?? "");
    const edits = store[kind]();
    if (!edits)
      return setNote(kind === "undo" ? "Tidak ada yang dapat diurungkan" : "Tidak ada yang dapat diulangi");
    selectArea(areaOfEdits(grid, edits));
    setNote(`${kind === "undo" ? "Diurungkan" : "Diulangi"}: ${edits.length} nilai`);
  }

  /** Does what a key asks; false where the key should do what it does everywhere. */
  function run(command: Command): boolean {
    switch (command.kind) {
      case "move": {
        if (!finish()) return true;
        const next = moveSelection(selection, command.move, command.stretch, {
          ...terrain,
          pageRows: options.pageRows(),
        });
        select(next, command.stretch ? next.extent : next.active);
        return true;
      }
      case "advance": {
        const wasTyping = editing !== null;
        if (!finish()) return true;
        const next = advance(
          selection,
          command.by === "tab" ? "right" : options.enter,
          command.back,
          terrain,
        );
        if (next) select(next);
        // Tab at the last cell goes on to what follows the grid, so that nobody is caught in it.
        return next !== null || wasTyping || command.by === "enter";
      }
      case "type":
        open("typing", command.text);
        return true;
      case "edit":
        open("mending", null);
        return true;
      case "clear":
      case "fillDown":
      case "fillRight":
        blocks[command.kind]();
        return true;
      case "undo":
      case "redo":
        step(command.kind);
        return true;
      case "selectAll": {
        const [first, last] = [
          clamp({ row: 0, column: 0 }, terrain),
          { row: terrain.rows - 1, column: terrain.columns - 1 },
        ];
        select({ active: first, anchor: first, extent: last }, selection.active);
        return true;
      }
      case "nextGap": {
        if (!finish()) return true;
        const gap = findNextGap(shown, selection.active);
        if (gap) select(selectCell(gap));
        else setNote("Semua lembar sudah lengkap");
        return true;
      }
      case "cancel":
        if (editing) setEditing(null);
        else {
          store.clearRefusal();
          setSelected(selectCell(selection.active));
          setNote("");
        }
        return true;
      default:
        if (finish()) options.leave();
        return true;
    }
  }

  return {
    selection,
    editing,
    note,
    select,
    run,
    finish,
    fill: blocks.fill,
    paste(block: string) {
      if (editing) setEditing(null);
      blocks.paste(block);
    },
    /** What was typed so far changed: a refusal no longer holds. */
    retype(typed: string) {
      text.current = typed;
      if (editing?.fault) setEditing({ ...editing, fault: null });
    },
    copied: () => clipboardText(valuesIn(shown, areaOf(selection))),
  };
}

export type Typing = ReturnType<typeof useTyping>;

/** The smallest area that holds all these edits; null when none of their cells is there any more. */
function areaOfEdits(grid: Grid, edits: readonly CellEdit[]): Area | null {
  const entries = new Set(edits.map(({ entryId }) => entryId));
  const indicators = new Set(edits.map(({ indicatorId }) => indicatorId));
  const top = grid.rows.findIndex(({ entryId }) => entries.has(entryId));
  const left = grid.indicators.findIndex(({ id }) => indicators.has(id));
  if (top < 0 || left < 0) return null;
  const bottom = grid.rows.findLastIndex(({ entryId }) => entries.has(entryId));
  const right = grid.indicators.findLastIndex(({ id }) => indicators.has(id));
  return { top, left, bottom, right };
}
