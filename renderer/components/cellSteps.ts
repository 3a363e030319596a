import type { KeyboardEvent } from "react";

const stepsOf: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * Enter, Shift+Enter and the arrows go to the same column of the next or previous row; true when they did.
 * Cells carry `data-row` and `data-column`, their table `data-cells`.
 */
export function stepToCell(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): boolean {
  const step = event.key === "Enter" ? (event.shiftKey ? -1 : 1) : stepsOf[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return false;
  const { row, column } = event.currentTarget.dataset;
  if (row === undefined || column === undefined) return false;
  const table = event.currentTarget.closest("[data-cells]");
  const next = table?.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    `[data-column="${CSS.escape(column)}"][data-row="${Number(row) + step}"]`,
  );
  if (!next) return false;
  next.focus();
  next.select();
  return true;
}
