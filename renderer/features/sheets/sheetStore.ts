import type { Grid } from "../../../electron/contract/sheets.ts";
import type { CellEdit, CellFault } from "./cellEdits.ts";
import { type CellMap, findCell, noCells, withCells } from "./cellMap.ts";
import { createOutbox, type Parcel, type SendOutcome } from "./outbox.ts";
import { sameValue, shownDecimal } from "./scaleWords.ts";
import { emptyStack, forget, record, redo, undo, type UndoStack } from "./undoStack.ts";

/** Why something was not taken: a sentence, and the cells it concerns. */
export interface Refusal {
  sentence: string;
  faults: readonly CellFault[];
}

export type SavingState =
  | { kind: "idle" }
  | { kind: "saving" }
  | { kind: "saved"; at: Date }
  /** Kept and tried again. */
  | { kind: "failed"; sentence: string; values: number };

/** What this window knows of a grid beyond what the server has. */
export interface SheetState {
  /** Values on their way to the server, with the parcel that carries them; `null` inside is a cleared cell. */
  pending: CellMap<{ value: string | null; parcel: number }>;
  faults: CellMap<CellFault>;
  refusal: Refusal | null;
  saving: SavingState;
  undo: UndoStack;
}

/** The server's side of one grid. */
export interface SheetServer {
  save(edits: readonly CellEdit[]): Promise<{ savedAt: string }>;
  /** Puts saved edits where the grid is read from. */
  apply(edits: readonly CellEdit[]): void;
  /** Reads the grid again. */
  reread(): Promise<Grid>;
  /** The sentence of an error that will not go away by trying again, or null; `conflict` when somebody was faster. */
  findRefusal(error: unknown): { sentence: string; conflict: boolean } | null;
  sentenceOf(error: unknown): string;
}

export interface SheetStore {
  subscribe: (listener: () => void) => () => void;
  state: () => SheetState;
  /** Shows the edits at once and sends them. */
  commit: (edits: readonly CellEdit[]) => void;
  /** Takes back, or does again, the last step; the cells concerned, or null when there is none. */
  undo: () => readonly CellEdit[] | null;
  redo: () => readonly CellEdit[] | null;
  refuse: (refusal: Refusal) => void;
  clearRefusal: () => void;
  retry: () => void;
  /** Values typed and not yet saved. */
  unsaved: () => number;
}

const start: SheetState = {
  pending: noCells,
  faults: noCells,
  refusal: null,
  saving: { kind: "idle" },
  undo: emptyStack,
};

