import type { Gelar } from "../domain/personName.ts";

/** Titles under their key, from two columns; no key at all where there are none, so that facts stay as they were. */
export function gelarOf<Key extends "gelar" | "headGelar">(
  key: Key,
  before: string | null,
  after: string | null,
): { [name in Key]?: Gelar } {
  const found: { [name in Key]?: Gelar } = {};
  if (before !== null || after !== null) found[key] = { before, after };
  return found;
}
