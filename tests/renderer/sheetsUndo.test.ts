import { describe, expect, it } from "vitest";
import {
  emptyStack,
  forget,
  record,
  redo,
  type Step,
  undo,
} from "../../renderer/features/sheets/undoStack.ts";

const step = (id: number, was: string | null, value: string | null): Step => ({
  id,
  edits: [{ entryId: 1, indicatorId: 1, was, value }],
});

describe("undoing", () => {
  it("takes the latest step back first, each cell to what it was", () => {
    const stack = record(record(emptyStack, step(1, null, "80")), step(2, "80", "85"));
    const back = undo(stack);
    expect(back?.edits).toEqual([{ entryId: 1, indicatorId: 1, was: "85", value: "80" }]);
    expect(back && undo(back.stack)?.edits).toEqual([{ entryId: 1, indicatorId: 1, was: "80", value: null }]);
  });

  it("does an undone step again", () => {
    const back = undo(record(emptyStack, step(1, null, "80")));
    const again = back && redo(back.stack);
    expect(again?.edits).toEqual([{ entryId: 1, indicatorId: 1, was: null, value: "80" }]);
    expect(again?.stack).toEqual(record(emptyStack, step(1, null, "80")));
  });

  it("has nothing to do again after something new was done", () => {
    const back = undo(record(emptyStack, step(1, null, "80")));
    expect(redo(record(back?.stack ?? emptyStack, step(2, null, "70")))).toBeNull();
  });

  it("forgets a step that was refused", () => {
    const stack = record(record(emptyStack, step(1, null, "80")), step(2, "80", "85"));
    expect(undo(forget(stack, 2))?.step.id).toBe(1);
    const back = undo(stack);
    expect(redo(forget(back?.stack ?? stack, 2))).toBeNull();
  });

  it("has nothing to take back at the start", () => {
    expect(undo(emptyStack)).toBeNull();
    expect(redo(emptyStack)).toBeNull();
  });
});
