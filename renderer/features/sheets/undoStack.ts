import type { CellEdit } from "./cellEdits.ts";

/** One thing the user did: a typed value, a pasted block, a cleared range. */
export interface Step {
  id: number;
  edits: readonly CellEdit[];
}

/** What can be undone (latest last) and done again (next last). */
export interface UndoStack {
  past: readonly Step[];
  future: readonly Step[];
}

export const emptyStack: UndoStack = { past: [], future: [] };

const deepest = 500;

/** The stack after something new was done: what had been undone can no longer come back. */
export function record(stack: UndoStack, step: Step): UndoStack {
  return { past: [...stack.past, step].slice(-deepest), future: [] };
}

/** Takes the latest step back: the edits to make, and the stack afterwards; null when there is nothing. */
export function undo(stack: UndoStack): { stack: UndoStack; step: Step; edits: CellEdit[] } | null {
  const step = stack.past.at(-1);
  if (!step) return null;
  const after = { past: stack.past.slice(0, -1), future: [...stack.future, step] };
  return { stack: after, step, edits: step.edits.map(reversed) };
}

/** Does the step undone last again; null when there is nothing. */
export function redo(stack: UndoStack): { stack: UndoStack; step: Step; edits: CellEdit[] } | null {
  const step = stack.future.at(-1);
  if (!step) return null;
  const after = { past: [...stack.past, step], future: stack.future.slice(0, -1) };
  return { stack: after, step, edits: [...step.edits] };
}

/** Forgets a step that was refused: it never happened, or can no longer be taken back. */
export function forget(stack: UndoStack, stepId: number): UndoStack {
  const others = (steps: readonly Step[]) => steps.filter(({ id }) => id !== stepId);
  return { past: others(stack.past), future: others(stack.future) };
}

function reversed(edit: CellEdit): CellEdit {
  return { ...edit, was: edit.value, value: edit.was };
}
