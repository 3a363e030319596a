import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Grid } from "../../electron/contract/sheets.ts";
import type { CellEdit } from "../../renderer/features/sheets/cellEdits.ts";
import { findCell } from "../../renderer/features/sheets/cellMap.ts";
import { longestRetryMs } from "../../renderer/features/sheets/outbox.ts";
import { createSheetStore, type SheetStore } from "../../renderer/features/sheets/sheetStore.ts";

class Refused extends Error {}

/** A grid of one indicator that keeps the contract of setScores: all or none, and only over what the user saw. */
function gridServer(initial: Record<number, string | null>) {
  const values = new Map(Object.entries(initial).map(([entry, value]) => [Number(entry), value]));
  const server = {
    values,
    reachable: true,
    /** The next answer is lost after the change was made. */
    loseAnswer: false,
    applied: [] as CellEdit[],
    saves: 0,
  };
  const store = createSheetStore({
    async save(edits) {
      server.saves += 1;
      if (!server.reachable) throw new TypeError("unreachable");
      if (edits.some((edit) => values.get(edit.entryId) !== edit.was)) throw new Refused("sudah diubah");
      for (const edit of edits) values.set(edit.entryId, edit.value);
      if (server.loseAnswer) {
        server.loseAnswer = false;
        throw new TypeError("unreachable");
      }
      return { savedAt: "2021-10-05T03:41:00.000Z" };
    },
    apply: (edits) => server.applied.push(...edits),
    async reread(): Promise<Grid> {
      if (!server.reachable) throw new TypeError("unreachable");
      const scale = { min: "0", max: "100", step: null };
      return {
        roundId: 1,
        panelistId: 1,
        blocked: null,
        indicators: [{ id: 1, key: "A", name: "A", weight: "100", scale, direction: "higher" }],
        rows: [...values].map(([entryId, value]) => ({
          entryId,
          code: "35.01",
          label: "Kabupaten Pacitan",
          recused: null,
          values: [value],
        })),
      };
    },
    findRefusal: (error) => (error instanceof Refused ? { sentence: error.message, conflict: true } : null),
    sentenceOf: () => "Aplikasi tidak menjawab",
  });
  return { server, store };
}

const edit = (entryId: number, was: string | null, value: string | null): CellEdit => ({
  entryId,
  indicatorId: 1,
  was,
  value,
});

const pendingValue = (store: SheetStore, entryId: number) =>
  findCell(store.state().pending, entryId, 1)?.value;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function settled() {
  await vi.advanceTimersByTimeAsync(0);
}

describe("typed values", () => {
  it("are shown at once and saved in the order they were typed", async () => {
    const { server, store } = gridServer({ 1: null });
    store.commit([edit(1, null, "80")]);
    store.commit([edit(1, "80", "85")]);
    expect(pendingValue(store, 1)).toBe("85");
    expect(store.state().saving).toEqual({ kind: "saving" });
    await settled();
    expect(server.values.get(1)).toBe("85");
    expect(server.applied.map(({ value }) => value)).toEqual(["80", "85"]);
    expect(store.unsaved()).toBe(0);
    expect(store.state().saving).toEqual({ kind: "saved", at: new Date("2021-10-05T03:41:00.000Z") });
  });

  it("stay on screen, marked unsaved, while the server cannot be reached, and arrive when it can", async () => {
    const { server, store } = gridServer({ 1: null, 2: null });
    server.reachable = false;
    store.commit([edit(1, null, "80")]);
    store.commit([edit(2, null, "70")]);
    await settled();
    expect(store.state().saving).toEqual({ kind: "failed", sentence: "Aplikasi tidak menjawab", values: 2 });
    expect(pendingValue(store, 1)).toBe("80");
    server.reachable = true;
    await vi.advanceTimersByTimeAsync(longestRetryMs);
    expect([...server.values]).toEqual([
      [1, "80"],
      [2, "70"],
    ]);
    expect(store.unsaved()).toBe(0);
  });

  it("are tried again at once when asked", async () => {
    const { server, store } = gridServer({ 1: null });
    server.reachable = false;
    store.commit([edit(1, null, "80")]);
    await settled();
    server.reachable = true;
    store.retry();
    await settled();
    expect(server.values.get(1)).toBe("80");
  });

  it("that had arrived although the answer was lost are not taken for a conflict", async () => {
    const { server, store } = gridServer({ 1: null });
    server.loseAnswer = true;
    store.commit([edit(1, null, "80")]);
    await vi.advanceTimersByTimeAsync(longestRetryMs);
    expect(store.state().refusal).toBeNull();
    expect(store.state().saving.kind).toBe("saved");
    expect(server.values.get(1)).toBe("80");
  });
});

describe("a value changed in another window meanwhile", () => {
  it("is never written over: the typed one is taken back and named", async () => {
    const { server, store } = gridServer({ 1: "80" });
    server.values.set(1, "88");
    store.commit([edit(1, "80", "85")]);
    await settled();
    expect(server.values.get(1)).toBe("88");
    expect(pendingValue(store, 1)).toBeUndefined();
    expect(findCell(store.state().faults, 1, 1)?.sentence).toBe(
      "Di jendela lain sudah diubah menjadi 88. Nilai 85 dari Anda tidak disimpan",
    );
    expect(store.undo()).toBeNull();
  });

  it("keeps a whole pasted block from landing, and only the overtaken cells are named", async () => {
    const { server, store } = gridServer({ 1: null, 2: null, 3: null });
    server.values.set(2, "50");
    store.commit([edit(1, null, "81"), edit(2, null, "82"), edit(3, null, "83")]);
    await settled();
    expect([...server.values.values()]).toEqual([null, "50", null]);
    expect(store.unsaved()).toBe(0);
    expect(store.state().refusal?.faults.map(({ entryId }) => entryId)).toEqual([2]);
  });

  it("stops an undo that would bring back something older", async () => {
    const { server, store } = gridServer({ 1: null });
    store.commit([edit(1, null, "80")]);
    await settled();
    server.values.set(1, "90");
    store.undo();
    await settled();
    expect(server.values.get(1)).toBe("90");
    expect(store.state().refusal).not.toBeNull();
    expect(store.redo()).toBeNull();
  });
});

describe("undoing", () => {
  it("takes a saved value back and brings it again", async () => {
    const { server, store } = gridServer({ 1: "70" });
    store.commit([edit(1, "70", "80")]);
    await settled();
    store.undo();
    await settled();
    expect(server.values.get(1)).toBe("70");
    store.redo();
    await settled();
    expect(server.values.get(1)).toBe("80");
  });

  it("takes a pasted block back whole", async () => {
    const { server, store } = gridServer({ 1: "70", 2: null });
    store.commit([edit(1, "70", "80"), edit(2, null, "90")]);
    await settled();
    store.undo();
    await settled();
    expect([...server.values.values()]).toEqual(["70", null]);
  });
});