/** Keeps what is typed into one grid until the server has it, and what can be undone. Outlives the page. */
export function createSheetStore(server: SheetServer): SheetStore {
  let state = start;
  let lastParcel = 0;
  let lastError = "";
  let savedAt: Date | null = null;
  const listeners = new Set<() => void>();
  /** Which undo step a parcel belongs to. */
  const stepOf = new Map<number, number>();

  const update = (changes: Partial<SheetState>) => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };

  const outbox = createOutbox({
    send,
    onChange: (now) => update({ saving: savingState(now) }),
  });

  function savingState(now: "sending" | "stuck" | "empty"): SavingState {
    if (now === "empty") return savedAt ? { kind: "saved", at: savedAt } : { kind: "idle" };
    // While it is tried again the failure stays on screen: it is not saved yet.
    const stuck = now === "stuck" || (state.saving.kind === "failed" && outbox.waiting()[0]?.retried);
    return stuck ? { kind: "failed", sentence: lastError, values: unsaved() } : { kind: "saving" };
  }

  async function send(parcel: Parcel): Promise<SendOutcome> {
    try {
      const saved = await server.save(parcel.edits);
      settle(parcel, saved.savedAt);
      return { kind: "saved", savedAt: saved.savedAt };
    } catch (error) {
      const refusal = server.findRefusal(error);
      if (refusal) return await settleRefused(parcel, refusal);
      lastError = server.sentenceOf(error);
      return { kind: "unanswered" };
    }
  }

  function settle(parcel: Parcel, at: string) {
    savedAt = new Date(at);
    server.apply(parcel.edits);
    stepOf.delete(parcel.id);
    update({ pending: withoutParcel(parcel) });
  }

  async function settleRefused(
    parcel: Parcel,
    refusal: { sentence: string; conflict: boolean },
  ): Promise<SendOutcome> {
    let grid: Grid;
    try {
      grid = await server.reread();
    } catch (error) {
      lastError = server.sentenceOf(error);
      return { kind: "unanswered" };
    }
    const serverHas = valuesOf(grid);
    if (refusal.conflict && parcel.edits.every((edit) => sameValue(serverHas(edit), edit.value))) {
      // It had arrived the first time and only the answer was lost, or another window typed the same.
      const at = new Date().toISOString();
      settle(parcel, at);
      return { kind: "saved", savedAt: at };
    }
    const overtaken = parcel.edits.filter((edit) => !sameValue(serverHas(edit), edit.was));
    const concerned = refusal.conflict && overtaken.length > 0 ? overtaken : parcel.edits;
    const faults = concerned.map((edit) => ({
      entryId: edit.entryId,
      indicatorId: edit.indicatorId,
      text: edit.value === null ? "" : shownDecimal(edit.value),
      sentence: refusal.conflict ? overtakenWords(serverHas(edit), edit.value) : refusal.sentence,
    }));
    const step = stepOf.get(parcel.id);
    stepOf.delete(parcel.id);
    update({
      pending: withoutParcel(parcel),
      undo: step === undefined ? state.undo : forget(state.undo, step),
      refusal: {
        sentence: refusal.conflict
          ? `Tidak ada yang disimpan: ${faults.length} sel sudah lebih dulu diubah di jendela lain`
          : refusal.sentence,
        faults,
      },
      faults: marked(faults),
    });
    return { kind: "refused" };
  }

  function withoutParcel(parcel: Parcel) {
    // A cell typed over meanwhile belongs to a later parcel and stays.
    const done = parcel.edits.filter(
      ({ entryId, indicatorId }) => findCell(state.pending, entryId, indicatorId)?.parcel === parcel.id,
    );
    return withCells(
      state.pending,
      done.map((edit) => ({ ...edit, set: undefined })),
    );
  }

  function dispatch(edits: readonly CellEdit[], step: number, stack: UndoStack) {
    lastParcel += 1;
    const parcel = lastParcel;
    stepOf.set(parcel, step);
    update({
      pending: withCells(
        state.pending,
        edits.map((edit) => ({ ...edit, set: { value: edit.value, parcel } })),
      ),
      faults: withCells(
        state.faults,
        edits.map((edit) => ({ ...edit, set: undefined })),
      ),
      refusal: null,
      undo: stack,
    });
    outbox.add({ id: parcel, edits });
  }

  function unsaved(): number {
    let values = 0;
    for (const row of state.pending.values()) values += row.size;
    return values;
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    state: () => state,
    commit(edits) {
      if (edits.length === 0) return;
      const step = lastParcel + 1;
      dispatch(edits, step, record(state.undo, { id: step, edits }));
    },
    undo() {
      const back = undo(state.undo);
      if (back) dispatch(back.edits, back.step.id, back.stack);
      return back && back.edits;
    },
    redo() {
      const again = redo(state.undo);
      if (again) dispatch(again.edits, again.step.id, again.stack);
      return again && again.edits;
    },
    refuse: (refusal) => update({ refusal, faults: marked(refusal.faults) }),
    clearRefusal: () => update({ refusal: null, faults: noCells }),
    retry: () => outbox.retry(),
    unsaved,
  };
}

function marked(faults: readonly CellFault[]): CellMap<CellFault> {
  return withCells<CellFault>(
    noCells,
    faults.map((fault) => ({ ...fault, set: fault })),
  );
}

function valuesOf(grid: Grid): (cell: Pick<CellEdit, "entryId" | "indicatorId">) => string | null {
  const rows = new Map(grid.rows.map((row) => [row.entryId, row.values]));
  const columns = new Map(grid.indicators.map((indicator, index) => [indicator.id, index]));
  return ({ entryId, indicatorId }) => rows.get(entryId)?.[columns.get(indicatorId) ?? -1] ?? null;
}

function overtakenWords(now: string | null, typed: string | null): string {
  const there = now === null ? "sudah dikosongkan" : `sudah diubah menjadi ${shownDecimal(now)}`;
  const mine = typed === null ? "Pengosongan Anda" : `Nilai ${shownDecimal(typed)} dari Anda`;
  return `Di jendela lain ${there}. ${mine} tidak disimpan`;
}
