import { useCallback, useEffect, useState } from "react";
import type { ZodType } from "zod";
import { notifyError } from "../api/errors.tsx";
import { cacheShown } from "../api/queryClient.ts";
import { createSaver } from "./saver.ts";
import type { SaverState } from "./saver.ts";

export interface Draft<Value> {
  value: Value;
  /** Takes what was typed, and saves it when typing rests. */
  change: (next: Value) => void;
  /** Saves at once; for leaving a field. */
  flush: () => void;
  /** The same, and says whether everything typed is saved now. */
  settle: () => Promise<boolean>;
  /** Back to what is saved. */
  revert: () => void;
  state: SaverState;
  /** What the schema has against the value as typed, by path ("signatory.name"). While any is open, nothing is sent. */
  problems: Record<string, string>;
}

/** Holds what was typed until it can be saved, or the window is closed. */
export interface KeptDraft<Value> {
  find: () => { value: Value } | null;
  put: (typed: { value: Value } | null) => void;
}

interface DraftOptions<Value> {
  /** What is saved, as the server last said. */
  saved: Value;
  /** Must put the server's answer where `saved` comes from before it resolves, so that nothing flickers back. */
  save: (value: Value) => Promise<unknown>;
  schema?: ZodType;
  /** Where what was typed and cannot be saved is kept while another page is open. */
  kept?: KeptDraft<Value>;
}

/** A form that saves itself: it follows what is saved until something is typed, and keeps what was typed on failure. */
export function useDraft<Value>({ saved, save, schema, kept }: DraftOptions<Value>): Draft<Value> {
  const [typed, setTyped] = useState<{ value: Value } | null>(() => kept?.find() ?? null);
  useEffect(() => {
    kept?.put(typed && findProblems(schema, typed.value).length > 0 ? typed : null);
  }, [kept, schema, typed]);
  const [state, setState] = useState<SaverState>({ kind: "idle" });
  const [saver] = useState(() => createSaver<Value>());

  useEffect(() => {
    saver.connect({
      save: async (value) => {
        await save(value);
        await cacheShown();
      },
      onState: (next) => {
        setState(next);
        if (next.kind !== "saved") return;
        // Typed on meanwhile into something that cannot be sent: that stays.
        setTyped((now) => (now && findProblems(schema, now.value).length > 0 ? now : null));
      },
    });
  });

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (!saver.dirty()) return;
      // The browser asks first; whatever is answered, what was typed is on its way.
      event.preventDefault();
      void saver.flush();
    };
    addEventListener("beforeunload", warn);
    return () => {
      removeEventListener("beforeunload", warn);
      // The page is being left: what was typed is still saved, and a failure still said.
      saver.reportTo((next) => {
        if (next.kind === "failed") notifyError(next.error);
      });
      void saver.flush();
    };
  }, [saver]);

  const change = useCallback(
    (next: Value) => {
      setTyped({ value: next });
      if (findProblems(schema, next).length === 0) saver.change(next);
      else saver.drop();
    },
    [saver, schema],
  );
  const revert = useCallback(() => {
    saver.drop();
    setTyped(null);
  }, [saver]);

  const settle = useCallback(async () => {
    await saver.flush();
    return !saver.dirty() && (typed === null || findProblems(schema, typed.value).length === 0);
  }, [saver, schema, typed]);

  const value = typed ? typed.value : saved;
  return {
    value,
    change,
    flush: useCallback(() => void saver.flush(), [saver]),
    settle,
    revert,
    state,
    problems: typed ? Object.fromEntries(findProblems(schema, typed.value)) : {},
  };
}

function findProblems(schema: ZodType | undefined, value: unknown): [string, string][] {
  const read = schema?.safeParse(value);
  if (!read || read.success) return [];
  return read.error.issues.map((issue) => [issue.path.join("."), issue.message]);
}
