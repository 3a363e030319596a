/** "peringkat 3 Kabupaten A, peringkat 4 Kota B": an order said so that nobody reads it the other way round. */
export function orderInWords(labels: readonly string[], firstRank: number): string {
  return labels.map((label, place) => `peringkat ${firstRank + place} ${label}`).join(", ");
}
