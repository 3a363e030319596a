const mostSuggestions = 4;

/** Those whose text is nearest to the wanted one by typing errors, at most a third of its letters; preferred ones first among equals. */
export function nearest<Item>(
  wanted: string,
  items: readonly Item[],
  textOf: (item: Item) => string,
  isPreferred: (item: Item) => boolean,
): Item[] {
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return items
    .map((item) => ({
      item,
      distance: typingErrors(wanted, textOf(item)),
      second: isPreferred(item) ? 0 : 1,
    }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance || a.second - b.second)
    .slice(0, mostSuggestions)
    .map(({ item }) => item);
}

/** Letters to insert, delete, replace or swap with their neighbour to make one text of the other. */
export function typingErrors(a: string, b: string): number {
  const width = b.length + 1;
  const costs = Array.from({ length: (a.length + 1) * width }, () => 0);
  const at = (i: number, j: number) => costs[i * width + j] ?? 0;
  for (let i = 0; i <= a.length; i += 1) costs[i * width] = i;
  for (let j = 0; j <= b.length; j += 1) costs[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + changed);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(i - 2, j - 2) + 1);
      costs[i * width + j] = cost;
    }
  }
  return at(a.length, b.length);
}
