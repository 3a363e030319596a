import { useCallback, useEffect, useState } from "react";
import { design as designShape } from "../../../electron/contract/designs.ts";
import type { Design, WholeDesign } from "../../../electron/contract/designs.ts";
import { redo, startHistory, step, undo } from "./history.ts";

export interface DesignDraft {
  design: Design;
  /** A step; steps of one kind just after each other are taken back together. */
  change: (next: Design, kind?: string) => void;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
  /** Something differs from what is saved. */
  unsaved: boolean;
  /** Back to what is saved, as one step. */
  revert: () => void;
  /** When the saved one was saved that the draft was made from. */
  basedOn: string | null;
  /** The draft was just saved so. */
  settle: (saved: WholeDesign) => void;
}

/**
 * A design on the desk: only saving changes what prints. What is not saved yet is kept with the window, so that another
 * page, or a reload, loses nothing.
 */
export function useDesignDraft(editionId: number, saved: WholeDesign): DesignDraft {
  const place = `lencana.rancangan.${editionId}.${saved.key}`;
  const [base, setBase] = useState(saved);
  const [history, setHistory] = useState(() => {
    const kept = readKept(place, saved.savedAt);
    const start = startHistory(saved.design);
    return kept === null ? start : step(start, kept, null, 0);
  });
  const design = history.present;
  const unsaved = !same(design, base.design);

  // Another window saved it, or it was reset: an untouched desk follows.
  if (saved.savedAt !== base.savedAt && !unsaved) {
    setBase(saved);
    setHistory(startHistory(saved.design));
  }

  useEffect(() => {
    if (unsaved) sessionStorage.setItem(place, JSON.stringify({ basedOn: base.savedAt, design }));
    else sessionStorage.removeItem(place);
  }, [place, unsaved, design, base.savedAt]);

  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [unsaved]);

  const change = useCallback(
    (next: Design, kind?: string) => setHistory((now) => step(now, next, kind ?? null, Date.now())),
    [],
  );
  return {
    design,
    change,
    undo: useCallback(() => setHistory(undo), []),
    redo: useCallback(() => setHistory(redo), []),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    unsaved,
    revert: useCallback(() => setHistory((now) => step(now, base.design, null, 0)), [base]),
    basedOn: base.savedAt,
    settle: useCallback((whole: WholeDesign) => setBase(whole), []),
  };
}

function readKept(place: string, savedAt: string | null): Design | null {
  try {
    const kept: { basedOn?: unknown; design?: unknown } = JSON.parse(sessionStorage.getItem(place) ?? "{}");
    const read = designShape.safeParse(kept.design);
    return kept.basedOn === savedAt && read.success ? read.data : null;
  } catch {
    return null;
  }
}

function same(one: Design, other: Design): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
