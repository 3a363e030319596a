/** The list with one item moved to another place; the same list where nothing moves. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  const item = list[from];
  if (item === undefined || from === to || to < 0 || to >= list.length) return list;
  const rest = list.filter((_, place) => place !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** "peringkat 3 Kabupaten A, peringkat 4 Kota B": an order said so that nobody reads it the other way round. */
export function orderInWords(labels: readonly string[], firstRank: number): string {
  return labels.map((label, place) => `peringkat ${firstRank + place} ${label}`).join(", ");
}
