/** Keys of the papers ticked in the list. */
export type Selection = ReadonlySet<string>;

/** One key in or out. */
export function toggled(selection: Selection, key: string): Selection {
  const next = new Set(selection);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** All of them in, or all out when all were in. */
export function allToggled(selection: Selection, keys: readonly string[]): Selection {
  const next = new Set(selection);
  const all = keys.every((key) => next.has(key));
  for (const key of keys) {
    if (all) next.delete(key);
    else next.add(key);
  }
  return next;
}

/** The keys between two places of the list in, both ends with them. */
export function extended(
  selection: Selection,
  keys: readonly (string | null)[],
  from: number,
  to: number,
): Selection {
  const between = keys.slice(Math.min(from, to), Math.max(from, to) + 1);
  return new Set([...selection, ...between.filter((key) => key !== null)]);
}

/** Whether some, all or none of the keys are in. */
export function shareIn(selection: Selection, keys: readonly string[]): "none" | "some" | "all" {
  const count = keys.filter((key) => selection.has(key)).length;
  if (count === 0) return "none";
  return count === keys.length ? "all" : "some";
}
