import { useCallback, useEffect, useState } from "react";
import { z } from "zod";
import { design as designShape } from "../../../electron/contract/designs.ts";
import type { Design, WholeDesign } from "../../../electron/contract/designs.ts";
import { redo, startHistory, step, undo } from "./history.ts";

const keptShape = z.object({ basedOn: z.string().nullable(), design: designShape });

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
  /** When the saved one was saved that the draft was made from. */
  basedOn: string | null;
  /** Another window saved since: this draft would write over that and cannot be saved in its place. */
  outdated: boolean;
  /** What is saved in the place of the draft, as one step. */
  takeStored: () => void;
  /** It was just saved so, from a draft of that base. */
  settle: (saved: WholeDesign, basedOn?: string | null) => void;
}

/**
 * A design on the desk: only saving changes what prints. What is not saved yet is kept with the window, so that another
 * page, or a reload, loses nothing.
 */
export function useDesignDraft(editionId: number, saved: WholeDesign): DesignDraft {
  const place = `lencana.rancangan.${editionId}.${saved.key}`;
  const [kept] = useState(() => readKept(sessionStorage.getItem(place)));
  const [base, setBase] = useState<Pick<WholeDesign, "design" | "savedAt">>(
    kept ? { design: saved.design, savedAt: kept.basedOn } : saved,
  );
  const [history, setHistory] = useState(() => {
    const start = startHistory(saved.design);
    return kept ? step(start, kept.design, null, 0) : start;
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
    basedOn: base.savedAt,
    outdated: unsaved && saved.savedAt !== base.savedAt,
    takeStored: useCallback(() => {
      setBase(saved);
      setHistory((now) => step(now, saved.design, null, 0));
    }, [saved]),
    settle: useCallback(
      (whole: WholeDesign, basedOn?: string | null) =>
        setBase((now) => (basedOn === undefined || now.savedAt === basedOn ? whole : now)),
      [],
    ),
  };
}

/** What another visit of the page left unsaved, with what it was made from: also when that has been saved over since. */
export function readKept(text: string | null): { basedOn: string | null; design: Design } | null {
  try {
    const read = keptShape.safeParse(JSON.parse(text ?? "null"));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function same(one: Design, other: Design): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
