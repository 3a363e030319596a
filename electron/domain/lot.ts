/**
 * An order drawn by lot: keys by the hash of seed and key, so that whoever knows the recorded seed can draw it again and
 * nobody can choose it.
 */
export function drawByLot(sha256: (text: string) => string, seed: string, keys: readonly string[]): string[] {
  return keys
    .map((key) => ({ key, hash: sha256(`${seed}/${key}`) }))
    .toSorted((a, b) => (a.hash < b.hash ? -1 : 1))
    .map(({ key }) => key);
}

/** Keys in a given order; those it does not name come last, as they stand. */
export function inOrder(keys: readonly string[], order: readonly string[]): string[] {
  const known = new Set(keys);
  const named = order.filter((key) => known.has(key));
  return [...named, ...keys.filter((key) => !named.includes(key))];
}
