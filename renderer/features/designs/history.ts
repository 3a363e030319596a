/** What was made of a design, step by step, to go back and forth in. */
export interface History<Value> {
  past: readonly Value[];
  present: Value;
  future: readonly Value[];
  /** Steps of one kind that follow each other within a moment are one: dragging, typing. */
  last: { kind: string; at: number } | null;
}

const oneStepMs = 900;
const mostSteps = 200;

export function startHistory<Value>(present: Value): History<Value> {
  return { past: [], present, future: [], last: null };
}

/** A step on; `kind` joins it to the step before where that was the same and only just. */
export function step<Value>(
  history: History<Value>,
  present: Value,
  kind: string | null,
  at: number,
): History<Value> {
  const { last } = history;
  const joins = kind !== null && last?.kind === kind && at - last.at < oneStepMs;
  return {
    past: joins ? history.past : [...history.past, history.present].slice(-mostSteps),
    present,
    future: [],
    last: kind === null ? null : { kind, at },
  };
}

export function undo<Value>(history: History<Value>): History<Value> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
    last: null,
  };
}

export function redo<Value>(history: History<Value>): History<Value> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, last: null };
}
